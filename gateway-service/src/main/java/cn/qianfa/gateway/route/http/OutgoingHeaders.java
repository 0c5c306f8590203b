package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.http.Trace;
import cn.qianfa.gateway.token.TokenMint;
import java.util.Collections;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service is sent: the few headers it has a use for, the trace, and who acts in our own words. Nothing else
 * passes, so there is nothing to forge: no cookie, no {@code Authorization}, no {@code X-} and no {@code Forwarded}.
 */
@Component
final class OutgoingHeaders implements RequestHttpHeadersFilter, Ordered {
    private static final List<String> PASSED = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.RANGE,
            "Idempotency-Key",
            "Last-Event-ID");

    private final TokenMint mint;

    OutgoingHeaders(TokenMint mint) {
        this.mint = mint;
    }

    @Override
    public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
        var passed = new HttpHeaders();
        var raw = request.servletRequest(); // Spring's own view adds a charset to the content type
        for (var name : PASSED) {
            passed.addAll(name, Collections.list(raw.getHeaders(name)));
        }
        passed.set(Trace.HEADER, Trace.of(raw).traceparent());
        var route = ProxyRoutes.route(request);
        if (!route.isPublic()) {
            var who = Caller.current().orElseThrow(() -> new IllegalStateException("nobody was let in"));
            passed.setBearerAuth(mint.mint(who.actor(), route.service().audience()));
        }
        return passed;
    }

    /** The last word. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
