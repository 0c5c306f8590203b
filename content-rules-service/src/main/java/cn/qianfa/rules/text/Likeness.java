package cn.qianfa.rules.text;

import java.util.Map;

/**
 * Which characters may stand for one another: numerals for numerals, digits and signs for letters. Two questions are
 * asked of it: a coarse one, answered by {@link #shape}, to find candidates, and a fine one, {@link #step}, to keep those
 * which are meant.
 */
public final class Likeness {
    /** Returned by {@link #step} for characters which are not alike. */
    public static final int NONE = -1;

    private static final String[] NUMERALS = {"0〇零", "1一壹幺", "2二贰", "3三叁", "4四肆", "5五伍", "6六陆", "7七柒", "8八捌", "9九玖"};
    /** The letters a digit is written for, by digit. */
    private static final String[] LETTERS = {"o", "il", "z", "e", "a", "s", "", "t", "b", "g"};

    private static final Map<Character, Character> SIGNS = Map.of('@', 'a', '$', 's', '!', 'i');
    private static final char[] VALUES = new char[0x10000];
    private static final char[] SHAPES = shapes();

    private Likeness() {}

    /** The same for all characters which may stand for one another. */
    public static char shape(char unit) {
        return SHAPES[unit];
    }

    /** The digit a numeral stands for, as a character, or 0 where it is none. */
    public static char digit(char unit) {
        return VALUES[unit];
    }

    /** The bit of the step from the written unit to the meant one, 0 where they are the same, or {@link #NONE}. */
    public static int step(char written, char meant) {
        if (written == meant) {
            return 0;
        }
        if (SHAPES[written] != SHAPES[meant]) {
            return NONE;
        }
        if (VALUES[written] != 0 && VALUES[written] == VALUES[meant]) {
            return Step.NUMERAL.bit();
        }
        return standsFor(written, meant) || standsFor(meant, written) ? Step.LEET.bit() : NONE;
    }

    private static boolean standsFor(char sign, char letter) {
        return sign >= '0' && sign <= '9'
                ? LETTERS[sign - '0'].indexOf(letter) >= 0
                : SIGNS.getOrDefault(sign, sign) == letter;
    }

    private static char[] shapes() {
        var shapes = new char[0x10000];
        for (var c = 0; c < shapes.length; c++) {
            shapes[c] = (char) c;
        }
        for (var digit = 0; digit < 10; digit++) {
            for (var numeral : NUMERALS[digit].toCharArray()) {
                VALUES[numeral] = (char) ('0' + digit);
                shapes[numeral] = (char) ('0' + digit);
            }
            for (var letter : LETTERS[digit].toCharArray()) {
                shapes[letter] = (char) ('0' + digit);
            }
        }
        SIGNS.forEach((sign, letter) -> shapes[sign] = shapes[letter]);
        return shapes;
    }
}
