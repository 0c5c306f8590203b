package cn.qianfa.rules.personaldata;

import cn.qianfa.rules.text.Step;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Citizen identity numbers after GB 11643: region, date of birth, order and a check character (ISO 7064, MOD 11-2). What
 * fails the check is another number.
 */
final class ResidentIds implements Detector {
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10x98765432";
    private static final Set<String> REGIONS = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    @Override
    public List<Place> find(Reading text) {
        var places = new ArrayList<Place>();
        var digits = text.digits();
        for (var i = 0; i < digits.size(); i++) {
            text.step();
            if (!digits.beginsGroup(i) || !digits.chain(i, LENGTH - 1) || !isPerson(digits.text(i, LENGTH - 1))) {
                continue;
            }
            var check = CHECKS.charAt(sum(digits.text(i, LENGTH - 1)) % 11);
            if (check == 'x' ? endsWithX(text, i) : endsWith(digits, i, check)) {
                places.add(place(text, i, check));
                i += LENGTH - 2;
            }
        }
        return places;
    }

    private static boolean endsWith(Digits digits, int i, char check) {
        return digits.chain(i, LENGTH) && digits.digit(i + LENGTH - 1) == check && digits.endsBefore(i + LENGTH);
    }

    private static boolean endsWithX(Reading text, int i) {
        var x = text.digits().unit(i + LENGTH - 2) + 1;
        return x < text.text().size()
                && text.text().unit(x) == 'x'
                && !Step.PUNCTUATION.in(text.text().gap(x))
                && !text.text().joinsWord(x + 1);
    }

    private static Place place(Reading text, int i, char check) {
        if (check != 'x') {
            return text.digits().place(i, LENGTH);
        }
        var digits = text.digits().place(i, LENGTH - 1);
        var x = digits.last() + 1;
        // A capital X is the proper way to write it.
        var steps = text.text().steps(digits.last(), x) & ~Step.CASE.bit();
        return new Place(digits.first(), x, digits.steps() | steps);
    }

    private static boolean isPerson(String id) {
        return REGIONS.contains(id.substring(0, 2)) && isBirthday(id.substring(6, 14));
    }

    private static boolean isBirthday(String day) {
        try {
            var year = Integer.parseInt(day.substring(0, 4));
            var date = LocalDate.of(year, Integer.parseInt(day.substring(4, 6)), Integer.parseInt(day.substring(6, 8)));
            return date.getYear() >= 1900 && date.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int sum(String id) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (id.charAt(i) - '0') * WEIGHTS[i];
        }
        return sum;
    }
}
