package cn.qianfa.gateway.route.http;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes requests to the instances of a service in turn, and one that an instance provably did not begin to the next: it
 * took no connection, or it is closing. What an instance may have begun is nobody else's.
 */
final class AnyInstance implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private final List<URI> instances;
    private final AtomicInteger turn = new AtomicInteger();

    AnyInstance(List<URI> instances) {
        this.instances = instances;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var first = turn.getAndUpdate(last -> (last + 1) % instances.size());
        for (var others = instances.size() - 1; others > 0; others--) {
            try {
                var answer = next.handle(to(first + others, request));
                if (!ServiceTrouble.isClosing(answer) || !canBeSentAgain(request)) {
                    return answer;
                }
                ServiceTrouble.letGo(request);
            } catch (ResourceAccessException | UncheckedIOException e) {
                if (!isNotSent(e)) {
                    throw e;
                }
            }
        }
        return next.handle(to(first, request));
    }

    private ServerRequest to(int nth, ServerRequest request) {
        return uri(instances.get(nth % instances.size())).apply(request);
    }

    /** Whatever lies in memory; media pass through and are gone. */
    private static boolean canBeSentAgain(ServerRequest request) throws IOException {
        var body = request.servletRequest().getInputStream();
        if (body.markSupported()) {
            body.reset();
            return true;
        }
        return false;
    }

    private static boolean isNotSent(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof ConnectTimeoutException
                        || cause instanceof HttpConnectTimeoutException);
    }
}
