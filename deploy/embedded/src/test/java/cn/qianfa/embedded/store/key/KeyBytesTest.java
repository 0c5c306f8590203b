package cn.qianfa.embedded.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

    private static final int PAIRS = 5_000;

    @RepeatedTest(5)
    void ordersValuesOfAllTypesAsTheStoreSortsThem(RepetitionInfo repetition) {
        var values = new AnyValue(repetition.getCurrentRepetition());

        for (int i = 0; i < PAIRS; i++) {
            var one = values.next(2);
            var other = values.next(2);

            assertThat(byKeys(one, other))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(Reference.compare(one, other)));
        }
    }

    @RepeatedTest(5)
    void ordersNumbersExactlyWhateverTheirTypes(RepetitionInfo repetition) {
        var values = new AnyValue(100 + repetition.getCurrentRepetition());

        for (int i = 0; i < PAIRS; i++) {
            var one = values.number();
            var other = values.number();

            assertThat(byKeys(one, other))
                    .as("%s %s and %s %s", one.getClass(), one, other.getClass(), other)
                    .isEqualTo(Integer.signum(Reference.compareNumbers(one, other)));
        }
    }

    @RepeatedTest(5)
    void agreesWithTheStockComparisonWhereThatIsExact(RepetitionInfo repetition) {
        var values = new AnyValue(200 + repetition.getCurrentRepetition());

        for (int i = 0; i < PAIRS; i++) {
            var one = values.next(0);
            var other = values.next(0);

            if (!(one instanceof Number && other instanceof Number)) {
                assertThat(byKeys(one, other))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(ValueComparator.asc().compare(one, other)));
            }
        }
    }

    @RepeatedTest(5)
    void runsTheOtherWayWhenInverted(RepetitionInfo repetition) {
        var values = new AnyValue(300 + repetition.getCurrentRepetition());

        for (int i = 0; i < PAIRS; i++) {
            var one = KeyBytes.of(values.next(2));
            var other = KeyBytes.of(values.next(2));

            assertThat(Integer.signum(Arrays.compareUnsigned(KeyBytes.inverted(one), KeyBytes.inverted(other))))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(other, one)));
        }
    }

    @RepeatedTest(5)
    void letsNoValueBeginAnother(RepetitionInfo repetition) {
        var values = new AnyValue(400 + repetition.getCurrentRepetition());

        for (int i = 0; i < PAIRS; i++) {
            var one = KeyBytes.of(values.next(2));
            var other = KeyBytes.of(values.next(2));

            int shorter = Math.min(one.length, other.length);
            if (one.length != other.length) {
                assertThat(Arrays.equals(one, 0, shorter, other, 0, shorter)).isFalse();
            }
        }
    }

    @Test
    void takesEqualNumbersOfDifferentTypesForOneValue() {
        assertThat(List.of(1L, 1.0, new Decimal128(new BigDecimal("1.00"))))
                .allSatisfy(number -> assertThat(Key.of(number)).isEqualTo(Key.of(1)));
        assertThat(Key.of(-0.0)).isEqualTo(Key.of(0));
    }

    @Test
    void takesNullAndAMissingFieldForOneValue() {
        assertThat(Key.of(Missing.getInstance())).isEqualTo(Key.of(null));
    }

    @Test
    void refusesArraysAndScriptsAlsoInsideOfDocuments() {
        assertThatThrownBy(() -> Key.of(List.of(1)))
                .isInstanceOf(Unorderable.class)
                .hasMessage("an array");
        assertThatThrownBy(() -> Key.of(new Document("a", new Document("b", List.of()))))
                .isInstanceOf(Unorderable.class);
        assertThatThrownBy(() -> Key.of(new BsonJavaScript("x"))).isInstanceOf(Unorderable.class);
    }

    private static int byKeys(@Nullable Object one, @Nullable Object other) {
        return Integer.signum(Key.of(one).compareTo(Key.of(other)));
    }
}
