package cn.qianfa.e2e;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A word nobody would write by chance, another one for each place it is put in: wherever it turns up, it came from there. */
record Canary(String place) {
    private static final Pattern ANY = Pattern.compile("kanarie[a-z]+", CASE_INSENSITIVE);

    static String in(String place) {
        return new Canary(place).word();
    }

    String word() {
        return "Kanarie" + place;
    }

    /** Those that got into this text. */
    static Set<String> among(String text) {
        var found = new TreeSet<String>();
        ANY.matcher(text).results().forEach(one -> found.add(one.group()));
        return found;
    }
}
