package cn.qianfa.contracts.delivery.inbox;

import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.NOW;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.broken;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.payload;
import static cn.qianfa.contracts.delivery.inbox.ParkedFixture.recalled;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.inbox.Interventions.Answer;
import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import cn.qianfa.contracts.delivery.inbox.Operations.Asked;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome;
import cn.qianfa.contracts.delivery.inbox.Operations.Outcome.Replayed;
import cn.qianfa.contracts.delivery.inbox.Operations.Wish;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.support.Acknowledgment;

class OperationsTest {
    private static final Actor ADMIN = new Actor("admin", "district", Set.of(Role.ADMIN));

    private final ParkedFixture fixture = new ParkedFixture();
    private final Parked parked = new InMemoryParked();
    private final Interventions interventions = new InMemoryInterventions();
    private final AtomicLong ids = new AtomicLong();
    private final Operations operations = new Operations(
            List.of(fixture.following),
            parked,
            interventions,
            () -> new UUID(0, ids.incrementAndGet()),
            InstantSource.fixed(NOW),
            Spans.off());
    private final EventConsumer consumer = new EventConsumer(
            fixture.following, parked, interventions, (_, _, _) -> {}, new SimpleMeterRegistry(), Spans.off());

    /** Counts what is committed; a record that is to come again fails the test. */
    private static final class Committed implements Acknowledgment {
        @Override
        public void acknowledge() {}

        @Override
        public void nack(int index, java.time.Duration sleep) {
            throw new AssertionError("record %d comes again".formatted(index));
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private void comes(ConsumerRecord<byte[], byte[]>... batch) {
        consumer.onMessage(List.of(batch), new Committed());
    }

    private Outcome act(What what, Wish wish, String key) {
        return act(what, wish, ADMIN, key, wish.toString());
    }

    private Outcome act(What what, Wish wish, Actor by, String key, String hash) {
        var command = new Cause.Command(by.id() + '|' + key, hash, "");
        return operations.act(what, new Asked(Operations.shown(fixture.id()), by, () -> command, () -> wish));
    }

    private static Wish repair(String event, byte[] payload) {
        return new Wish(event, new String(payload, UTF_8), "少了结尾");
    }

    private static Wish skip(String event) {
        return new Wish(event, "", "没有影响");
    }

    private static Outcome done(int events) {
        return new Replayed(new Answer(events, 0, null, ""));
    }

    @Nested
    class AnEventThatCannotBeRead {
        @BeforeEach
        void park() {
            comes(broken(1), recalled(2), recalled(3));
        }

        @Test
        void isShownWithWordsAndPayload() {
            var shown = operations.parked(null, 10).getFirst().shown(Locale.CHINA);

            assertThat(shown.id()).matches("[A-Za-z0-9_-]+");
            assertThat(shown.detail()).startsWith("内容读不出来").contains(": ");
            assertThat(shown.waiting()).isEqualTo(3);
            assertThat(shown.first())
                    .isEqualTo(new Parked.Waiting.First("e1", 1L, "DraftRecalled.v1", "{\"draft\":", false));
        }

        @Test
        void isAppliedOnceItIsRepairedAndTheRestAfterIt() {
            assertThat(act(What.REPAIR, repair("e1", payload()), "k")).isEqualTo(done(3));

            assertThat(fixture.effects).containsExactly(1L, 2L, 3L);
            assertThat(parked.find(fixture.id())).isEmpty();
            var kept = operations.interventions(null, 10).getFirst().shown();
            assertThat(kept.original()).isEqualTo("{\"draft\":");
            assertThat(kept.reason()).isEqualTo("少了结尾");
            assertThat(kept.by()).isEqualTo("admin");
            assertThat(kept.at()).isEqualTo(NOW);
            assertThat(kept.done()).isEqualTo(3);
        }

        @Test
        void isPassedOverAndCountedSoThatTheNextIsNoGap() {
            assertThat(act(What.SKIP, skip("e1"), "k")).isEqualTo(done(3));

            assertThat(fixture.effects).containsExactly(2L, 3L);
        }

        @Test
        void staysWhereItIsTriedAgainAsItIs() {
            assertThat(act(What.REPLAY, Wish.AGAIN, "k")).isInstanceOfSatisfying(Replayed.class, replayed -> {
                assertThat(replayed.answer().left()).isEqualTo(3);
                assertThat(replayed.answer().cause()).isEqualTo(ParkedCause.UNREADABLE);
            });
            assertThat(fixture.effects).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{ | payload | line 1",
                    "{\"draft\":\"d2\",\"unit\":\"u\",\"submission\":1,\"at\":\"2026-11-24T00:00:00Z\"} | payload | d1",
                    "{\"draft\":\"d1\",\"unit\":\"u\",\"submission\":\"x\"} | payload.submission | line 1",
                    "{\"draft\":\"d1\",\"unit\":\"u\",\"submission\":1,\"at\":\"yesterday\"} | payload.at | line 1",
                    "{\"draft\":\"d1\",\"by\":{\"roles\":[{}]}} | payload.by.roles[0] | line 1"
                })
        void takesNoPayloadThatIsNotSuchAnEvent(String payload, String field, String why) {
            assertThat(act(What.REPAIR, repair("e1", payload.getBytes(UTF_8)), "k"))
                    .isInstanceOfSatisfying(Outcome.Unfit.class, unfit -> {
                        assertThat(unfit.field()).isEqualTo(field);
                        assertThat(unfit.why()).contains(why);
                    });
            assertThat(operations.interventions(null, 10)).isEmpty();
            assertThat(parked.find(fixture.id()).orElseThrow().decisions()).isEmpty();
        }

        @Test
        void isDecidedByWhoLookedAtItAlone() {
            assertThat(act(What.SKIP, skip("e2"), "k")).isInstanceOf(Outcome.AnotherFirst.class);
            assertThat(act(What.REPAIR, repair("e2", payload()), "l")).isInstanceOf(Outcome.AnotherFirst.class);

            assertThat(fixture.effects).isEmpty();
        }

        @Test
        void isDecidedByAnAdministratorOfTheDistrictAlone() {
            var elsewhere = new Actor("admin.health", "health", Set.of(Role.ADMIN));
            var inspector = new Actor("inspector", "district", Set.of(Role.INSPECTOR));

            for (var other : List.of(elsewhere, inspector)) {
                assertThat(act(What.SKIP, skip("e1"), other, "k", "h")).isInstanceOf(Outcome.NotPermitted.class);
            }
            assertThat(fixture.effects).isEmpty();
        }

        @Test
        void answersTheSameCommandTheSameAgain() {
            act(What.SKIP, skip("e1"), "k");
            comes(broken(4));

            assertThat(act(What.SKIP, skip("e1"), "k")).isEqualTo(done(3));
            assertThat(act(What.SKIP, skip("e4"), "k")).isInstanceOf(Outcome.KeyReused.class);
            assertThat(act(What.SKIP, skip("e1"), "l")).isInstanceOf(Outcome.AnotherFirst.class);
            assertThat(operations.interventions(null, 10)).hasSize(1);
        }

        @Test
        void isGoneOnceNothingWaits() {
            act(What.SKIP, skip("e1"), "k");

            assertThat(act(What.SKIP, skip("e1"), "l")).isInstanceOf(Outcome.Gone.class);
            var unknown = new Asked(
                    "!",
                    ADMIN,
                    () -> {
                        throw new AssertionError();
                    },
                    () -> Wish.AGAIN);
            assertThat(operations.act(What.REPLAY, unknown)).isInstanceOf(Outcome.Gone.class);
        }

        @Test
        void isNotParkedAgainWhereTheBrokerBringsItAgain() {
            act(What.REPAIR, repair("e1", payload()), "k");

            comes(broken(1), recalled(2), recalled(4));

            assertThat(parked.find(fixture.id())).isEmpty();
            assertThat(fixture.effects).containsExactly(1L, 2L, 3L, 4L);
        }

        @Test
        void isPassedOverByAStartThatFindsTheDecisionOfAProcessThatFell() {
            var read = parked.find(fixture.id()).orElseThrow();
            parked.decide(read, ParkedFixture.act("a1", What.SKIP, read), null);

            consumer.replayAll();

            assertThat(fixture.effects).containsExactly(2L, 3L);
            assertThat(interventions.newest(null, 10))
                    .extracting(Intervention::id)
                    .containsExactly("a1");
        }

        @Test
        void isCarriedOnByTheSameCommandAfterAFall() {
            var read = parked.find(fixture.id()).orElseThrow();
            parked.decide(read, ParkedFixture.act("k", What.SKIP, read), null);

            assertThat(act(What.SKIP, skip("e1"), ADMIN, "k", "hash")).isEqualTo(done(3));

            assertThat(interventions.newest(null, 10)).hasSize(1);
        }
    }

    @Nested
    class AnEventAfterAHole {
        @BeforeEach
        void park() {
            comes(recalled(1), recalled(4), recalled(5), recalled(9));
        }

        @Test
        void isTheNumberToGoOnFromOnceItIsPassedOver() {
            var outcome = act(What.SKIP, skip("e4"), "k");

            assertThat(fixture.effects).containsExactly(1L, 5L);
            assertThat(outcome).isEqualTo(new Replayed(new Answer(2, 1, ParkedCause.GAP, "number 9 came too early")));
            assertThat(parked.find(fixture.id()).orElseThrow().detail()).isEqualTo("number 9 came too early");
        }
    }

    @Nested
    class AnEventWithoutAReadableNumber {
        @Test
        void isPassedOverUncountedSoThatTheNextIsSeenAsAGap() {
            var numberless = recalled(1);
            numberless.headers().remove("ce_seq");
            comes(numberless, recalled(2), recalled(3));

            act(What.SKIP, skip("e1"), "k");

            assertThat(fixture.effects).isEmpty();
            assertThat(parked.find(fixture.id()).orElseThrow().cause()).isEqualTo(ParkedCause.GAP);
            assertThat(act(What.SKIP, skip("e2"), "l")).isEqualTo(done(2));
            assertThat(fixture.effects).containsExactly(3L);
        }
    }

    @Test
    void manyWhoClickAtOnceSkipOneEventAndApplyEveryOtherOnce() throws Exception {
        comes(broken(1));
        var calls = new ArrayList<Callable<Outcome>>();
        for (var n = 0; n < 16; n++) {
            var key = "k" + n;
            calls.add(() -> act(What.SKIP, skip("e1"), key));
            calls.add(() -> act(What.REPLAY, Wish.AGAIN, "r" + key));
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var topic = people.submit(() -> LongStream.rangeClosed(2, 200).forEach(number -> comes(recalled(number))));
            for (var call : people.invokeAll(calls)) {
                assertThat(call.get()).isNotNull();
            }
            topic.get();
        }

        assertThat(interventions.newest(null, 100))
                .filteredOn(one -> one.what() == What.SKIP)
                .hasSize(1);
        assertThat(fixture.effects)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 200).boxed().toList());
        assertThat(parked.find(fixture.id())).isEmpty();
    }
}
