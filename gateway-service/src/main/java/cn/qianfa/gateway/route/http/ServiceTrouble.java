package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.http.BodyTooLarge;
import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A service that is away, silent or does not take our word is one thing to the browser: try again in a moment. */
final class ServiceTrouble implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceTrouble.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Problems problems;

    ServiceTrouble(Problems problems) {
        this.problems = problems;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            var answer = next.handle(request);
            if (answer.statusCode() == HttpStatus.UNAUTHORIZED) {
                letGo(request);
                return unavailable(request, "it does not take the gateway's token");
            }
            if (isClosing(answer)) {
                letGo(request);
                return unavailable(request, "it is closing");
            }
            return answer;
        } catch (ResourceAccessException | UncheckedIOException e) {
            return isTooLarge(e) ? problem(request, Problem.TOO_LARGE) : unavailable(request, e.toString());
        }
    }

    /** The server says so before it looks at a request; what a service says of itself is a problem, with words. */
    static boolean isClosing(ServerResponse answer) {
        return answer.statusCode() == HttpStatus.SERVICE_UNAVAILABLE
                && answer.headers().getContentType() == null;
    }

    /** Of an answer nobody will read. */
    static void letGo(ServerRequest request) throws IOException {
        if (MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR) instanceof InputStream body) {
            body.close();
        }
        if (MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR) instanceof ClientHttpResponse response) {
            response.close();
        }
    }

    private static boolean isTooLarge(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(BodyTooLarge.class::isInstance);
    }

    private ServerResponse unavailable(ServerRequest request, String why) throws IOException {
        LOG.atWarn()
                .addKeyValue("upstream", ProxyRoutes.route(request).service().audience())
                .log("A service does not answer: {}", why);
        return problem(request, Problem.UNAVAILABLE);
    }

    private ServerResponse problem(ServerRequest request, Problem problem) {
        return Refusal.of(problems.later(request.servletRequest(), problem, SOON));
    }
}
