package cn.qianfa.gateway.session.http;

import cn.qianfa.contracts.identity.ActorToken;
import cn.qianfa.gateway.session.OpenRoutes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The paths anyone may take without signing in. Everything else, known or unknown, needs a session. */
final class OpenPaths {
    private static final List<String> OWN = List.of(
            "GET /",
            "POST /api/v1/session",
            "POST /api/v1/credentials",
            "GET /api/v1/openapi.yaml",
            "GET " + ActorToken.KEYS_PATH,
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in.css");

    /**
     * Writes that a session is not needed for, so that it lends them nothing; and the forms, which carry their proof in a
     * field.
     */
    private static final RequestMatcher CHECK_THEMSELVES = new OrRequestMatcher(Stream.of(
                    "POST /api/v1/session",
                    "POST /api/v1/credentials",
                    "POST /sign-in",
                    "POST /sign-out",
                    "POST /site/**")
            .map(OpenPaths::matcher)
            .toList());

    private OpenPaths() {}

    static RequestMatcher[] matchers(OpenRoutes passedOn) {
        return Stream.concat(OWN.stream(), passedOn.routes().stream())
                .flatMap(
                        path -> path.startsWith("GET ") ? Stream.of(path, "HEAD" + path.substring(3)) : Stream.of(path))
                .map(OpenPaths::matcher)
                .toArray(RequestMatcher[]::new);
    }

    static boolean checkItself(HttpServletRequest request) {
        return CHECK_THEMSELVES.matches(request);
    }

    private static RequestMatcher matcher(String path) {
        var parts = path.split(" ");
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
