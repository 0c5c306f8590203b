package cn.qianfa.contracts.delivery.outbox;

import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final InstantSource clock = time::get;
    private final OneWaits outgoing = new OneWaits();

    @Nested
    class AClockSetBackByADay {
        @Test
        void leavesNoNewsBehindThatWaitedBefore() {
            time.set(NOW.minus(DAY));

            try (var relay = new OutboxRelay(outgoing, _ -> true, clock)) {
                relay.start();

                await().atMost(SOON).until(() -> outgoing.sent);
            }
        }

        @Test
        void makesNoRestAfterAFailureLonger() {
            try (var relay = new OutboxRelay(outgoing, this::failsAndSetsTheClock, clock)) {
                relay.start();

                await().atMost(SOON).until(() -> outgoing.sent);
            }
        }

        private boolean failsAndSetsTheClock(Envelope envelope) {
            return time.getAndSet(NOW.minus(DAY)).isBefore(NOW);
        }
    }

    /** One aggregate, whose news waits since {@link #NOW}. */
    private static final class OneWaits implements Outgoing {
        private volatile boolean sent;

        @Override
        public List<String> due(Instant before, int limit) {
            return sent || before.isBefore(NOW) ? List.of() : List.of("one");
        }

        @Override
        public List<String> ahead(Instant time, int limit) {
            return !sent && time.isBefore(NOW) ? List.of("one") : List.of();
        }

        @Override
        public Waiting read(String id) {
            var data = "{}".getBytes(StandardCharsets.UTF_8);
            return new Waiting(1, List.of(new Envelope("topic", id, 1, "id", "Type.v1", "source", NOW, null, data)));
        }

        @Override
        public void sent(String id, long upTo, long seq) {
            sent = true;
        }

        @Override
        public Optional<Instant> oldest() {
            return Optional.of(NOW);
        }
    }
}
