package cn.qianfa.receiver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON, as the JDK has no reader: objects as maps, arrays as lists, numbers as doubles. */
final class Json {
    private static final int DEEPEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** @throws Malformed where the text is not one JSON value */
    static @Nullable Object read(String text) {
        var json = new Json(text);
        var value = json.value();
        if (json.at != text.length()) {
            throw new Malformed(json.at);
        }
        return value;
    }

    private @Nullable Object value() {
        blank();
        var value = switch (peek()) {
            case '{' -> inner(this::object);
            case '[' -> inner(this::array);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        blank();
        return value;
    }

    private Object inner(Supplier<Object> read) {
        if (++depth > DEEPEST) {
            throw new Malformed(at);
        }
        var value = read.get();
        depth--;
        return value;
    }

    private Object object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        expect('{');
        blank();
        while (peek() != '}') {
            blank();
            var name = string();
            blank();
            expect(':');
            fields.put(name, value());
            if (!comma('}')) {
                break;
            }
        }
        expect('}');
        return fields;
    }

    private Object array() {
        List<@Nullable Object> items = new ArrayList<>();
        expect('[');
        blank();
        while (peek() != ']') {
            items.add(value());
            if (!comma(']')) {
                break;
            }
        }
        expect(']');
        return items;
    }

    /** @return whether another one follows */
    private boolean comma(char end) {
        if (peek() == end) {
            return false;
        }
        expect(',');
        blank();
        if (peek() == end) {
            throw new Malformed(at);
        }
        return true;
    }

    private String string() {
        expect('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            var character = next();
            if (character < ' ') {
                throw new Malformed(at);
            }
            string.append(character == '\\' ? escaped() : character);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        var character = next();
        return switch (character) {
            case '"', '\\', '/' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> code();
            default -> throw new Malformed(at);
        };
    }

    private char code() {
        var digits = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            digits.append(next());
        }
        if (!digits.toString().matches("[0-9a-fA-F]{4}")) {
            throw new Malformed(at);
        }
        return (char) Integer.parseInt(digits.toString(), 16);
    }

    private Object number() {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Malformed(at);
        }
        at = number.end();
        return Double.parseDouble(number.group());
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        word.chars().forEach(character -> expect((char) character));
        return value;
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char character) {
        if (next() != character) {
            throw new Malformed(at);
        }
    }

    private char next() {
        var character = peek();
        at++;
        return character;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new Malformed(at);
        }
        return text.charAt(at);
    }

    /** The text is not JSON. */
    static final class Malformed extends RuntimeException {
        Malformed(int at) {
            super("no JSON at character " + at);
        }
    }
}
