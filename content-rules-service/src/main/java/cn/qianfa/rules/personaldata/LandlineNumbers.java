package cn.qianfa.rules.personaldata;

import java.util.ArrayList;
import java.util.List;

/**
 * Landline numbers with an area code: 010 and 02x with eight digits, 03xx to 09xx with seven or eight. Short numbers of
 * services (12345, 110, 95598, 400) have none and are never found.
 */
final class LandlineNumbers implements Detector {
    @Override
    public List<Place> find(Reading text) {
        var places = new ArrayList<Place>();
        var digits = text.digits();
        for (var i = 0; i < digits.size(); i++) {
            text.step();
            var length = digits.beginsGroup(i) ? length(text, i) : 0;
            if (length > 0) {
                places.add(digits.place(i, length));
                i += length - 1;
            }
        }
        return places;
    }

    /** How many digits the number which begins here has, or 0. */
    private static int length(Reading text, int i) {
        var area = areaCode(text.digits(), i);
        if (area == 0 || text.text().joinsWord(text.digits().unit(i))) {
            return 0;
        }
        for (var local = 8; local >= (area == 3 ? 8 : 7); local--) {
            if (isNumber(text, i, area, local)) {
                return area + local;
            }
        }
        return 0;
    }

    private static int areaCode(Digits digits, int i) {
        if (digits.digit(i) != '0' || !digits.chain(i, 11)) {
            return 0;
        }
        return switch (digits.digit(i + 1)) {
            case '1' -> digits.digit(i + 2) == '0' ? 3 : 0;
            case '2' -> 3;
            case '0' -> 0;
            default -> 4;
        };
    }

    private static boolean isNumber(Reading text, int i, int area, int local) {
        var digits = text.digits();
        return digits.chain(i, area + local)
                && digits.endsBefore(i + area + local)
                && digits.digit(i + area) >= '2'
                && digits.grouped(i, area + local, (first, last, groups) -> first == area && last >= 3 && groups <= 3)
                && !text.isService(digits.text(i, area + local))
                && !text.isService(digits.text(i + area, local));
    }
}
