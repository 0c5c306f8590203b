package cn.qianfa.contracts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceparentTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String BROUGHT = "00-" + ID + "-00f067aa0ba902b7-01";

    @AfterEach
    void nothingStays() {
        assertThat(Traceparent.current()).isEmpty();
        assertThat(MDC.get("trace.id")).isNull();
    }

    @Test
    void goesOnWithTheOneThatWasBrought() {
        assertThat(Traceparent.of(BROUGHT).value()).isEqualTo(BROUGHT);
        assertThat(Traceparent.of(BROUGHT).id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
            })
    void beginsOneWhereNoneWasBroughtThatCanBeRead(String brought) {
        assertThat(Traceparent.read(brought)).isEmpty();
        assertThat(Traceparent.of(brought).id())
                .hasSize(32)
                .isNotEqualTo(Traceparent.of(brought).id());
    }

    @Test
    void isWhatTheThreadIsAtUntilItsScopeIsClosed() {
        var outer = Traceparent.of(BROUGHT);
        var inner = Traceparent.of(null);

        try (var _ = outer.enter()) {
            try (var _ = inner.enter()) {
                assertThat(Traceparent.current()).contains(inner);
                assertThat(MDC.get("trace.id")).isEqualTo(inner.id());
            }
            assertThat(Traceparent.currentValue()).isEqualTo(BROUGHT);
            assertThat(MDC.get("trace.id")).isEqualTo(ID);
        }
    }

    @Test
    void isNoOtherThreadsAffair() throws InterruptedException {
        try (var _ = Traceparent.of(BROUGHT).enter()) {
            var seen = new boolean[1];
            Thread.ofVirtual()
                    .start(() -> seen[0] = Traceparent.current().isPresent())
                    .join();

            assertThat(seen[0]).isFalse();
        }
    }
}
