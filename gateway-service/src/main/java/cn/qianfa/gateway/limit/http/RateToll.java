package cn.qianfa.gateway.limit.http;

import cn.qianfa.gateway.http.BodyLimits;
import cn.qianfa.gateway.http.LimitedBody;
import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.http.Toll;
import cn.qianfa.gateway.http.Urgency;
import cn.qianfa.gateway.limit.Budgets;
import cn.qianfa.gateway.limit.Budgets.Taken;
import cn.qianfa.gateway.limit.Callers;
import cn.qianfa.gateway.limit.Lane;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes each request from its budget and says on the answer what is left, in the fields of the IETF's draft
 * {@code draft-ietf-httpapi-ratelimit-headers-10}.
 */
@Component
final class RateToll implements Toll {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String EMERGENCY = "EMERGENCY";

    private final Budgets budgets;
    private final Callers callers;
    private final BodyLimits limits;
    private final Problems problems;
    private final JsonMapper json;

    RateToll(Budgets budgets, Callers callers, BodyLimits limits, Problems problems, JsonMapper json) {
        this.budgets = budgets;
        this.callers = callers;
        this.limits = limits;
        this.problems = problems;
        this.json = json;
    }

    @Override
    public Optional<HttpServletRequest> take(
            HttpServletRequest request, HttpServletResponse response, Optional<String> person) throws IOException {
        if (person.isPresent() && Lanes.writesADraft(request) && isShort(request)) {
            return takeDraft(request, response, person);
        }
        return take(Lanes.of(request, person), request, response, person);
    }

    /** Whether a draft is an emergency is said in its body alone. */
    private Optional<HttpServletRequest> takeDraft(
            HttpServletRequest request, HttpServletResponse response, Optional<String> person) throws IOException {
        var body = request.getInputStream().readNBytes(limits.body() + 1);
        var lane = isEmergency(body) ? Lane.EMERGENCY : Lane.PERSON;
        return take(lane, LimitedBody.whole(request, body), response, person);
    }

    private boolean isShort(HttpServletRequest request) {
        return request.getContentLengthLong() <= limits.body();
    }

    private boolean isEmergency(byte[] body) {
        try {
            return body.length <= limits.body()
                    && EMERGENCY.equals(json.readTree(body).path("importance").asString(""));
        } catch (JacksonException e) {
            return false; // whoever reads it next says so
        }
    }

    private Optional<HttpServletRequest> take(
            Lane lane, HttpServletRequest request, HttpServletResponse response, Optional<String> person)
            throws IOException {
        var caller = person.filter(_ -> !lane.isOfAnAddress()).orElseGet(() -> site(request));
        var taken = budgets.take(lane, caller);
        tell(lane, taken, response);
        if (!taken.passes()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(taken.next())));
            problems.write(request, response, Problem.TOO_OFTEN);
            return Optional.empty();
        }
        if (lane.isUrgent()) {
            Urgency.mark(request);
        }
        return Optional.of(request);
    }

    private static void tell(Lane lane, Taken taken, HttpServletResponse response) {
        var quota = taken.quota();
        response.setHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(
                                lane.policy(), quota.requests(), quota.window().toSeconds()));
        response.setHeader(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(lane.policy(), taken.left(), seconds(taken.full())));
    }

    private String site(HttpServletRequest request) {
        var forwarded = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .toList();
        return callers.site(request.getRemoteAddr(), forwarded);
    }

    /** Rounded up: whoever waits so long has not come too early. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
