package cn.qianfa.rules.check;

import cn.qianfa.rules.engine.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is writing.
 *
 * @param text 1 to 20,000 characters (Unicode code points), as a draft's
 * @param category may be missing while it is being written
 * @param target what it will be: telephone numbers and the like weigh more in an answer to a citizen
 */
public record Text(String text, @Nullable Category category, Target target) {
    /** In Unicode code points. */
    public static final int LONGEST = 20_000;

    private static final String NO_CATEGORY = "";

    /** What a text will be. */
    public enum Target {
        POST,
        ANSWER
    }

    public Text {
        if (!isText(text)) {
            throw new IllegalArgumentException("text: %d code points (expected: 1 to %d that can be published)"
                    .formatted(text.codePointCount(0, text.length()), LONGEST));
        }
    }

    /** Whether a draft could have this text: the same bound, the same characters. */
    public static boolean isText(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().allMatch(Text::isPublishable);
    }

    private static boolean isPublishable(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.UNASSIGNED -> (character & 0xFFFE) != 0xFFFE; // U+FFFE and U+FFFF of any plane are nobody's
            default -> true;
        };
    }

    Content content(Content.Facts facts) {
        var known = category == null ? NO_CATEGORY : category.name();
        return switch (target) {
            case POST -> new Content.Post(known, List.of(text), facts);
            case ANSWER -> new Content.Answer(known, List.of(text), facts);
        };
    }
}
