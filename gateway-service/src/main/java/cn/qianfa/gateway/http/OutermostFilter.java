package cn.qianfa.gateway.http;

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

/** Around everything: names the trace in the logs, and says so where the store is away. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutermostFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OutermostFilter.class);

    private final Problems problems;

    OutermostFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = MDC.putCloseable("trace.id", Trace.of(request).traceId())) {
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

    private void refuse(HttpServletRequest request, HttpServletResponse response, MongoException cause)
            throws IOException {
        LOG.atWarn().log("The store does not answer: {}", cause.toString());
        if (!response.isCommitted()) {
            response.reset();
            problems.write(request, response, Problem.UNAVAILABLE);
        }
    }
}
