package cn.qianfa.rules.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mobile numbers of the mainland: eleven digits, 1 and then 3 to 9, alone or after +86. Eleven digits inside a longer
 * number, in a serial number or before a measure (13800000000元) are none.
 */
final class MobileNumbers implements Detector {
    private static final int LENGTH = 11;
    private static final String MEASURES = "元吨人户亩斤米千次万亿度株公辆件个平立多余";
    private static final Set<String> NAMED = Set.of("tel", "phone", "mobile", "v", "vx", "wx", "q", "qq", "t", "m");
    private static final int LONGEST_NAME = 6;

    @Override
    public List<Place> find(Reading text) {
        var places = new ArrayList<Place>();
        var digits = text.digits();
        for (var i = 0; i < digits.size(); i++) {
            text.step();
            var number = i + countryCode(digits, i);
            if (digits.beginsGroup(i) && isNumber(text, i, number)) {
                places.add(digits.place(number, LENGTH));
                i = number + LENGTH - 1;
            }
        }
        return places;
    }

    private static int countryCode(Digits digits, int i) {
        for (var code : List.of("86", "0086")) {
            if (digits.chain(i, code.length() + LENGTH)
                    && digits.text(i, code.length()).equals(code)) {
                return code.length();
            }
        }
        return 0;
    }

    private static boolean isNumber(Reading text, int begin, int i) {
        var digits = text.digits();
        return digits.chain(i, LENGTH)
                && digits.digit(i) == '1'
                && digits.digit(i + 1) >= '3'
                && digits.endsBefore(i + LENGTH)
                && digits.grouped(i, LENGTH, (first, last, _) -> first >= 3 && last >= 4)
                && !text.isService(digits.text(i, LENGTH))
                && !isSerial(text, digits.unit(begin))
                && !isAmount(text, digits.unit(i + LENGTH - 1) + 1);
    }

    /** Letters directly before it make it a serial number, unless they say that it is a telephone number. */
    private static boolean isSerial(Reading text, int unit) {
        if (!text.text().joinsWord(unit)) {
            return false;
        }
        var from = unit - 1;
        while (unit - from <= LONGEST_NAME && text.text().joinsWord(from)) {
            from--;
        }
        var name = new StringBuilder();
        for (var i = from; i < unit; i++) {
            name.append(text.text().unit(i));
        }
        return !NAMED.contains(name.toString());
    }

    private static boolean isAmount(Reading text, int next) {
        return text.text().joinsWord(next)
                || next < text.text().size()
                        && text.text().gap(next) == 0
                        && MEASURES.indexOf(text.text().unit(next)) >= 0;
    }
}
