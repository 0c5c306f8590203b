package cn.qianfa.monitoring.http;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Actor;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command as it came. Its parts are read late: who may ask is decided before what was asked is looked at.
 *
 * @param key of the header {@code Idempotency-Key}
 * @param ifMatch of the header {@code If-Match}
 */
public record Incoming(
        String method,
        String path,
        byte[] body,
        @Nullable String key,
        @Nullable String ifMatch) {
    static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_SHAPE = Pattern.compile("[!-~]{1,128}");
    private static final Pattern VERSION_SHAPE = Pattern.compile("\"([0-9]{1,18})\"");

    /** The command itself, read once it is asked for; its receipt answers the same command again. */
    public Supplier<Cause.Command> command(Actor by) {
        return () -> {
            if (key == null || !isKey(key)) {
                throw new BadRequest(Problem.INVALID, Breach.of(KEY, key, "expected.idempotency-key"));
            }
            return new Cause.Command(by.id() + '|' + key, Digest.of(method + ' ' + path + '\n', body), "");
        };
    }

    /** Whether a key may stand for a command: 1 to 128 visible ASCII characters. */
    public static boolean isKey(String key) {
        return KEY_SHAPE.matcher(key).matches();
    }

    /** The content, read once it is asked for. */
    public <T> Supplier<T> content(Function<JsonForm, T> reader) {
        return () -> reader.apply(JsonForm.of(body));
    }

    /** The version that was read before; empty where the command does not say. */
    public OptionalLong version() {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        var shape = VERSION_SHAPE.matcher(ifMatch.strip());
        return OptionalLong.of(shape.matches() ? Long.parseLong(shape.group(1)) : -1); // matches no version
    }
}
