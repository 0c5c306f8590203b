package cn.qianfa.rules.personaldata;

import java.util.ArrayList;
import java.util.List;

/** E-mail addresses of persons; those of government domains are meant to be public. */
final class EmailAddresses implements Detector {
    private static final String LOCAL_SIGNS = "._%+-";
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    @Override
    public List<Place> find(Reading text) {
        var places = new ArrayList<Place>();
        for (var at = 1; at < text.original().length(); at++) {
            text.step();
            if (plain(text.original(), at) != '@') {
                continue;
            }
            var first = localBegin(text, at);
            var end = domainEnd(text, at + 1);
            if (first < at && isPrivate(text.original(), at + 1, end)) {
                places.add(place(text, first, end - 1));
            }
        }
        return places;
    }

    private static Place place(Reading text, int first, int last) {
        var from = text.text().unitAt(first);
        var to = text.text().unitAt(last);
        var steps = 0;
        for (var i = from; i <= to; i++) {
            steps |= text.text().steps(i);
        }
        return new Place(from, to, steps);
    }

    private static int localBegin(Reading text, int at) {
        var begin = at;
        var i = at - 1;
        while (i >= 0 && at - i <= LONGEST_LOCAL && isLocal(plain(text.original(), i))) {
            text.step();
            begin = isAlphanumeric(plain(text.original(), i)) ? i : begin;
            i--;
        }
        return begin;
    }

    /** One past the last letter of the domain, or {@code from} where there is none. */
    private static int domainEnd(Reading text, int from) {
        var end = from;
        for (var i = from; i < text.original().length() && i - from < LONGEST_DOMAIN; i++) {
            text.step();
            var c = plain(text.original(), i);
            if (isAlphanumeric(c)) {
                end = i + 1;
            } else if (c != '.' && c != '-') {
                break;
            }
        }
        return end;
    }

    private static boolean isPrivate(String text, int from, int end) {
        var domain = new StringBuilder();
        for (var i = from; i < end; i++) {
            domain.append(Character.toLowerCase(plain(text, i)));
        }
        var name = domain.toString();
        var top = name.substring(name.lastIndexOf('.') + 1);
        return name.lastIndexOf('.') > 0
                && top.length() >= 2
                && top.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !name.equals("gov.cn")
                && !name.endsWith(".gov.cn");
    }

    private static boolean isLocal(char c) {
        return isAlphanumeric(c) || LOCAL_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static char plain(String text, int i) {
        var c = text.charAt(i);
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    }
}
