package cn.qianfa.contracts.delivery.tracing;

import cn.qianfa.contracts.delivery.Traceparent;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a trace. {@link Traceparent} says which trace a thread is at; where a trace server is set, each step has a
 * place of its own under it and is told there when it is over. Where none is set everything goes on as it came and nothing
 * is kept. A span bears the name of what is done and of no one it is done to: no words, no person, no number.
 */
public final class Spans implements AutoCloseable {
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final Spans OFF = new Spans("", null);

    private final String service;
    private final @Nullable TraceServer server;

    private Spans(String service, @Nullable TraceServer server) {
        this.service = service;
        this.server = server;
    }

    /** No trace server. */
    public static Spans off() {
        return OFF;
    }

    /** @param server takes spans in the JSON of Zipkin's version 2, such as {@code http://127.0.0.1:9411/api/v2/spans} */
    public static Spans toldTo(URI server, String service) {
        return new Spans(service, new TraceServer(server));
    }

    /** What a step is to those before and after it, in Zipkin's words. */
    public enum Kind {
        /** Answers a request. */
        SERVER,
        /** Hands an event to the broker. */
        PRODUCER,
        /** Reacts to an event. */
        CONSUMER
    }

    /**
     * A step that begins now, under the one that was brought; none where none was: a timer's, a start's.
     *
     * @param name is asked for when the step is over
     */
    public Step begin(Kind kind, Supplier<String> name, Optional<Traceparent> brought) {
        return server == null
                ? new Step(brought, () -> {})
                : brought.map(parent -> step(kind, name, parent.child(), parent.spanId()))
                        .orElse(new Step(Optional.empty(), () -> {}));
    }

    /**
     * A step that begins now in a place it has already, as where others know of it.
     *
     * @param parent what it is under; empty where it is the first of its trace
     */
    public Step begin(Kind kind, Supplier<String> name, Traceparent place, Optional<Traceparent> parent) {
        return server == null
                ? new Step(Optional.of(place), () -> {})
                : step(kind, name, place, parent.map(Traceparent::spanId).orElse(null));
    }

    private Step step(Kind kind, Supplier<String> name, Traceparent place, @Nullable String parent) {
        var begun = CLOCK.instant();
        var nanos = System.nanoTime();
        return new Step(
                Optional.of(place),
                () -> tell(new Span(
                        place.id(),
                        place.spanId(),
                        parent,
                        kind,
                        name.get(),
                        micros(begun),
                        Math.max(1, (System.nanoTime() - nanos) / 1_000),
                        service)));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private void tell(Span span) {
        if (server != null) {
            server.tell(span);
        }
    }

    /** Tells what is still to be told, as far as the server listens. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /**
     * One step, over when it is closed.
     *
     * @param place what it is known by, also to those it goes on with; empty where there is no trace
     */
    public record Step(Optional<Traceparent> place, Runnable whenOver) implements AutoCloseable {
        /** This thread is at it until the scope is closed. */
        public Traceparent.Scope enter() {
            return place.map(Traceparent::enter).orElse(Traceparent.Scope.NONE);
        }

        @Override
        public void close() {
            whenOver.run();
        }
    }

    /** As Zipkin knows it: times in microseconds, each id in hexadecimal digits. */
    record Span(
            String traceId,
            String id,
            @Nullable String parentId,
            Kind kind,
            String name,
            long timestamp,
            long duration,
            String service) {}
}
