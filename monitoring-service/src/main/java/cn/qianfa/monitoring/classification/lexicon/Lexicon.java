package cn.qianfa.monitoring.classification.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.monitoring.classification.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases, as a file is written: {@code [signal]} begins a section, {@code 0.9 words} is a phrase with its weight,
 * {@code - words} an innocent wording, {@code #} a comment.
 */
record Lexicon(List<Entry> entries) {
    Lexicon {
        entries = List.copyOf(entries);
    }

    /** The one this service ships. */
    static Lexicon shipped() {
        try (var file = Lexicon.class.getResourceAsStream("lexicon.txt")) {
            if (file == null) {
                throw new IllegalStateException("lexicon.txt is part of this jar");
            }
            return read(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the line that is wrong */
    static Lexicon read(String file) {
        var reader = new Reader();
        var number = 0;
        for (var line : file.lines().toList()) {
            number++;
            try {
                reader.take(line.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("lexicon line %d: %s".formatted(number, e.getMessage()), e);
            }
        }
        return reader.lexicon();
    }

    private static final class Reader {
        private final EnumMap<Signal, List<Phrase>> phrases = new EnumMap<>(Signal.class);
        private final EnumMap<Signal, List<Phrase>> innocent = new EnumMap<>(Signal.class);
        private @Nullable Signal section;

        void take(String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = signal(line.substring(1, line.length() - 1));
                return;
            }
            if (section == null) {
                throw new IllegalArgumentException("'%s' (expected: a [signal] first)".formatted(line));
            }
            takeWords(section, line);
        }

        private void takeWords(Signal signal, String line) {
            var blank = line.indexOf(' ');
            if (blank < 0) {
                throw new IllegalArgumentException("'%s' (expected: a weight or '-', then words)".formatted(line));
            }
            var words = line.substring(blank + 1).strip();
            if (line.startsWith("- ")) {
                innocent.computeIfAbsent(signal, key -> new ArrayList<>()).add(Phrase.of(words, 1));
            } else {
                phrases.computeIfAbsent(signal, key -> new ArrayList<>())
                        .add(Phrase.of(words, Double.parseDouble(line.substring(0, blank))));
            }
        }

        private static Signal signal(String code) {
            return Signal.of(code)
                    .orElseThrow(
                            () -> new IllegalArgumentException("signal: %s (expected: a known one)".formatted(code)));
        }

        Lexicon lexicon() {
            return new Lexicon(phrases.entrySet().stream()
                    .map(entry -> new Entry(
                            entry.getKey(),
                            Phrases.of(entry.getValue()),
                            Phrases.of(innocent.getOrDefault(entry.getKey(), List.of()))))
                    .toList());
        }
    }
}
