package cn.qianfa.rules.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Bank card numbers: an issuer's prefix, 16 to 19 digits together or in fours, and Luhn's check digit. */
final class BankCards implements Detector {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 19;
    /** UnionPay of any length; Visa, Mastercard and JCB of sixteen. Looks at two digits only. */
    private static final Pattern PREFIX = Pattern.compile("62|4\\d|5[1-5]|35");

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

    private static int length(Reading text, int i) {
        var digits = text.digits();
        if (!digits.chain(i, SHORTEST) || !PREFIX.matcher(digits.text(i, 2)).matches()) {
            return 0;
        }
        var longest = digits.text(i, 2).equals("62") ? LONGEST : SHORTEST;
        for (var length = longest; length >= SHORTEST; length--) {
            text.step();
            if (isCard(digits, i, length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isCard(Digits digits, int i, int length) {
        return digits.chain(i, length)
                && digits.endsBefore(i + length)
                && digits.grouped(i, length, (first, last, groups) -> inFours(length, first, last, groups))
                && passesLuhn(digits.text(i, length));
    }

    private static boolean inFours(int length, int first, int last, int groups) {
        return first == 6 && groups == 2 || first == 4 && last <= 4 && groups == (length + 3) / 4;
    }

    private static boolean passesLuhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }
}
