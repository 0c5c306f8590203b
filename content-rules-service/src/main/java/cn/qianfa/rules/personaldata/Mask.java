package cn.qianfa.rules.personaldata;

import cn.qianfa.rules.text.FoldTable;
import cn.qianfa.rules.text.FoldedText;
import cn.qianfa.rules.text.Likeness;
import java.util.function.IntPredicate;

/**
 * Replaces what identifies by asterisks, one for each UTF-16 unit, and leaves the rest and all signs between.
 *
 * @param head how many letters and digits stay at the beginning
 * @param tail how many stay at the end
 */
record Mask(int head, int tail) {
    /** All but the first letter before the at sign. */
    static final Mask LOCAL_PART = new Mask(1, -1);

    /** All numbers, and no word. */
    static final Mask NUMBERS = new Mask(-1, -1);

    String apply(String fragment) {
        var text = FoldTable.standard().read(fragment);
        var masked = new StringBuilder(fragment);
        var hides = hides(fragment, text);
        for (var i = 0; i < text.size(); i++) {
            for (var at = text.start(i); hides.test(i) && at < text.end(i); at++) {
                masked.setCharAt(at, '*');
            }
        }
        return masked.toString();
    }

    private IntPredicate hides(String fragment, FoldedText text) {
        if (this == NUMBERS) {
            return i -> Likeness.digit(text.unit(i)) != 0 || text.unit(i) == '十';
        }
        if (this == LOCAL_PART) {
            var at = Math.max(fragment.indexOf('@'), fragment.indexOf('＠'));
            var shown = text.size() > head && text.start(head) < at ? head : 0; // of a single letter nothing is shown
            return i -> i >= shown && text.start(i) < at;
        }
        return i -> i >= head && i < text.size() - tail;
    }
}
