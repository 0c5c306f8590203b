package cn.qianfa.rules.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that is not as it should be.
 *
 * @param value what was given, shortened; null where nothing was
 * @param expected the key of the words that say what is expected
 * @param details of these words
 */
public record Breach(String field, @Nullable String value, String expected, List<Object> details) {
    private static final int LONGEST_VALUE = 100;

    public Breach {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + '…';
        }
        details = List.copyOf(details);
    }

    public static Breach of(String field, @Nullable String value, String expected, Object... details) {
        return new Breach(field, value, expected, List.of(details));
    }
}
