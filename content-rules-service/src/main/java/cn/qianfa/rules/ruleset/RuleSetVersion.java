package cn.qianfa.rules.ruleset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The name of one rule set, unique among drafts' and comments' sets together: its date and its number on that date.
 *
 * @param value for example {@code 2026-11-24.1}
 */
public record RuleSetVersion(String value) implements Comparable<RuleSetVersion> {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.[1-9]\\d{0,5}");
    private static final Comparator<RuleSetVersion> ORDER =
            Comparator.comparing(RuleSetVersion::date).thenComparing(RuleSetVersion::number);

    public RuleSetVersion {
        if (!FORM.matcher(value).matches() || !isDate(value.substring(0, 10))) {
            throw new IllegalArgumentException("version: " + value + " (expected: a date and a number, 2026-11-24.1)");
        }
    }

    public LocalDate date() {
        return LocalDate.parse(value.substring(0, 10));
    }

    public int number() {
        return Integer.parseInt(value.substring(11));
    }

    @Override
    public int compareTo(RuleSetVersion other) {
        return ORDER.compare(this, other);
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
