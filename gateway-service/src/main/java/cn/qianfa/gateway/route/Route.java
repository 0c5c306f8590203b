package cn.qianfa.gateway.route;

import static cn.qianfa.gateway.route.Service.APPROVAL;
import static cn.qianfa.gateway.route.Service.CONTENT_RULES;
import static cn.qianfa.gateway.route.Service.MONITORING;

import java.util.List;

/**
 * Which service answers a path. The first that matches is taken.
 *
 * @param method one method, or {@code *}
 * @param path a path pattern
 */
public record Route(String method, String path, Service service) {
    /** Every path that is passed on. */
    public static final List<Route> ALL = List.of(
            new Route("*", "/api/v1/units/{unit}/roster", MONITORING),
            new Route("*", "/api/v1/units/{unit}/silences/**", MONITORING),
            new Route("*", "/api/v1/units/**", APPROVAL),
            new Route("*", "/api/v1/staff/**", APPROVAL),
            new Route("*", "/api/v1/accounts/**", APPROVAL),
            new Route("*", "/api/v1/drafts/**", APPROVAL),
            new Route("*", "/api/v1/media/**", APPROVAL),
            new Route("*", "/api/v1/publications/**", APPROVAL),
            new Route("*", "/api/v1/ledger/**", APPROVAL),
            new Route("*", "/api/v1/operations/approval/**", APPROVAL),
            new Route("*", "/api/v1/checks", CONTENT_RULES),
            new Route("*", "/api/v1/rule-sets/**", CONTENT_RULES),
            new Route("*", "/api/v1/contests/**", CONTENT_RULES),
            new Route("*", "/api/v1/operations/content-rules/**", CONTENT_RULES),
            new Route("*", "/api/v1/comments/**", MONITORING),
            new Route("*", "/api/v1/cases/**", MONITORING),
            new Route("*", "/api/v1/alerts/**", MONITORING),
            new Route("*", "/api/v1/operations/monitoring/**", MONITORING),
            new Route("POST", "/site/{account}/posts/{post}/comments", MONITORING),
            new Route("GET", "/site/{account}/**", APPROVAL));

    /** Whether anyone may take it without signing in. */
    public boolean isPublic() {
        return path.startsWith("/site/");
    }
}
