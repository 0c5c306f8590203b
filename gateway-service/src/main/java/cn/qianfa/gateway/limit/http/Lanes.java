package cn.qianfa.gateway.limit.http;

import cn.qianfa.contracts.identity.ActorToken;
import cn.qianfa.gateway.limit.Lane;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which lane a request is in, by its method and path; {@code README.md} has the same table. */
final class Lanes {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String DRAFT = "/api/v1/drafts/{draft}";

    /** The first that matches is taken. */
    private static final List<Row> TABLE = List.of(
            new Row(
                    Lane.ALERTS,
                    "GET /api/v1/alerts",
                    "GET /api/v1/alerts/stream",
                    "PUT /api/v1/alerts/{alert}/acknowledgement",
                    "DELETE /api/v1/alerts/{alert}/acknowledgement",
                    "GET /api/v1/cases/{case}",
                    "GET /api/v1/comments/{comment}"),
            new Row(
                    Lane.EMERGENCY,
                    "POST " + DRAFT + "/submission",
                    "DELETE " + DRAFT + "/submission",
                    "POST " + DRAFT + "/sign-offs",
                    "POST " + DRAFT + "/returns",
                    "POST " + DRAFT + "/publications",
                    "POST /api/v1/publications/{publication}/cancellation",
                    "POST /api/v1/publications/{publication}/resolution"),
            new Row(Lane.DRAFT, "GET " + DRAFT, "GET " + DRAFT + "/findings", "GET " + DRAFT + "/history"),
            new Row(Lane.SESSION, "GET /api/v1/session", "DELETE /api/v1/session", "GET /api/v1/me", "POST /sign-out"),
            new Row(Lane.SIGN_IN, "POST /api/v1/session", "POST /api/v1/credentials", "POST /sign-in"),
            new Row(Lane.KEYS, "GET " + ActorToken.KEYS_PATH),
            new Row(Lane.COMMENT, "POST /site/{account}/posts/{post}/comments"));

    private static final RequestMatcher WRITES_A_DRAFT = matcher("POST /api/v1/drafts", "PUT " + DRAFT);

    private Lanes() {}

    /** One lane and what is in it. */
    private record Row(Lane lane, RequestMatcher matcher) {
        Row(Lane lane, String... requests) {
            this(lane, Lanes.matcher(requests));
        }
    }

    static Lane of(HttpServletRequest request, Optional<String> person) {
        var rest = person.isPresent() ? Lane.PERSON : Lane.ADDRESS;
        return TABLE.stream()
                .filter(row -> row.matcher.matches(request))
                .map(Row::lane)
                .findFirst()
                .filter(lane -> lane.isOfAnAddress() || person.isPresent())
                .orElse(rest);
    }

    /** Whether only its body tells if it is an emergency. */
    static boolean writesADraft(HttpServletRequest request) {
        return WRITES_A_DRAFT.matches(request);
    }

    private static RequestMatcher matcher(String... requests) {
        return new OrRequestMatcher(
                Arrays.stream(requests).flatMap(Lanes::matchers).toList());
    }

    /** What may be read may be asked for with {@code HEAD}. */
    private static Stream<RequestMatcher> matchers(String request) {
        var parts = request.split(" ");
        return (READS.contains(parts[0]) ? READS.stream() : Stream.of(parts[0]))
                .map(method -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(method), parts[1]));
    }
}
