package cn.qianfa.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps are counted and not milliseconds: the bound holds on every machine. */
@Tag("article-10")
class LinearTest {
    private static final int SHORT = 4_000;
    private static final int LONG = 40_000;
    private static final int MEGABYTE = 1_000_000;
    private static final int STEPS_PER_CHARACTER = 120;

    private final CompiledRules rules = CompiledRules.of(Rules.DRAFTS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "赌",
                "赌博",
                "赌*",
                "赌 ",
                "打击",
                "打击赌博",
                "赌博打击反禁扫",
                "百家",
                "1 ",
                "1",
                "138",
                "0912",
                "62",
                "6 2 ",
                "11010519491231002",
                "京A",
                "京A1",
                "a@",
                "a.",
                "@",
                "家住1组",
                "1单元",
                "家住",
                "1号楼1",
                "小区",
                "\uFDFA",
                "😀",
                "\u0336",
                "\uD800",
                "！",
                "s5$",
                "今日多云转晴，最高气温二十度。"
            })
    @Tag("check-25")
    void tenTimesAHostileTextCostsTenTimesTheSteps(String unit) {
        var few = steps(unit, SHORT);
        var many = steps(unit, LONG);

        assertThat(many).isLessThanOrEqualTo((long) STEPS_PER_CHARACTER * LONG);
        assertThat(many).isLessThanOrEqualTo(few * 11);
    }

    @Test
    @Tag("check-25")
    void aMegabyteCostsNoMoreForACharacter() {
        assertThat(steps("打击赌博", MEGABYTE)).isLessThanOrEqualTo((long) STEPS_PER_CHARACTER * MEGABYTE);
    }

    private long steps(String unit, int length) {
        var text = unit.repeat(length / unit.length());
        return rules.examine(Rules.post(text)).steps();
    }
}
