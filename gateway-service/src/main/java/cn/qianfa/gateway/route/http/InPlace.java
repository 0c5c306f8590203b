package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.http.Urgency;
import cn.qianfa.gateway.route.Places;
import java.time.Duration;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes a request on once it has a place. */
final class InPlace implements HandlerFunction<ServerResponse> {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final HandlerFunction<ServerResponse> next;
    private final Places places;
    private final Problems problems;

    InPlace(HandlerFunction<ServerResponse> next, Places places, Problems problems) {
        this.next = next;
        this.places = places;
        this.problems = problems;
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws Exception {
        var raw = request.servletRequest();
        var place = places.take(ProxyRoutes.route(request).service(), Urgency.of(raw));
        if (place.isEmpty()) {
            return Refusal.of(problems.later(raw, Problem.UNAVAILABLE, SOON));
        }
        PlaceFilter.hold(raw, place.get());
        return next.handle(request);
    }
}
