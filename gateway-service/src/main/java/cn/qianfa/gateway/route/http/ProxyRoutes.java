package cn.qianfa.gateway.route.http;

import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.route.Places;
import cn.qianfa.gateway.route.Route;
import cn.qianfa.gateway.route.Upstreams;
import cn.qianfa.gateway.session.LiveStreams;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The table of {@link Route} as the server walks it. */
@Configuration(proxyBeanMethods = false)
class ProxyRoutes {
    private static final String ATTRIBUTE = Route.class.getName();
    /** Below a path that is passed on, but the gateway's own. */
    private static final RequestPredicate OURS = path("/api/v1/staff/{staff}/activation-code");

    private static final RequestPredicate LIVE = path("/api/v1/alerts/stream");

    @Bean
    RouterFunction<ServerResponse> routes(
            Upstreams upstreams,
            ProxyExchangeHandlerFunction plainHandler,
            ProxyExchangeHandlerFunction liveHandler,
            Places places,
            LiveStreams streams,
            Problems problems) {
        var table = GatewayRouterFunctions.route("services");
        var live = new FewStreams(liveHandler, streams, problems);
        var plain = new InPlace(plainHandler, places, problems);
        HandlerFunction<ServerResponse> handler = request -> (LIVE.test(request) ? live : plain).handle(request);
        for (var route : Route.ALL) {
            table.add(GatewayRouterFunctions.route(route.method() + ' ' + route.path())
                    .route(predicate(route), handler)
                    .before(request -> with(route, request))
                    .filter(new ServiceTrouble(problems))
                    .filter(new AnyInstance(upstreams.of(route.service())))
                    .build());
        }
        return table.build();
    }

    private static RequestPredicate predicate(Route route) {
        var matches = path(route.path()).and(OURS.negate());
        return switch (route.method()) {
            case "*" -> matches;
            case "GET" -> matches.and(method(HttpMethod.GET).or(method(HttpMethod.HEAD)));
            default -> matches.and(method(HttpMethod.valueOf(route.method())));
        };
    }

    private static ServerRequest with(Route route, ServerRequest request) {
        request.servletRequest().setAttribute(ATTRIBUTE, route);
        return request;
    }

    /** The route a request took. */
    static Route route(ServerRequest request) {
        if (request.servletRequest().getAttribute(ATTRIBUTE) instanceof Route route) {
            return route;
        }
        throw new IllegalStateException("the request took no route");
    }
}
