package cn.qianfa.approval.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is checked, signed and published.
 *
 * @param category one of the six (article 9); may be missing while the draft is being written
 * @param text 1 to 20,000 characters (Unicode code points), see {@link #isText}
 * @param media SHA-256 of each picture or clip, in hex, in the order they stand
 */
public record Content(@Nullable Category category, Importance importance, String text, List<String> media) {
    /** In Unicode code points. */
    public static final int LONGEST_TEXT = 20_000;

    public Content {
        if (!isText(text)) {
            throw new IllegalArgumentException("text: %d code points (expected: 1 to %d that can be published)"
                    .formatted(text.codePointCount(0, text.length()), LONGEST_TEXT));
        }
        media = List.copyOf(media);
    }

    /**
     * Whether this can be a draft's text: not blank, not too long, and of characters every channel can carry: no halves of
     * characters, which would change on their way, and no control characters but tabulators and line ends.
     */
    public static boolean isText(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_TEXT
                && text.codePoints().allMatch(Content::isPublishable);
    }

    private static boolean isPublishable(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.UNASSIGNED -> (character & 0xFFFE) != 0xFFFE; // U+FFFE and U+FFFF of any plane are nobody's
            default -> true;
        };
    }

    /** The parts that will be published one after another; until series are split, one. */
    public List<String> parts() {
        return List.of(text);
    }

    /**
     * SHA-256, in hex, of the content's canonical form. Lines end with one line feed; every length is in bytes of UTF-8,
     * so that no two contents have the same form:
     *
     * <pre>
     * qianfa-content 1
     * category PLANS_AND_PROGRESS            (or: category -)
     * importance ORDINARY
     * parts 2
     * part 7
     * (7 bytes of text)
     * part 4
     * (4 bytes of text)
     * media 1
     * (64 hexadecimal digits)
     * </pre>
     */
    public String hash() {
        var form = new ByteArrayOutputStream();
        line(form, "qianfa-content 1");
        line(form, "category " + (category == null ? "-" : category.name()));
        line(form, "importance " + importance.name());
        line(form, "parts " + parts().size());
        for (var part : parts()) {
            line(form, "part " + part.getBytes(UTF_8).length);
            line(form, part);
        }
        line(form, "media " + media.size());
        media.forEach(medium -> line(form, medium));
        return HexFormat.of().formatHex(sha256(form.toByteArray()));
    }

    private static void line(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(UTF_8));
        form.write('\n');
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
