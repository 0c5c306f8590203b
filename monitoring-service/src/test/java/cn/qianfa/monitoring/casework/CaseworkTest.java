package cn.qianfa.monitoring.casework;

import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static cn.qianfa.monitoring.casework.CaseFixture.aFlag;
import static cn.qianfa.monitoring.casework.CaseFixture.flag;
import static cn.qianfa.monitoring.registry.RegistryFixture.DRAFTER_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_DISTRICT;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_WATER;
import static cn.qianfa.monitoring.registry.RegistryFixture.INSPECTOR_HEALTH;
import static cn.qianfa.monitoring.registry.RegistryFixture.district;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.CaseAcknowledged;
import cn.qianfa.contracts.event.CaseEscalated;
import cn.qianfa.contracts.event.CaseOpened;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.casework.AcknowledgeCase.Done;
import cn.qianfa.monitoring.casework.AcknowledgeCase.NotPermitted;
import cn.qianfa.monitoring.casework.AcknowledgeCase.Unknown;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.registry.InMemoryRegistry;
import cn.qianfa.monitoring.roster.InMemoryRosters;
import cn.qianfa.monitoring.roster.OnCall;
import cn.qianfa.monitoring.store.SteppingClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-13")
class CaseworkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SteppingClock clock = new SteppingClock(NOW);
    private Duration set = Duration.ZERO;
    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryRegistry registry = district(new InMemoryRegistry());
    private final Rounds rounds = new Rounds(
            new OnCall(registry, new InMemoryRosters()),
            PATIENCE,
            Duration.ofHours(24),
            new AgeClock(clock, this::counted));
    private final WhenFlaggedOpenCase openCase = new WhenFlaggedOpenCase(cases, rounds, clock);
    private final EscalateOverdue escalate = new EscalateOverdue(cases, rounds, clock, this::counted);
    private final AcknowledgeCase acknowledge = new AcknowledgeCase(cases, rounds, registry, clock);

    private CaseId opened(Urgency urgency) {
        var flagged = aFlag("health", urgency);
        openCase.react(flagged, flag(flagged));
        return new CaseId(flagged.comment());
    }

    private Case now(CaseId id) {
        return cases.find(id).orElseThrow().value();
    }

    private long counted() {
        return Duration.between(NOW, clock.instant()).minus(set).toNanos();
    }

    private void theClockIsSet(Duration by) {
        set = set.plus(by);
        clock.pass(by);
    }

    private boolean escalatedAfter(Duration time) {
        clock.pass(time);
        return escalate.escalate() > 0;
    }

    @Nested
    class AFlag {
        private final CommentFlagged flagged = aFlag("health", Urgency.URGENT);

        @Test
        void opensACaseAndTellsTheFirstOnCall() {
            assertThat(openCase.react(flagged, flag(flagged))).isEqualTo(Reacted.APPLIED);

            var id = new CaseId(flagged.comment());
            assertThat(now(id).round()).isEqualTo(new Round(1, "duty1.health", NOW, NOW.plus(PATIENCE)));
            assertThat(cases.announced(id))
                    .containsExactly(new CaseOpened(
                            id.value(),
                            "health",
                            flagged.comment(),
                            "site.health",
                            "post-1",
                            "URGENT",
                            flagged.reasons(),
                            NOW));
        }

        @Test
        void opensOneCaseHoweverOftenItComes() {
            openCase.react(flagged, flag(flagged));

            assertThat(openCase.react(flagged, flag(flagged))).isEqualTo(Reacted.DUPLICATE);
            assertThat(cases.all()).hasSize(1);
            assertThat(cases.announced(new CaseId(flagged.comment()))).hasSize(1);
        }

        @Test
        void isForkedUnderTheSameNumberWithAnotherId() {
            openCase.react(flagged, flag(flagged));
            var other = new Position(flag(flagged).source(), flagged.comment(), 2, "other");

            assertThat(openCase.react(flagged, other)).isInstanceOf(Reacted.Forked.class);
        }

        @Test
        void ringsNoPhoneWhereItIsOfLongAgo() {
            clock.pass(Duration.ofHours(25));

            openCase.react(flagged, flag(flagged));

            assertThat(now(new CaseId(flagged.comment())).round().due()).isEmpty();
        }
    }

    @Nested
    class AClockSetByADay {
        private static final Duration DAY = Duration.ofDays(1);

        @Test
        void cutsNobodysTimeShort() {
            opened(Urgency.URGENT);
            clock.pass(PATIENCE.dividedBy(2));

            theClockIsSet(DAY);

            assertThat(escalatedAfter(Duration.ZERO)).isFalse();
            assertThat(escalatedAfter(PATIENCE.minusMillis(1))).isFalse();
            assertThat(escalatedAfter(Duration.ofMillis(1))).isTrue();
        }

        @Test
        void makesNoFlagOld() {
            var flagged = aFlag("health", Urgency.URGENT);
            theClockIsSet(DAY.plusMinutes(1));

            openCase.react(flagged, flag(flagged));

            assertThat(now(new CaseId(flagged.comment())).round().due()).isPresent();
        }

        @Test
        void drawsNobodysTimeOut() {
            opened(Urgency.URGENT);
            clock.pass(PATIENCE.dividedBy(2));

            theClockIsSet(DAY.negated());

            assertThat(escalatedAfter(Duration.ZERO)).isFalse();
            assertThat(escalatedAfter(PATIENCE)).isTrue();
        }

        @Test
        void keepsNobodyWaitingWhoseTimeWasOver() {
            opened(Urgency.URGENT);
            clock.pass(PATIENCE);

            theClockIsSet(DAY);

            assertThat(escalatedAfter(Duration.ZERO)).isTrue();
        }

        @Test
        void isNoticedAlsoByWhoeverStartsAfterItWasSetBack() {
            opened(Urgency.URGENT);
            theClockIsSet(DAY.negated());
            var restarted = new EscalateOverdue(cases, rounds, clock, () -> 0);

            restarted.escalate();

            assertThat(escalatedAfter(PATIENCE)).isTrue();
        }
    }

    @Nested
    class WhatNobodyAcknowledges {
        @Test
        void waitsUntilItsTime() {
            opened(Urgency.URGENT);

            assertThat(escalatedAfter(PATIENCE.minusMillis(1))).isFalse();
        }

        @Test
        void goesToTheNextPersonOnce() {
            var id = opened(Urgency.URGENT);

            assertThat(escalatedAfter(PATIENCE)).isTrue();
            assertThat(escalatedAfter(Duration.ZERO)).isFalse();

            assertThat(cases.announced(id))
                    .last()
                    .isEqualTo(new CaseEscalated(id.value(), "health", 2, "duty2.health", NOW.plus(PATIENCE)));
            assertThat(now(id).round().due()).contains(NOW.plus(PATIENCE.multipliedBy(2)));
        }

        @Test
        void reachesTheDistrictAndBeginsAgainWhereItIsUrgent() {
            var id = opened(Urgency.URGENT);

            escalatedAfter(PATIENCE);
            escalatedAfter(PATIENCE);
            assertThat(now(id).round().staff()).contains("duty.district");
            escalatedAfter(PATIENCE);

            assertThat(now(id).round().staff()).contains("duty1.health");
            assertThat(now(id).round().number()).isEqualTo(4);
        }

        @Test
        void staysWithTheLastWhereItIsRoutine() {
            var id = opened(Urgency.ROUTINE);

            escalatedAfter(PATIENCE);
            escalatedAfter(PATIENCE);

            assertThat(now(id).round().staff()).contains("duty.district");
            assertThat(escalatedAfter(Duration.ofDays(7))).isFalse();
            assertThat(now(id)).isInstanceOf(Case.Open.class);
        }

        @Test
        void goesOnTryingWhereNobodyIsOnCall() {
            var nobody =
                    new Rounds(new OnCall(new InMemoryRegistry(), new InMemoryRosters()), PATIENCE, PATIENCE, clock);
            var flagged = aFlag("health", Urgency.ROUTINE);
            new WhenFlaggedOpenCase(cases, nobody, clock).react(flagged, flag(flagged));
            assertThat(now(new CaseId(flagged.comment())).round().staff()).isEmpty();

            assertThat(escalatedAfter(PATIENCE)).isTrue();

            assertThat(now(new CaseId(flagged.comment())).round().staff()).isPresent();
        }
    }

    @Nested
    class AnAcknowledgement {
        @Test
        void stopsTheEscalation() {
            var id = opened(Urgency.URGENT);

            var outcome = acknowledge.acknowledge(id, 1, DUTY_HEALTH);

            assertThat(outcome).isEqualTo(new Done(now(id)));
            assertThat(escalatedAfter(Duration.ofDays(1))).isFalse();
            assertThat(cases.announced(id))
                    .last()
                    .isEqualTo(new CaseAcknowledged(id.value(), "health", DUTY_HEALTH.by(), 1, NOW));
        }

        @Test
        void countsOnce() {
            var id = opened(Urgency.URGENT);
            acknowledge.acknowledge(id, 1, DUTY_HEALTH);

            var second = acknowledge.acknowledge(id, 1, DUTY_DISTRICT);

            assertThat(second).isEqualTo(new Done(now(id)));
            assertThat(((Case.Acknowledged) now(id)).by()).isEqualTo(DUTY_HEALTH.by());
            assertThat(cases.announced(id)).hasSize(2);
        }

        @Test
        void ofAnEarlierRoundAcknowledgesTheCase() {
            var id = opened(Urgency.URGENT);
            escalatedAfter(PATIENCE);

            acknowledge.acknowledge(id, 1, DUTY_HEALTH);

            assertThat(now(id)).isInstanceOf(Case.Acknowledged.class);
            assertThat(((CaseAcknowledged) cases.announced(id).getLast()).round())
                    .isEqualTo(2);
        }

        @Test
        void ofARoundThatWasNeverToldIsUnknown() {
            var id = opened(Urgency.URGENT);

            assertThat(acknowledge.acknowledge(id, 2, DUTY_HEALTH)).isEqualTo(new Unknown(id));
            assertThat(acknowledge.acknowledge(new CaseId("none"), 1, DUTY_HEALTH))
                    .isEqualTo(new Unknown(new CaseId("none")));
        }

        @Test
        void isForTheDutyOfficersOfTheUnitAndTheDistrict() {
            var id = opened(Urgency.URGENT);

            assertThat(acknowledge.acknowledge(id, 1, DUTY_WATER)).isEqualTo(new Unknown(id));
            assertThat(acknowledge.acknowledge(id, 1, DRAFTER_HEALTH)).isEqualTo(new NotPermitted());
            assertThat(acknowledge.acknowledge(id, 1, INSPECTOR_HEALTH)).isEqualTo(new NotPermitted());
            assertThat(acknowledge.acknowledge(id, 1, DUTY_DISTRICT)).isInstanceOf(Done.class);
        }

        @Test
        void givenBackTellsTheNextPersonAtOnce() {
            var id = opened(Urgency.URGENT);
            acknowledge.acknowledge(id, 1, DUTY_HEALTH);

            acknowledge.giveBack(id, 1, DUTY_HEALTH);
            var again = acknowledge.giveBack(id, 1, DUTY_HEALTH);

            assertThat(again).isEqualTo(new Done(now(id)));
            assertThat(now(id).round()).isEqualTo(new Round(2, "duty2.health", NOW, NOW.plus(PATIENCE)));
            assertThat(cases.announced(id)).hasSize(3);
        }
    }

    @RepeatedTest(20)
    void escalatesOnceOrNotAtAllWhenManyTryBesideAnAcknowledgement() throws Exception {
        var id = opened(Urgency.URGENT);
        clock.pass(PATIENCE);
        var together = new CountDownLatch(1);

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 8)
                    .mapToObj(number -> workers.submit(started(together, number, id)))
                    .toList();
            together.countDown();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(now(id)).isInstanceOf(Case.Acknowledged.class);
        assertThat(cases.announced(id).stream().filter(CaseEscalated.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(cases.announced(id).stream().filter(CaseAcknowledged.class::isInstance))
                .hasSize(1);
        assertThat(cases.announced(id)).last().isInstanceOf(CaseAcknowledged.class);
    }

    private Callable<Object> started(CountDownLatch together, int number, CaseId id) {
        return () -> {
            together.await();
            return number == 0 ? acknowledge.acknowledge(id, 1, DUTY_HEALTH) : escalate.escalate();
        };
    }
}
