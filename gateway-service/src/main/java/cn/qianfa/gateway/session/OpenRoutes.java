package cn.qianfa.gateway.session;

import java.util.List;

/**
 * What is passed on without a session.
 *
 * @param routes each a method and a path pattern, such as {@code GET /site/**}
 */
public record OpenRoutes(List<String> routes) {
    public OpenRoutes {
        routes = List.copyOf(routes);
    }
}
