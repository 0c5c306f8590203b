package cn.qianfa.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("article-10")
class FoldTableTest {
    private static final FoldTable TABLE = FoldTable.standard();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ＡＢｃ１,abc1,WIDTH CASE
                    賭場,赌场,TRADITIONAL
                    ①㊙𝐀𝓫,1秘ab,CASE STYLED
                    🅰🅑,ab,LOOKALIKE
                    сһаbі,chabi,LOOKALIKE
                    é̶Å,ea,CASE STYLED INVISIBLE
                    ٣৪,34,STYLED
                    """)
    void readsADressedUpCharacterAsThePlainOne(String written, String read, String steps) {
        var text = TABLE.read(written);

        assertThat(units(text)).isEqualTo(read);
        assertThat(Step.of(text.steps(0, text.size() - 1)))
                .extracting(Step::name)
                .containsExactly(steps.split(" "));
    }

    @Test
    void keepsThePlaceOfEveryUnitInTheOriginal() {
        var written = "赌👨‍👩‍👧𝐁\u0336，博";

        var text = TABLE.read(written);

        assertThat(units(text)).isEqualTo("赌b博");
        assertThat(written.substring(text.start(0), text.end(0))).isEqualTo("赌");
        assertThat(written.substring(text.start(1), text.end(1))).isEqualTo("𝐁\u0336");
        assertThat(written.substring(text.start(2), text.end(2))).isEqualTo("博");
        assertThat(Step.of(text.gap(1))).containsExactly(Step.EMOJI, Step.INVISIBLE);
        assertThat(Step.of(text.gap(2))).containsExactly(Step.PUNCTUATION, Step.INVISIBLE);
        assertThat(text.clause(2)).isEqualTo(text.clause(0) + 1);
    }

    @Test
    void readsBrokenUnicodeWithoutFailing() {
        var text = TABLE.read("\uD83C赌\uDFFF博\uD800");

        assertThat(units(text)).isEqualTo("赌博");
        assertThat(text.start(1)).isEqualTo(3);
    }

    @Test
    void growsAtMostFourfoldOnCharactersThatUnfoldIntoPhrases() {
        var text = TABLE.read("\uFDFA".repeat(1000));

        assertThat(text.size()).isLessThanOrEqualTo(4000);
    }

    @Test
    void simplifiesAsTheUnicodeLibraryDoes() {
        var library = Transliterator.getInstance("Traditional-Simplified");
        Map<Integer, Integer> expected = new HashMap<>();
        for (var c = 0x2E80; c < 0x30000; c++) {
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && Character.isDefined(c)) {
                var simplified = library.transliterate(Character.toString(c)).codePointAt(0);
                if (simplified != c) {
                    expected.put(c, simplified);
                }
            }
        }

        expected.remove((int) '苎'); // ICU swaps 苎 and 苧; ours must come to rest
        expected.put((int) '薴', (int) '苎');

        assertThat(Traditional.read().pairs()).isEqualTo(expected).hasSizeGreaterThan(3000);
    }

    @Test
    void readsItsOwnUnitsAsThemselves() {
        for (var c = 0; c < 0x10000; c++) {
            var once = units(TABLE.read(String.valueOf((char) c)));
            assertThat(units(TABLE.read(once))).as("U+%04X", c).isEqualTo(once);
        }
    }

    private static String units(FoldedText text) {
        var units = new StringBuilder();
        for (var i = 0; i < text.size(); i++) {
            units.append(text.unit(i));
        }
        return units.toString();
    }
}
