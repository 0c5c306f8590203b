package cn.qianfa.gateway.route.http;

import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What of a service's answer reaches the browser: what describes the answer; the gateway says the rest itself. */
@Component
final class AnswerHeaders implements ResponseHttpHeadersFilter, Ordered {
    private static final List<String> PASSED = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_RANGE,
            HttpHeaders.ACCEPT_RANGES,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.VARY,
            HttpHeaders.ALLOW,
            HttpHeaders.RETRY_AFTER);

    @Override
    public HttpHeaders apply(HttpHeaders given, ServerResponse response) {
        var passed = new HttpHeaders();
        for (var name : PASSED) {
            var values = given.get(name);
            if (values != null) {
                passed.addAll(name, values);
            }
        }
        var location = given.getLocation();
        if (location != null) {
            passed.setLocation(here(location));
        }
        return passed;
    }

    /** A service's own address is of no use outside. */
    private static URI here(URI location) {
        var query = location.getRawQuery();
        return location.isAbsolute()
                ? URI.create(location.getRawPath() + (query == null ? "" : "?" + query))
                : location;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
