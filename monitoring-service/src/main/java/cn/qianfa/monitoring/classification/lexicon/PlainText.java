package cn.qianfa.monitoring.classification.lexicon;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text without the variations that do not change its words: full width, capitals, invisible characters, blanks, and
 * signs put between the characters of a word.
 */
record PlainText(String value) {
    private static final String NOISE = "*_·•~^|/\\-+=#@\"'“”‘’`<>【】[](){}「」『』《》…";

    static PlainText of(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(folded.length());
        folded.codePoints().filter(PlainText::isKept).map(PlainText::oneSign).forEach(plain::appendCodePoint);
        return new PlainText(plain.toString());
    }

    private static boolean isKept(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.CONTROL ->
                character == '\n';
            case Character.SPACE_SEPARATOR -> false;
            default -> NOISE.indexOf(character) < 0;
        };
    }

    /** Chinese and Latin sentence signs are the same sign. */
    private static int oneSign(int character) {
        return switch (character) {
            case '。' -> '.';
            case '、' -> ',';
            default -> character;
        };
    }

    static boolean endsSentence(char character) {
        return ".!?;\n".indexOf(character) >= 0;
    }
}
