package cn.qianfa.gateway.route;

import java.net.URI;
import java.util.List;

/** Where the instances of the services are. */
public record Upstreams(List<URI> approval, List<URI> contentRules, List<URI> monitoring) {
    public Upstreams {
        approval = some("approval", approval);
        contentRules = some("content-rules", contentRules);
        monitoring = some("monitoring", monitoring);
    }

    private static List<URI> some(String service, List<URI> instances) {
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("addresses of %s: 0 (expected: 1 or more)".formatted(service));
        }
        return List.copyOf(instances);
    }

    public List<URI> of(Service service) {
        return switch (service) {
            case APPROVAL -> approval;
            case CONTENT_RULES -> contentRules;
            case MONITORING -> monitoring;
        };
    }
}
