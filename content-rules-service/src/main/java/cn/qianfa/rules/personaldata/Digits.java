package cn.qianfa.rules.personaldata;

import cn.qianfa.rules.text.FoldedText;
import cn.qianfa.rules.text.Likeness;
import cn.qianfa.rules.text.Step;

/**
 * All digits of a text, whatever they were written with, and how each hangs together with the one before it. Groups are
 * digits of one script without anything between them; a chain is groups with little between them (138-1234 5678).
 */
final class Digits {
    /** How many code units of the original may stand between two groups of one chain. */
    private static final int WIDEST_GAP = 4;

    private static final String LIKE_DIGITS = "oli";
    private static final int LIKE_DIGITS_IN_A_ROW = 4;

    private enum Link {
        CHAIN_BEGINS,
        GROUP_BEGINS,
        /** From Arabic to Chinese digits or back: another word (13800138000一直), or a disguise (138零零138). */
        SCRIPT_CHANGES,
        GROUP_GOES_ON
    }

    private final FoldedText text;
    private final char[] digits;
    private final int[] units;
    private final Link[] links;
    private int size;

    private Digits(FoldedText text) {
        this.text = text;
        digits = new char[text.size()];
        units = new int[text.size()];
        links = new Link[text.size()];
    }

    static Digits of(FoldedText text) {
        var digits = new Digits(text);
        for (var i = 0; i < text.size(); i++) {
            var digit = digits.digitAt(i);
            if (digit != 0) {
                digits.add(digit, i);
            }
        }
        return digits;
    }

    int size() {
        return size;
    }

    char digit(int i) {
        return digits[i];
    }

    int unit(int i) {
        return units[i];
    }

    boolean beginsGroup(int i) {
        return links[i] != Link.GROUP_GOES_ON;
    }

    /** True where a group ends before i. */
    boolean endsBefore(int i) {
        return i == size || beginsGroup(i);
    }

    /** True where so many digits from i on are in one chain. */
    boolean chain(int i, int length) {
        if (i + length > size) {
            return false;
        }
        for (var k = i + 1; k < i + length; k++) {
            if (links[k] == Link.CHAIN_BEGINS) {
                return false;
            }
        }
        return true;
    }

    String text(int i, int length) {
        return new String(digits, i, length);
    }

    /** The lengths of the groups of so many digits from i on are those, or all digits stand alone. */
    boolean grouped(int i, int length, Grouping grouping) {
        var groups = 1;
        var first = 0;
        var sinceLast = 1;
        for (var k = 1; k < length; k++) {
            sinceLast++;
            if (links[i + k] == Link.GROUP_BEGINS) {
                first = groups == 1 ? k : first;
                groups++;
                sinceLast = 1;
            }
        }
        return groups == 1 || groups == length || grouping.fits(first, sinceLast, groups);
    }

    /** The place of so many digits from i on. */
    Place place(int i, int length) {
        var last = i + length - 1;
        var steps = text.steps(units[i], units[last]);
        for (var k = i; k <= last; k++) {
            var unit = text.unit(units[k]);
            if (unit != digits[k]) {
                steps |= Likeness.digit(unit) == digits[k] ? Step.NUMERAL.bit() : Step.LOOKALIKE.bit();
            }
        }
        return new Place(units[i], units[last], steps);
    }

    /** Whether several groups may be one number. */
    interface Grouping {
        /**
         * @param first digits in the first group
         * @param last digits in the last group
         * @param groups how many groups, two or more
         */
        boolean fits(int first, int last, int groups);
    }

    private char digitAt(int i) {
        var unit = text.unit(i);
        if (LIKE_DIGITS.indexOf(unit) < 0) {
            return Likeness.digit(unit);
        }
        var inside = size > 0 && units[size - 1] == i - 1 && text.gap(i) == 0 && digitFollows(i);
        return inside ? unit == 'o' ? '0' : '1' : 0;
    }

    /** True where a true digit comes next, after a few which only look like one. */
    private boolean digitFollows(int i) {
        for (var k = i + 1; k < text.size() && k - i <= LIKE_DIGITS_IN_A_ROW && text.gap(k) == 0; k++) {
            if (LIKE_DIGITS.indexOf(text.unit(k)) < 0) {
                return Likeness.digit(text.unit(k)) != 0;
            }
        }
        return false;
    }

    private void add(char digit, int unit) {
        digits[size] = digit;
        units[size] = unit;
        links[size] = link(unit);
        size++;
    }

    private Link link(int unit) {
        if (size == 0 || units[size - 1] != unit - 1 || Step.PUNCTUATION.in(text.gap(unit))) {
            return Link.CHAIN_BEGINS;
        }
        if (text.gap(unit) == 0) {
            return isChinese(unit) == isChinese(unit - 1) ? Link.GROUP_GOES_ON : Link.SCRIPT_CHANGES;
        }
        return text.start(unit) - text.end(unit - 1) > WIDEST_GAP ? Link.CHAIN_BEGINS : Link.GROUP_BEGINS;
    }

    private boolean isChinese(int unit) {
        return text.unit(unit) >= 0x3000;
    }
}
