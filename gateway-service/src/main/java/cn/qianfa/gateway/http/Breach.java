package cn.qianfa.gateway.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that was not as it should be.
 *
 * @param value what was given; null where it must not be repeated, such as a password
 * @param expected the key of the words that say what was expected
 * @param details of these words
 */
public record Breach(String field, @Nullable String value, String expected, List<Object> details) {
    public Breach {
        details = List.copyOf(details);
    }

    public Breach(String field, @Nullable String value, String expected) {
        this(field, value, expected, List.of());
    }
}
