package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static cn.qianfa.monitoring.casework.CaseFixture.aFlag;
import static cn.qianfa.monitoring.casework.CaseFixture.stored;
import static cn.qianfa.monitoring.registry.RegistryFixture.DUTY_HEALTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.InMemoryCases;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.store.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-13")
class DeliverAlertsTest {
    private static final Duration CALL_TAKES = Pace.OF_A_RECEIVER.callTakes();

    private final SteppingClock clock = new SteppingClock(NOW);
    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final List<Notice> rung = new CopyOnWriteArrayList<>();
    private Bell.Rung answer = new Bell.Rung.Taken("status 204");
    private final DeliverAlerts deliver = through(this::ring);

    private DeliverAlerts through(Function<Bell.Call, Bell.Rung> receiver) {
        return new DeliverAlerts(alerts, cases, new FakeBell(Way.WEBHOOK, receiver), Pace.OF_A_RECEIVER, clock);
    }

    private Bell.Rung ring(Bell.Call call) {
        rung.add(call.said().getFirst().notice());
        return answer;
    }

    private Case.Open raised() {
        var open = stored(cases, aFlag("health", Urgency.URGENT));
        assertThat(told(open)).isEqualTo(Reacted.APPLIED);
        return open;
    }

    private Reacted told(Case.Open open) {
        return new WhenCaseRingsTell(cases, alerts, Set.of(Way.WEBHOOK), Duration.ofHours(24), clock)
                .react(
                        open.announcement(),
                        new Position(Topic.CASES.wireName(), open.id().value(), 1, "e"));
    }

    private Alert now(Case one) {
        return alerts.find(new Alert.Key(AlertId.of(one), Way.WEBHOOK))
                .orElseThrow()
                .value();
    }

    @Nested
    class AnAlert {
        @Test
        void isRungOnceWhereItIsTaken() throws Exception {
            var open = raised();

            deliver.deliver();
            clock.pass(Duration.ofHours(1));
            deliver.deliver();

            assertThat(rung).hasSize(1).first().satisfies(notice -> {
                assertThat(notice.id()).isEqualTo(AlertId.of(open));
                assertThat(notice.staff()).contains("duty1.health");
            });
            assertThat(now(open))
                    .isInstanceOfSatisfying(
                            Alert.Delivered.class,
                            done -> assertThat(done.tries().newest())
                                    .containsExactly(new Attempt(
                                            clock.instant().minus(Duration.ofHours(1)),
                                            new Attempt.Sent("status 204"))));
        }

        @Test
        void doesNotWaitForADayBecauseSomebodySetTheClockBack() throws Exception {
            raised();
            clock.pass(Duration.ofDays(-1));

            deliver.deliver();

            assertThat(rung).hasSize(1);
        }

        @Test
        void isOneHoweverOftenItsRoundIsAnnounced() throws Exception {
            var open = raised();

            assertThat(told(open)).isEqualTo(Reacted.DUPLICATE);
            deliver.deliver();

            assertThat(rung).hasSize(1);
        }

        @Test
        void isNotRungWhereSomebodyHasSeenTheCase() throws Exception {
            var open = raised();
            var seen = open.acknowledge(DUTY_HEALTH.by(), NOW);
            cases.save(cases.find(open.id()).orElseThrow().with(seen), List.of());

            deliver.deliver();

            assertThat(rung).isEmpty();
            assertThat(now(open))
                    .isInstanceOfSatisfying(
                            Alert.Dropped.class,
                            dropped -> assertThat(dropped.why()).isEqualTo(Alert.Why.ACKNOWLEDGED));
        }

        @Test
        void isNotRungWhereItIsOfLongAgo() {
            var open = stored(cases, aFlag("health", Urgency.URGENT));
            clock.pass(Duration.ofHours(25));

            assertThat(told(open)).isEqualTo(Reacted.DUPLICATE);
            assertThat(alerts.of(List.of(AlertId.of(open)))).isEmpty();
        }
    }

    @Nested
    class AReceiverThatIsDown {
        @Test
        void getsTheAlertAfterwards() throws Exception {
            var open = raised();
            answer = new Bell.Rung.Deferred("down");
            for (var second = 0; second < 60; second++) {
                deliver.deliver();
                clock.pass(Duration.ofSeconds(1));
            }
            assertThat(rung).hasSizeBetween(6, 8); // after 1, 2, 4, 8, 16 and 30 seconds
            assertThat(now(open)).isInstanceOf(Alert.Ringing.class);

            answer = new Bell.Rung.Taken("status 204");
            clock.pass(Duration.ofSeconds(30));
            deliver.deliver();

            assertThat(now(open)).isInstanceOf(Alert.Delivered.class);
            assertThat(rung.stream().map(Notice::id).distinct()).hasSize(1);
        }

        @Test
        void isGivenUpAtLast() throws Exception {
            var open = raised();
            answer = new Bell.Rung.Deferred("down");
            deliver.deliver();

            clock.pass(Duration.ofHours(25));
            deliver.deliver();

            assertThat(rung).hasSize(1);
            assertThat(now(open))
                    .isInstanceOfSatisfying(
                            Alert.Dropped.class,
                            dropped -> assertThat(dropped.why()).isEqualTo(Alert.Why.TOO_LATE));
        }
    }

    @Test
    void isTriedAgainWhereTheProcessFellDuringTheCall() throws Exception {
        var open = raised();
        var falls = through(call -> {
            throw new IllegalStateException("falls");
        });
        assertThatThrownBy(falls::deliver).isInstanceOf(ExecutionException.class);

        deliver.deliver();
        assertThat(rung).isEmpty(); // another process may be in the call
        clock.pass(CALL_TAKES);
        deliver.deliver();

        assertThat(rung).hasSize(1);
        assertThat(now(open)).isInstanceOf(Alert.Delivered.class);
    }
}
