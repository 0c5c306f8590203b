package cn.qianfa.rules.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AutomatonTest {
    @Test
    void findsWhatTryingEveryWordAtEveryPlaceFinds() {
        var random = new Random(20261124);
        for (var round = 0; round < 200; round++) {
            var words = words(random, 1 + random.nextInt(40));
            var text = word(random, 200);

            assertThat(found(words, text)).containsExactlyInAnyOrderElementsOf(tried(words, text));
        }
    }

    @Test
    void findsAllOfAHundredThousandWords() {
        var random = new Random(1);
        var words = new ArrayList<String>();
        for (var i = 0; i < 100_000; i++) {
            words.add("" + (char) (0x4E00 + random.nextInt(4000)) + (char) (0x4E00 + random.nextInt(4000)) + i);
        }

        var text = String.join("。", words.subList(50_000, 50_200));

        assertThat(found(words, text)).contains("50000@6").hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    @Tag("check-25")
    void takesAtMostTwoStepsForACharacterAndOneForAHit() {
        var words = List.of("aaaaaaaaab", "aaaaac", "ab");
        var hits = new ArrayList<String>();
        var text = "a".repeat(100_000) + "d";

        var steps = automaton(words).scan(text.toCharArray(), text.length(), (end, word) -> hits.add(word + "@" + end));

        assertThat(hits).isEmpty();
        assertThat(steps).isLessThanOrEqualTo(2L * text.length());
    }

    @Test
    void refusesAnEmptyWord() {
        assertThatThrownBy(() -> automaton(List.of(""))).hasMessage("word: '' (expected: one character or more)");
    }

    private static List<String> found(List<String> words, String text) {
        var found = new ArrayList<String>();
        automaton(words).scan(text.toCharArray(), text.length(), (end, word) -> found.add(word + "@" + end));
        return found;
    }

    private static List<String> tried(List<String> words, String text) {
        var found = new ArrayList<String>();
        for (var word = 0; word < words.size(); word++) {
            for (var at = text.indexOf(words.get(word)); at >= 0; at = text.indexOf(words.get(word), at + 1)) {
                found.add(word + "@" + (at + words.get(word).length() - 1));
            }
        }
        return found;
    }

    private static Automaton automaton(List<String> words) {
        return Automaton.of(words.stream().map(String::toCharArray).toList());
    }

    private static List<String> words(Random random, int count) {
        var words = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            words.add(word(random, 1 + random.nextInt(6)));
        }
        return words;
    }

    private static String word(Random random, int length) {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
