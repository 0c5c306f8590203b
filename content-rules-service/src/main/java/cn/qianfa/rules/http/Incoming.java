package cn.qianfa.rules.http;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Actor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command as it came. Its parts are read late: who may ask is decided before what was asked is looked at.
 *
 * @param key of the header {@code Idempotency-Key}
 */
public record Incoming(
        String method, String path, byte[] body, @Nullable String key) {
    static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_SHAPE = Pattern.compile("[!-~]{1,128}");

    /** The command itself, read once it is asked for; its receipt answers the same command again. */
    public Supplier<Cause.Command> command(Actor by) {
        return () -> {
            if (key == null || !KEY_SHAPE.matcher(key).matches()) {
                throw new BadRequest(Problem.INVALID, Breach.of(KEY, key, "expected.idempotency-key"));
            }
            return new Cause.Command(by.id() + '|' + key, Digest.of(method + ' ' + path + '\n', body), "");
        };
    }

    /** The content, read once it is asked for. */
    public <T> Supplier<T> content(Function<JsonForm, T> reader) {
        return () -> reader.apply(JsonForm.of(body));
    }
}
