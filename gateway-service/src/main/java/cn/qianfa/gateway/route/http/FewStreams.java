package cn.qianfa.gateway.route.http;

import cn.qianfa.gateway.http.Problem;
import cn.qianfa.gateway.http.Problems;
import cn.qianfa.gateway.session.LiveStreams;
import java.time.Duration;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Opens a live stream, unless one person has many already: each holds a connection for hours. */
final class FewStreams implements HandlerFunction<ServerResponse> {
    private static final int MANY = 20;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final HandlerFunction<ServerResponse> next;
    private final LiveStreams streams;
    private final Problems problems;

    FewStreams(HandlerFunction<ServerResponse> next, LiveStreams streams, Problems problems) {
        this.next = next;
        this.streams = streams;
        this.problems = problems;
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws Exception {
        var reader = Caller.current().orElseThrow(() -> new IllegalStateException("nobody was let in"));
        return streams.countOf(reader.actor().id()) >= MANY
                ? Refusal.of(problems.later(request.servletRequest(), Problem.TOO_OFTEN, SOON))
                : next.handle(request);
    }
}
