package cn.qianfa.monitoring.alert;

import static cn.qianfa.monitoring.alert.AlertFixture.aNoticeFor;
import static cn.qianfa.monitoring.casework.CaseFixture.NOW;
import static cn.qianfa.monitoring.registry.RegistryFixture.district;
import static cn.qianfa.monitoring.registry.RegistryFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.identity.Role;
import cn.qianfa.monitoring.alert.Bell.Call;
import cn.qianfa.monitoring.alert.Bell.Rung;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseFixture;
import cn.qianfa.monitoring.casework.InMemoryCases;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.registry.InMemoryRegistry;
import cn.qianfa.monitoring.registry.RegistryFixture;
import cn.qianfa.monitoring.registry.StaffMember;
import cn.qianfa.monitoring.store.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-13")
class DeliverMailTest {
    private static final Mailbox.Budget TEN = new Mailbox.Budget(10, Duration.ofMinutes(10));
    private static final String ONE = "duty1.health";
    private static final String OTHER = "duty2.health";

    private final SteppingClock clock = new SteppingClock(NOW);
    private final InMemoryCases cases = new InMemoryCases();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
    private final InMemoryRegistry registry = district(new InMemoryRegistry());
    private final List<Call> mailed = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Rung> server = call -> new Rung.Taken("250 queued");
    private final DeliverMail deliver = instance();

    private DeliverMail instance() {
        var bell = new FakeBell(Way.MAIL, this::ring);
        var pace = Pace.of(bell, Duration.ofSeconds(5), Duration.ofMinutes(5));
        return new DeliverMail(alerts, mailboxes, registry, cases, bell, pace, TEN, clock);
    }

    private Rung ring(Call call) {
        var rung = server.apply(call);
        if (rung instanceof Rung.Taken) {
            mailed.add(call);
        }
        return rung;
    }

    @BeforeEach
    void haveAddresses() {
        for (var officer : List.of(ONE, OTHER)) {
            registry.mirror(
                    new StaffMember(officer, "health", Set.of(Role.DUTY_OFFICER), officer + "@health.example"),
                    staff(officer, 2));
        }
    }

    @AfterEach
    void close() {
        deliver.close();
    }

    private Alert.Key raised(String staff, Urgency urgency) {
        var alert = Alert.Ringing.from(clock.instant(), Way.MAIL, aNoticeFor(staff, urgency));
        alerts.add(alert);
        return alert.key();
    }

    private Set<Alert.Key> flood(int many) {
        var raised = new HashSet<Alert.Key>();
        for (var i = 0; i < many; i++) {
            raised.add(raised(ONE, Urgency.URGENT));
        }
        return raised;
    }

    private Alert now(Alert.Key key) {
        return alerts.find(key).orElseThrow().value();
    }

    /** Until nothing is due any more. */
    private void deliverAll() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    deliver.deliver();
                    return alerts.due(Way.MAIL, clock.instant(), 1).isEmpty() && deliver.isIdle();
                });
    }

    @Nested
    class AFlood {
        @Test
        void isTheBudgetsMailsAndThenOneDigestOfTheRest() {
            var raised = flood(200);
            deliverAll();
            raised.addAll(flood(50));
            deliverAll();

            assertThat(mailed).hasSize(10);
            assertThat(mailed.subList(0, 9)).allMatch(call -> call.said().size() == 1);
            assertThat(mailed.get(9).said()).hasSize(191);
            assertThat(alerts.waiting(Way.MAIL, 1_000)).isEqualTo(50);

            clock.pass(TEN.window());
            deliverAll();

            assertThat(mailed).hasSizeBetween(11, 20);
            assertThat(told()).containsExactlyInAnyOrderElementsOf(raised);
            assertThat(alerts.waiting(Way.MAIL, 1_000)).isZero();
        }

        @Test
        void neverHoldsBackAnEmergency() {
            flood(200);
            deliverAll();
            var inDanger = raised(ONE, Urgency.EMERGENCY);

            deliverAll();

            assertThat(mailed).hasSize(11);
            assertThat(mailed.getLast().said()).hasSize(1);
            assertThat(now(inDanger)).isInstanceOf(Alert.Delivered.class);
        }

        @Test
        void toOneIsNothingToAnother() {
            flood(200);
            deliverAll();
            var others = raised(OTHER, Urgency.ROUTINE);

            deliverAll();

            assertThat(now(others)).isInstanceOf(Alert.Delivered.class);
            assertThat(mailed.getLast().address()).isEqualTo(OTHER + "@health.example");
        }

        private List<Alert.Key> told() {
            return mailed.stream()
                    .flatMap(call -> call.said().stream())
                    .map(said -> new Alert.Key(said.notice().id(), Way.MAIL))
                    .toList();
        }
    }

    @Test
    void aMailGoesToTheAddressOnFileWithTheUnitsName() {
        var key = raised(ONE, Urgency.URGENT);

        deliverAll();

        var call = mailed.getFirst();
        assertThat(call.address()).isEqualTo("duty1.health@health.example");
        assertThat(call.id()).isEqualTo(key.id().value());
        assertThat(call.said().getFirst().unit()).isEqualTo("区卫生健康局");
        assertThat(now(key).tries().newest()).containsExactly(new Attempt(NOW, new Attempt.Sent("250 queued")));
    }

    @Nested
    class AServer {
        @Test
        void thatIsAwayGetsItLaterAndEachTryIsKept() {
            var key = raised(ONE, Urgency.URGENT);
            server = call -> new Rung.Deferred("connection refused");
            deliverAll();
            clock.pass(Duration.ofSeconds(5));
            deliverAll();
            server = call -> new Rung.Taken("250 queued");
            clock.pass(Duration.ofSeconds(10));

            deliverAll();

            assertThat(now(key).tries().newest())
                    .containsExactly(
                            deferred(NOW, NOW.plusSeconds(5)),
                            deferred(NOW.plusSeconds(5), NOW.plusSeconds(15)),
                            new Attempt(NOW.plusSeconds(15), new Attempt.Sent("250 queued")));
            assertThat(mailed).hasSize(1);
        }

        private static Attempt deferred(Instant at, Instant next) {
            return new Attempt(at, new Attempt.Deferred("connection refused", next));
        }

        @Test
        void thatTookNothingHasUsedNothingOfTheBudget() {
            server = call -> new Rung.Deferred("451 later");
            flood(12);
            deliverAll();
            clock.pass(Duration.ofMinutes(5));
            server = call -> new Rung.Taken("250 queued");

            deliverAll();

            assertThat(mailed).hasSize(10);
            assertThat(alerts.waiting(Way.MAIL, 1_000)).isZero();
        }

        @Test
        void thatRefusesIsNotAskedAgain() {
            var key = raised(ONE, Urgency.URGENT);
            server = call -> new Rung.Refused("550 no such user");
            deliverAll();
            server = call -> new Rung.Taken("250 queued");
            clock.pass(Duration.ofHours(1));

            deliverAll();

            assertThat(mailed).isEmpty();
            assertThat(now(key)).isInstanceOfSatisfying(Alert.Dropped.class, dropped -> {
                assertThat(dropped.why()).isEqualTo(Alert.Why.REFUSED);
                assertThat(dropped.tries().newest())
                        .containsExactly(new Attempt(NOW, new Attempt.Refused("550 no such user")));
            });
        }

        @Test
        void thatIsSlowWithOneDelaysNobodyElseAndNoEmergency() {
            var slow = new CountDownLatch(1);
            server = call -> {
                if (call.said().getFirst().notice().matter().urgency() == Urgency.URGENT) {
                    awaitQuietly(slow);
                }
                return new Rung.Taken("250 queued");
            };
            var waiting = raised(ONE, Urgency.URGENT);
            var emergency = raised(ONE, Urgency.EMERGENCY);
            var others = raised(OTHER, Urgency.ROUTINE);

            deliver.deliver();

            await().until(() -> now(emergency) instanceof Alert.Delivered && now(others) instanceof Alert.Delivered);
            assertThat(now(waiting)).isInstanceOf(Alert.Ringing.class);
            slow.countDown();
            await().until(() -> now(waiting) instanceof Alert.Delivered);
        }

        private static void awaitQuietly(CountDownLatch slow) {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Nested
    class AnAlert {
        @Test
        void isNotMailedWhereNoAddressIsOnFileOrThePersonLeft() {
            registry.mirror(new StaffMember(ONE, "health", Set.of()), staff(ONE, 3));
            var left = raised(ONE, Urgency.URGENT);
            var unknown = raised("nobody", Urgency.EMERGENCY);

            deliverAll();

            assertThat(mailed).isEmpty();
            assertThat(List.of(now(left), now(unknown)))
                    .allSatisfy(
                            alert -> assertThat(((Alert.Dropped) alert).why()).isEqualTo(Alert.Why.NO_ADDRESS));
        }

        @Test
        void isNotMailedOnceSomebodyHasSeenIt() {
            var open = CaseFixture.stored(cases, CaseFixture.aFlag("health", Urgency.URGENT));
            var key = raised(open);
            var seen = open.acknowledge(RegistryFixture.DUTY_HEALTH.by(), NOW);
            cases.save(cases.find(open.id()).orElseThrow().with(seen), List.of());

            deliverAll();

            assertThat(mailed).isEmpty();
            assertThat(((Alert.Dropped) now(key)).why()).isEqualTo(Alert.Why.ACKNOWLEDGED);
        }

        private Alert.Key raised(Case.Open open) {
            var notice = new Notice(AlertId.of(open), open.matter(), ONE, NOW, NOW.plusSeconds(3600));
            var alert = Alert.Ringing.from(NOW, Way.MAIL, notice);
            alerts.add(alert);
            return alert.key();
        }

        @Test
        void isGivenUpOnceItIsOld() {
            var key = raised(ONE, Urgency.URGENT);
            clock.pass(Duration.ofHours(25));

            deliverAll();

            assertThat(mailed).isEmpty();
            assertThat(now(key).tries().newest()).containsExactly(new Attempt(clock.instant(), new Attempt.GivenUp()));
        }

        private Alert.Key raised(String staff, Urgency urgency) {
            return DeliverMailTest.this.raised(staff, urgency);
        }
    }

    @Nested
    class WhereTheProcessFellDuringTheCall {
        @Test
        void theSameMailGoesOnceMore() {
            var key = raised(ONE, Urgency.URGENT);
            server = call -> {
                throw new IllegalStateException("falls");
            };
            deliverAll();
            server = call -> new Rung.Taken("250 queued");
            deliverAll();
            assertThat(mailed).isEmpty(); // another process may be in the call

            clock.pass(Duration.ofSeconds(10));
            deliverAll();

            assertThat(mailed).extracting(Call::id).containsExactly(key.id().value());
            assertThat(mailboxes.of(ONE).mailed()).hasSize(1);
        }

        @Test
        void anotherInstanceDoesNotSendBesideIt() {
            var slow = new CountDownLatch(1);
            server = call -> {
                AServer.awaitQuietly(slow);
                return new Rung.Taken("250 queued");
            };
            flood(5);
            deliver.deliver();
            await().until(() -> mailboxes.of(ONE).busyUntil() != null);

            var other = instance();
            try {
                other.deliver();
                await().until(other::isIdle);
            } finally {
                slow.countDown();
                other.close();
            }
            deliverAll();

            assertThat(mailed).hasSize(5);
        }
    }

    @Test
    void twoInstancesTogetherKeepToTheBudget() {
        var raised = flood(100);
        try (var other = instance()) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        deliver.deliver();
                        other.deliver();
                        return alerts.due(Way.MAIL, clock.instant(), 1).isEmpty() && deliver.isIdle() && other.isIdle();
                    });
        }

        assertThat(mailed).hasSizeLessThanOrEqualTo(10);
        assertThat(mailed.stream().mapToInt(call -> call.said().size()).sum()).isEqualTo(raised.size());
    }
}
