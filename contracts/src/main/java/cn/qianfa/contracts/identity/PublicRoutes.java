package cn.qianfa.contracts.identity;

import java.util.List;
import java.util.stream.Stream;

/**
 * The routes of a service that anyone may take without signing in. A service that has some declares them as a bean;
 * everything else needs a token.
 */
public record PublicRoutes(List<Route> routes) {
    public PublicRoutes {
        routes = List.copyOf(routes);
    }

    /** @param routes each a method and a path pattern, such as {@code GET /site/**} */
    public static PublicRoutes of(String... routes) {
        return new PublicRoutes(Stream.of(routes).map(Route::parse).toList());
    }

    /** One method on one path pattern. */
    public record Route(String method, String path) {
        public Route {
            if (!method.matches("[A-Z]+") || !path.startsWith("/")) {
                throw new IllegalArgumentException(
                        "public route: '%s %s' (expected: such as 'GET /site/**')".formatted(method, path));
            }
        }

        private static Route parse(String route) {
            var space = route.indexOf(' ');
            return new Route(route.substring(0, Math.max(space, 0)), route.substring(space + 1));
        }
    }
}
