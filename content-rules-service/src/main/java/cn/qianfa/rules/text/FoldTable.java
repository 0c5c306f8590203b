package cn.qianfa.rules.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How every character is read. One lookup for a character of the basic plane; the rest, rare, is worked out when met.
 * The same table reads the terms of a lexicon and the texts they are looked for in, which is why both agree.
 */
public final class FoldTable {
    private static final FoldTable STANDARD = new FoldTable(Traditional.read());
    /** Stands in the table for "several units": a character which is never a unit itself. */
    private static final char SEVERAL = '\uFFFF';

    private final Traditional traditional;
    private final char[] units = new char[0x10000];
    private final char[] marks = new char[0x10000];
    private final String digest;

    private FoldTable(Traditional traditional) {
        this.traditional = traditional;
        for (var c = 0; c < units.length; c++) {
            var folding = Folding.of(c, traditional);
            marks[c] = (char) folding.mark();
            units[c] = switch (folding.units().length()) {
                case 0 -> 0;
                case 1 -> folding.units().charAt(0);
                default -> SEVERAL;
            };
        }
        digest = digest(units, marks);
    }

    /** The table of this program. */
    public static FoldTable standard() {
        return STANDARD;
    }

    /** Twelve hexadecimal digits of its SHA-256: two programs which read differently differ here. */
    public String digest() {
        return digest;
    }

    /** Reads a text, in one pass over it. */
    public FoldedText read(String text) {
        var folded = new FoldedTextBuilder(text.length());
        var length = 0;
        for (var i = 0; i < text.length(); i += length) {
            var codePoint = text.codePointAt(i);
            length = Character.charCount(codePoint);
            add(folded, codePoint, i, isLeet(text, i));
        }
        return folded.build();
    }

    private void add(FoldedTextBuilder folded, int codePoint, int at, boolean leet) {
        if (leet) {
            folded.unit((char) codePoint, 0, at, 1);
            return;
        }
        if (codePoint < units.length && units[codePoint] != SEVERAL) {
            addOne(folded, codePoint, at);
            return;
        }
        var folding = Folding.of(codePoint, traditional);
        if (folding.units().isEmpty()) {
            folded.gap(folding.mark(), Gap.clings(codePoint), at, Character.charCount(codePoint));
        }
        for (var i = 0; i < folding.units().length(); i++) {
            folded.unit(folding.units().charAt(i), folding.mark(), at, Character.charCount(codePoint));
        }
    }

    private void addOne(FoldedTextBuilder folded, int c, int at) {
        if (units[c] == 0) {
            folded.gap(marks[c], Gap.clings(c), at, 1);
            return;
        }
        folded.unit(units[c], marks[c], at, 1);
    }

    /** An at, dollar or exclamation sign inside a Latin word is a letter; anywhere else it is a sign. */
    private static boolean isLeet(String text, int i) {
        var c = text.charAt(i);
        return (c == '@' || c == '$' || c == '!')
                && i > 0
                && i + 1 < text.length()
                && isAscii(text.charAt(i - 1))
                && isAscii(text.charAt(i + 1));
    }

    private static boolean isAscii(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static String digest(char[]... tables) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var table : tables) {
                sha.update(new String(table).getBytes(StandardCharsets.UTF_16BE));
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
