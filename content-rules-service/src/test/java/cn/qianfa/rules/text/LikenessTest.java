package cn.qianfa.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("article-10")
class LikenessTest {
    @ParameterizedTest
    @CsvSource({"6,六,NUMERAL", "六,6,NUMERAL", "陆,六,NUMERAL", "0,o,LEET", "1,i,LEET", "1,l,LEET", "@,a,LEET", "$,s,LEET"
    })
    void knowsWhatStandsForWhat(char written, char meant, Step step) {
        assertThat(Likeness.step(written, meant)).isEqualTo(step.bit());
        assertThat(Likeness.shape(written)).isEqualTo(Likeness.shape(meant));
    }

    @ParameterizedTest
    @CsvSource({"i,l", "一,i", "一,二", "5,6", "赌,博", "@,$"})
    void keepsApartWhatIsOnlyShapedAlike(char written, char meant) {
        assertThat(Likeness.step(written, meant)).isEqualTo(Likeness.NONE);
    }
}
