package cn.qianfa.rules.pack;

import java.util.ArrayList;
import java.util.List;

/** Splits comma-separated values into lines and fields. */
final class Csv {
    private final String name;
    private final String text;
    private int at;
    private int line = 1;

    Csv(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** All lines which are not empty. */
    List<Line> records() {
        var records = new ArrayList<Line>();
        while (at < text.length()) {
            var record = record();
            if (!record.fields().stream().allMatch(String::isBlank)) {
                records.add(record);
            }
        }
        return records;
    }

    private Line record() {
        var number = line;
        var fields = new ArrayList<String>();
        do {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (skip(','));
        skip('\r');
        if (at < text.length() && !skip('\n')) {
            throw new IllegalArgumentException(
                    name + " line " + line + ": '" + text.charAt(at) + "' after a quoted field (expected: a comma)");
        }
        line++;
        return new Line(number, List.copyOf(fields));
    }

    private String plain() {
        var from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        var field = new StringBuilder();
        at++;
        while (at < text.length()) {
            if (skip('"')) {
                if (!skip('"')) {
                    return field.toString();
                }
                field.append('"');
                continue;
            }
            line += text.charAt(at) == '\n' ? 1 : 0;
            field.append(text.charAt(at++));
        }
        throw new IllegalArgumentException(
                name + " line " + line + ": an open quotation mark (expected: a closing one)");
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /**
     * One record.
     *
     * @param number of the line it begins on, from 1
     */
    record Line(int number, List<String> fields) {}
}
