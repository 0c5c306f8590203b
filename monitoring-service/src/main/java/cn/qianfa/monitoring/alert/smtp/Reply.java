package cn.qianfa.monitoring.alert.smtp;

import java.util.regex.Pattern;

/** What a mail server said, as it may be kept: in one line, not too long, without the addresses it likes to repeat. */
final class Reply {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',;:()]+@[^\\s<>\"',;:()]+");
    private static final int LONGEST = 200;

    private Reply() {}

    static String of(String said) {
        var line = ADDRESS.matcher(said.replaceAll("[\\p{C}\\s]+", " ").strip()).replaceAll("***");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
