package cn.qianfa.gateway.http;

import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.delivery.tracing.Spans.Kind;
import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Around everything: names the trace in the logs, and says so where the store is away. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutermostFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutermostFilter.class);

    private final Problems problems;
    private final Spans spans;

    OutermostFilter(Problems problems, Spans spans) {
        this.problems = problems;
        this.spans = spans;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var place = new Traceparent(Trace.of(request).traceparent());
        var brought = Traceparent.read(request.getHeader(Trace.HEADER));
        try (var _ = spans.begin(Kind.SERVER, () -> name(request), place, brought);
                var _ = MDC.putCloseable("trace.id", Trace.of(request).traceId())) {
            chain.doFilter(request, response);
        } catch (MongoException e) {
            refuse(request, response, e);
        } catch (ServletException e) {
            if (!(e.getRootCause() instanceof MongoException cause)) {
                throw e;
            }
            refuse(request, response, cause);
        }
    }

    /** The route and not the path: a path tells of whom. */
    private static String name(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route
                ? request.getMethod() + ' ' + route
                : "no route";
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, MongoException cause)
            throws IOException {
        LOG.atWarn().log("The store does not answer: {}", cause.toString());
        if (!response.isCommitted()) {
            response.reset();
            problems.write(request, response, Problem.UNAVAILABLE);
        }
    }
}
