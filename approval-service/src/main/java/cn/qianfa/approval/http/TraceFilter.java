package cn.qianfa.approval.http;

import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.delivery.tracing.Spans.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Whatever is logged and announced on the way of a request bears its trace. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {
    private final Spans spans;

    TraceFilter(Spans spans) {
        this.spans = spans;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var step = spans.begin(Kind.SERVER, () -> name(request), Optional.of(Trace.of(request)));
                var _ = step.enter()) {
            chain.doFilter(request, response);
        }
    }

    /** The route and not the path: a path tells of whom. */
    private static String name(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route
                ? request.getMethod() + ' ' + route
                : "no route";
    }
}
