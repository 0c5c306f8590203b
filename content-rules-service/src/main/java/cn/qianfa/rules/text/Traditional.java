package cn.qianfa.rules.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The table of traditional characters and their simplified forms. */
final class Traditional {
    private final Map<Integer, Integer> simplified;

    private Traditional(Map<Integer, Integer> simplified) {
        this.simplified = simplified;
    }

    /** Reads the table which is part of the program. */
    static Traditional read() {
        try (var file = Traditional.class.getResourceAsStream("traditional.txt")) {
            if (file == null) {
                throw new IllegalStateException("traditional.txt is missing from the program");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simplified form of a character, or the character itself. */
    int simplified(int codePoint) {
        return simplified.getOrDefault(codePoint, codePoint);
    }

    Map<Integer, Integer> pairs() {
        return simplified;
    }

    private static Traditional parse(String text) {
        var simplified = new HashMap<Integer, Integer>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            for (var pair : line.split(" ")) {
                var traditional = pair.codePointAt(0);
                simplified.put(traditional, pair.codePointAt(Character.charCount(traditional)));
            }
        });
        return new Traditional(Map.copyOf(simplified));
    }
}
