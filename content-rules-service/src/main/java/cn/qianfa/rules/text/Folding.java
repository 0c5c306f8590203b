package cn.qianfa.rules.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * What one code point is read as.
 *
 * @param units the plain characters, at most {@value #LONGEST}; empty where the code point is only skipped
 * @param mark the steps taken to read it, or what kind of gap it is
 */
record Folding(String units, int mark) {
    /** Some code points unfold into whole phrases; a text must not grow out of bounds through them. */
    static final int LONGEST = 4;

    static Folding of(int codePoint, Traditional traditional) {
        if (codePoint >= 0xD800 && codePoint <= 0xF8FF) {
            return new Folding("", Gap.of(codePoint)); // surrogates and private use: nothing to read
        }
        if (isPlain(codePoint)) {
            var simplified = traditional.simplified(codePoint);
            return new Folding(Character.toString(simplified), simplified == codePoint ? 0 : Step.TRADITIONAL.bit());
        }
        var lookalike = Lookalikes.of(codePoint);
        if (lookalike != 0) {
            return new Folding(String.valueOf(lookalike), Step.LOOKALIKE.bit());
        }
        var units = Gap.isBlank(codePoint) ? "" : units(codePoint, traditional);
        return units.isEmpty()
                ? new Folding(units, Gap.of(codePoint))
                : new Folding(units, steps(codePoint, units, traditional));
    }

    /** Ideographs but for the look-alikes, and Hangul: by far the most, and nothing but simplification changes them. */
    private static boolean isPlain(int codePoint) {
        return (codePoint >= 0x3400 && codePoint <= 0x4DBF
                        || codePoint >= 0x4E00 && codePoint <= 0x9FFF
                        || codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                && Lookalikes.of(codePoint) == 0;
    }

    private static String units(int codePoint, Traditional traditional) {
        var units = new StringBuilder();
        decomposed(codePoint)
                .codePoints()
                .filter(Folding::isRead)
                .limit(LONGEST)
                .map(Folding::lower)
                .map(traditional::simplified)
                .forEach(units::appendCodePoint);
        return units.length() > LONGEST ? units.substring(0, LONGEST) : units.toString();
    }

    private static boolean isRead(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.LETTER_NUMBER;
    }

    private static int lower(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return '0' + Character.digit(codePoint, 10);
        }
        var lower = Character.toLowerCase(Character.toUpperCase(codePoint));
        var lookalike = Lookalikes.of(lower);
        return lookalike == 0 ? lower : lookalike;
    }

    /** Accents are taken off Latin letters only; elsewhere a mark makes another letter. */
    private static String decomposed(int codePoint) {
        var text = Character.toString(codePoint);
        var parts = Normalizer.normalize(text, Form.NFKD);
        return Character.UnicodeScript.of(parts.codePointAt(0)) == Character.UnicodeScript.LATIN
                ? parts
                : Normalizer.normalize(text, Form.NFKC);
    }

    private static int steps(int codePoint, String units, Traditional traditional) {
        var text = Character.toString(codePoint);
        if (units.equals(text)) {
            return 0;
        }
        var steps = Character.isUpperCase(codePoint) ? Step.CASE.bit() : 0;
        if (traditional.simplified(codePoint) != codePoint) {
            steps |= Step.TRADITIONAL.bit();
        }
        if (codePoint >= 0xFF00 && codePoint <= 0xFFEF) {
            return steps | Step.WIDTH.bit();
        }
        return steps == 0 || units.length() != text.length() || isStyled(codePoint) ? steps | Step.STYLED.bit() : steps;
    }

    private static boolean isStyled(int codePoint) {
        return codePoint > 0x7F && Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.HAN;
    }
}
