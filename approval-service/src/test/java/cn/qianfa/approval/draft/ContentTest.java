package cn.qianfa.approval.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-8")
class ContentTest {
    @Test
    void hashesItsCanonicalForm() {
        var content = new Content(Category.PLANS_AND_PROGRESS, Importance.IMPORTANT, "停水", List.of("a".repeat(64)));

        // printf 'qianfa-content 1\ncategory PLANS_AND_PROGRESS\nimportance IMPORTANT\nparts 1\npart 6\n停水\nmedia
        // 1\naa…a\n' |
        // sha256sum
        assertThat(content.hash()).isEqualTo("5f00486a2f1e6ae591c48d8c997550d934bf03a70cd9422735c4360b9d27638d");
    }

    @Test
    void hashesEveryPieceOfItself() {
        var hashes = new HashSet<String>();
        hashes.add(new Content(null, Importance.ORDINARY, "文", List.of()).hash());
        hashes.add(new Content(Category.PLANS_AND_PROGRESS, Importance.ORDINARY, "文", List.of()).hash());
        hashes.add(new Content(Category.PLANS_AND_PROGRESS, Importance.EMERGENCY, "文", List.of()).hash());
        hashes.add(new Content(Category.PLANS_AND_PROGRESS, Importance.EMERGENCY, "文。", List.of()).hash());
        hashes.add(
                new Content(Category.PLANS_AND_PROGRESS, Importance.EMERGENCY, "文。", List.of("b".repeat(64))).hash());
        hashes.add(new Content(Category.PLANS_AND_PROGRESS, Importance.EMERGENCY, "文。\nmedia 0", List.of()).hash());

        assertThat(hashes).hasSize(6);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Content.isText("😀".repeat(20_000))).isTrue();
        assertThat(Content.isText("字".repeat(20_001))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "half \uD83D", "\uDE00 half", "nul \u0000", "escape \u001b[31m", "nobody's \uFFFF"})
    void refusesWhatNoChannelCarries(String text) {
        assertThat(Content.isText(text)).isFalse();
        assertThatThrownBy(() -> new Content(null, Importance.ORDINARY, text, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一行\n两行", "表\t格", "𠮷家", "👨‍👩‍👧‍👦", "نص"})
    void takesWhatPeopleWrite(String text) {
        assertThat(Content.isText(text)).isTrue();
    }
}
