package cn.qianfa.rules.ruleset;

import java.util.regex.Pattern;

/**
 * The article of the regulation a rule keeps, and its item where it has any.
 *
 * @param value {@code A13} or, with an item, {@code A10-9}
 */
public record Article(String value) {
    private static final Pattern FORM = Pattern.compile("A([1-9]|1[0-5])(-([1-9]|1[01]))?");
    private static final String[] NUMERALS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    public Article {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("article: " + value + " (expected: A1 to A15, with an item A10-9)");
        }
    }

    /** As an official writes it: 第十条第九项. */
    public String inChinese() {
        var parts = value.substring(1).split("-");
        var article = "第" + numeral(Integer.parseInt(parts[0])) + "条";
        return parts.length == 1 ? article : article + "第" + numeral(Integer.parseInt(parts[1])) + "项";
    }

    private static String numeral(int number) {
        return number <= 10 ? NUMERALS[number] : "十" + NUMERALS[number - 10];
    }
}
