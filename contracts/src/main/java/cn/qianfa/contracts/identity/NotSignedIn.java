package cn.qianfa.contracts.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.delivery.Traceparent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** The one answer to whoever is not known: the same whatever was wrong, so that it tells nothing but its trace. */
final class NotSignedIn implements AuthenticationEntryPoint {
    private static final String PROBLEM = """
            {"type":"urn:problem:not-signed-in","title":"未登录 / Not signed in","status":401%s}""";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        var problem = PROBLEM.formatted(trace()).getBytes(UTF_8);
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }

    private static String trace() {
        return Traceparent.current()
                .map(trace -> ",\"traceId\":\"%s\"".formatted(trace.id()))
                .orElse("");
    }
}
