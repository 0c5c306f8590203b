package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.session.LiveStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes a live stream on as it comes, each piece at once, until either side or {@link LiveStreams} ends it. A client of
 * its own: those behind Spring's request factories read an answer to its end before they let go of it, and a stream has
 * none.
 */
final class LiveExchange implements ProxyExchange {
    private static final Logger LOG = LoggerFactory.getLogger(LiveExchange.class);
    private static final Set<String> NOT_OURS_TO_SET =
            Set.of("host", "connection", "content-length", "upgrade", "expect");

    private final HttpClient client;
    private final Duration untilHeaders;
    private final LiveStreams streams;

    /** @param untilHeaders how long a service may take to begin */
    LiveExchange(Duration connect, Duration untilHeaders, LiveStreams streams) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build();
        this.untilHeaders = untilHeaders;
        this.streams = streams;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var answer = send(request);
        MvcUtils.putAttribute(request.getServerRequest(), MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, answer.body());
        var response = GatewayServerResponse.status(HttpStatusCode.valueOf(answer.statusCode()))
                .build((_, servlet) -> {
                    pass(answer.body(), servlet.getOutputStream());
                    return null;
                });
        var seen = new Answer(answer);
        request.getResponseConsumers().forEach(consumer -> consumer.accept(seen, response));
        return response;
    }

    private HttpResponse<InputStream> send(Request request) {
        var uri = request.getUri();
        if (uri == null) {
            throw new IllegalStateException("no address to pass the stream on from");
        }
        var outgoing = HttpRequest.newBuilder(uri).timeout(untilHeaders).GET();
        request.getHeaders().forEach((name, values) -> {
            if (!NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> outgoing.header(name, value));
            }
        });
        try {
            return client.send(outgoing.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private void pass(InputStream from, OutputStream to) {
        var reader = Caller.current().orElseThrow(() -> new IllegalStateException("nobody was let in"));
        try (from;
                var stream = streams.open(reader, () -> close(from))) {
            to.flush(); // the headers leave before the first event
            var buffer = new byte[8192];
            for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                stream.heard();
                to.write(buffer, 0, read);
                to.flush();
            }
        } catch (IOException e) {
            LOG.atDebug().log("A live stream ended: {}", e.toString()); // the browser left, or the stream was cut
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.atDebug().log("A live stream was closed already: {}", e.toString());
        }
    }

    /** The answer as the filters of headers see it. */
    private static final class Answer implements Response {
        private final HttpStatusCode status;
        private final HttpHeaders headers = new HttpHeaders();

        Answer(HttpResponse<?> answer) {
            status = HttpStatusCode.valueOf(answer.statusCode());
            answer.headers().map().forEach(headers::addAll);
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
