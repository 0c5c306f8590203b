package cn.qianfa.gateway.route;

import java.net.URI;

/** Where the services are. */
public record Upstreams(URI approval, URI contentRules, URI monitoring) {
    public URI of(Service service) {
        return switch (service) {
            case APPROVAL -> approval;
            case CONTENT_RULES -> contentRules;
            case MONITORING -> monitoring;
        };
    }
}
