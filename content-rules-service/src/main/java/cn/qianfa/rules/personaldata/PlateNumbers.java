package cn.qianfa.rules.personaldata;

import cn.qianfa.rules.text.FoldedText;
import cn.qianfa.rules.text.Step;
import java.util.ArrayList;
import java.util.List;

/** Vehicle plates after GA 36: province, office letter, then five characters, or six of a new-energy vehicle. */
final class PlateNumbers implements Detector {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String SPECIAL = "学警挂港澳";
    private static final int SHORTEST = 5;
    private static final int LONGEST = 6;
    private static final int FEWEST_DIGITS = 3;

    @Override
    public List<Place> find(Reading text) {
        var places = new ArrayList<Place>();
        for (var i = 0; i < text.text().size(); i++) {
            text.step();
            if (PROVINCES.indexOf(text.text().unit(i)) >= 0 && isLetter(text.text(), i + 1)) {
                var last = last(text, i + 2);
                if (last > 0) {
                    // Plates are written in capitals; that hides nothing.
                    places.add(new Place(i, last, text.text().steps(i, last) & ~Step.CASE.bit()));
                    i = last;
                }
            }
        }
        return places;
    }

    /** Index of the last unit of the number which begins here, or 0. */
    private static int last(Reading reading, int from) {
        var text = reading.text();
        var digits = 0;
        var i = from;
        for (; i - from <= LONGEST && goesOn(text, i, from); i++) {
            reading.step();
            digits += Character.isDigit(text.unit(i)) ? 1 : 0;
            if (SPECIAL.indexOf(text.unit(i)) >= 0) {
                i++;
                break;
            }
        }
        var length = i - from;
        return length >= SHORTEST && length <= LONGEST && digits >= FEWEST_DIGITS && !text.joinsWord(i) ? i - 1 : 0;
    }

    private static boolean goesOn(FoldedText text, int i, int from) {
        if (i >= text.size() || Step.PUNCTUATION.in(text.gap(i))) {
            return false;
        }
        var special = i - from == SHORTEST - 1 && SPECIAL.indexOf(text.unit(i)) >= 0;
        return special || isLetter(text, i) || text.unit(i) >= '0' && text.unit(i) <= '9';
    }

    /** I and O are not used, they look like digits. */
    private static boolean isLetter(FoldedText text, int i) {
        return i < text.size()
                && !Step.PUNCTUATION.in(text.gap(i))
                && text.unit(i) >= 'a'
                && text.unit(i) <= 'z'
                && text.unit(i) != 'i'
                && text.unit(i) != 'o';
    }
}
