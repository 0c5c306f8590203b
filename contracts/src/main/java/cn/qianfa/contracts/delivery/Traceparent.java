package cn.qianfa.contracts.delivery;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The W3C trace context of what a thread is at: of the request it answers or the event it reacts to. What is logged and
 * announced meanwhile bears it, so that one id leads from a click to the last event it caused.
 *
 * @param value as it travels: {@code 00-<trace id>-<parent id>-<flags>}
 */
public record Traceparent(String value) {
    /** Its name among the headers of a request and of an event. */
    public static final String HEADER = "traceparent";

    private static final String LOGGED_AS = "trace.id";
    private static final Pattern SHAPE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final ThreadLocal<Optional<Traceparent>> CURRENT = ThreadLocal.withInitial(Optional::empty);

    public Traceparent {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("traceparent: %s (expected: of version 00)".formatted(value));
        }
    }

    /** The one that was brought; a new one where none was, or none that can be read. */
    public static Traceparent of(@Nullable String brought) {
        return read(brought).orElseGet(Traceparent::begun);
    }

    /** Empty where it is not one: whoever sent it must not be able to write into our logs. */
    public static Optional<Traceparent> read(@Nullable String brought) {
        return brought != null && SHAPE.matcher(brought).matches()
                ? Optional.of(new Traceparent(brought))
                : Optional.empty();
    }

    private static Traceparent begun() {
        return new Traceparent("00-" + digits(16) + '-' + digits(8) + "-01");
    }

    private static String digits(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // all zeros would stand for none
        return HexFormat.of().formatHex(random);
    }

    /** What this thread is at; empty where nobody asked for it: a timer, a start. */
    public static Optional<Traceparent> current() {
        return CURRENT.get();
    }

    /** The same as it travels; null where there is none. */
    public static @Nullable String currentValue() {
        return current().map(Traceparent::value).orElse(null);
    }

    /** Its trace id, 32 hexadecimal digits. */
    public String id() {
        return value.substring(3, 35);
    }

    /** What it is under in its trace, 16 hexadecimal digits. */
    public String spanId() {
        return value.substring(36, 52);
    }

    /** A new place under this one, in the same trace. */
    public Traceparent child() {
        return new Traceparent(value.substring(0, 36) + digits(8) + value.substring(52));
    }

    /** This thread is at it until the scope is closed, and then again at what it was at before. */
    public Scope enter() {
        var before = CURRENT.get();
        CURRENT.set(Optional.of(this));
        MDC.put(LOGGED_AS, id());
        return () -> leave(before);
    }

    private static void leave(Optional<Traceparent> before) {
        before.ifPresentOrElse(
                one -> {
                    CURRENT.set(before);
                    MDC.put(LOGGED_AS, one.id());
                },
                () -> {
                    CURRENT.remove();
                    MDC.remove(LOGGED_AS);
                });
    }

    /** The time in which a thread is at something. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        /** At nothing in particular: changes nothing. */
        Scope NONE = () -> {};

        @Override
        void close();
    }
}
