package cn.qianfa.monitoring.classification.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.monitoring.classification.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    @Test
    void hasPhrasesForEverySignal() {
        assertThat(Lexicon.shipped().entries()).extracting(Entry::signal).containsExactly(Signal.values());
    }

    @Test
    void findsPartsOfOneSentenceOnly() {
        var lexicon = Lexicon.read("[complaint]\n0.9 路灯~坏");

        assertThat(lexicon.entries().getFirst().look("路灯又坏了")).isPresent();
        assertThat(lexicon.entries().getFirst().look("看路灯.坏了")).isEmpty();
        assertThat(lexicon.entries().getFirst().look("路灯一二三四五六七坏")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.9 路灯, line 1: '0.9 路灯' (expected: a [signal] first)",
        "[rude], line 1: signal: rude (expected: a known one)",
        "[threat]|路灯, line 2: '路灯' (expected: a weight or '-'",
        "[threat]|1.5 路灯, line 2: weight: 1.5 (expected: above 0",
        "[threat]|0.5 路~, line 2: phrase:",
    })
    void namesTheLineThatIsWrong(String file, String message) {
        assertThatThrownBy(() -> Lexicon.read(file.replace('|', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
