package cn.qianfa.approval.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.identity.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** A command with content. */
    public <T> Asked<T> asked(Actor by, Function<JsonForm, T> reader) {
        return new Asked<>(by, () -> command(by), content(reader));
    }

    /** A command that says everything with its address. */
    public Asked<Void> asked(Actor by) {
        return new Asked<>(
                by,
                () -> {
                    JsonForm.of(body).end();
                    return command(by);
                },
                () -> {
                    throw new IllegalStateException("there is no content to read");
                });
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

    /** The version that was read before, of a command that says everything else with its address. */
    public Supplier<OptionalLong> onlyVersion() {
        return () -> {
            JsonForm.of(body).end();
            return version();
        };
    }

    private Cause.Command command(Actor by) {
        if (key == null || !KEY_SHAPE.matcher(key).matches()) {
            throw new BadRequest(Problem.INVALID, Breach.of(KEY, key, "expected.idempotency-key"));
        }
        return new Cause.Command(by.id() + '|' + key, hash(), "");
    }

    private String hash() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((method + ' ' + path + '\n').getBytes(UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
