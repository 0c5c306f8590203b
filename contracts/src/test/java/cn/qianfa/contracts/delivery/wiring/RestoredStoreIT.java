package cn.qianfa.contracts.delivery.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import cn.qianfa.contracts.delivery.inbox.Operations;
import cn.qianfa.contracts.delivery.inbox.Parked;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A store that was put back to an earlier day beside a log that goes on: its history forks, and that is seen. */
class RestoredStoreIT {
    private static final Actor ADMIN = new Actor("administrator.district", "district", Set.of(Role.ADMIN));
    private static final String HISTORY = "approval.drafts.history";
    private static final String FOLLOWER = "approval.follower";

    private final EmbeddedStack stack = EmbeddedStack.start();
    private final Wire wire = new Wire(stack);
    private final String forked = UUID.randomUUID().toString();
    private final String lost = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @SuppressWarnings("NullAway.Init") // begun before each test
    private ConfigurableApplicationContext service;

    @BeforeEach
    void putAnOlderStoreBesideTheLog() {
        open();
        List.of(forked, other).forEach(draft -> {
            write(draft);
            announce(draft, submitted(draft));
        });
        eventually().untilAsserted(() -> assertThat(effects(forked, other)).containsExactly(1L, 1L));
        service.close();
        var before = stack.copyOfTheStore();
        open();
        announce(forked, recalled(forked));
        announce(forked, submitted(forked));
        write(lost);
        announce(lost, submitted(lost));
        eventually().untilAsserted(() -> assertThat(effects(forked, lost)).containsExactly(1L, 2L, 3L, 1L));
        service.close();
        stack.putBack(before);
        open();
    }

    @AfterEach
    void close() {
        service.close();
        stack.close();
    }

    private void open() {
        service = new SpringApplicationBuilder(DeliveryIT.Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("spring.application.name", "approval", "spring.main.banner-mode", "off"))
                .properties(stack.settings())
                .run();
        eventually().until(() -> health("assignment").equals(Status.UP));
    }

    @Test
    void namesWhatTheLogKnowsBetterBlocksWhatIsNumberedAgainAndLetsTheOthersPass() {
        var first = wire.events(Topic.DRAFTS, forked);

        assertThat(health("delivered")).isEqualTo(Status.DOWN);
        assertThat(parked(HISTORY, forked).detail())
                .isEqualTo("the log has {2=%s, 3=%s}, the store ends at number 1"
                        .formatted(first.get(1).id(), first.get(2).id()));
        assertThat(parked(HISTORY, lost).detail()).endsWith("the store ends at number 0");
        assertThat(waiting(HISTORY)).isEqualTo(2);
        eventually()
                .untilAsserted(() -> assertThat(effects(forked, lost))
                        .as("the follower was put back too, and reads again what came since")
                        .containsExactly(1L, 2L, 3L, 1L));

        announce(forked, recalled(forked));
        announce(other, recalled(other));

        eventually().until(() -> waiting(FOLLOWER) == 1);
        var again = wire.events(Topic.DRAFTS, forked).getLast();
        assertThat(parked(FOLLOWER, forked).detail())
                .isEqualTo("number 2 is event %s, and was %s"
                        .formatted(again.id(), first.get(1).id()));
        eventually().untilAsserted(() -> assertThat(effects(other)).containsExactly(1L, 2L));

        settles(HISTORY, lost);
        settles(HISTORY, forked);
        settles(FOLLOWER, forked);
        eventually().until(() -> health("delivered").equals(Status.UP));
        announce(forked, submitted(forked));
        announce(forked, recalled(forked));
        eventually().until(() -> waiting(FOLLOWER) == 1); // the third has been somebody's too
        settles(FOLLOWER, forked);
        eventually()
                .untilAsserted(() -> assertThat(effects(forked))
                        .as("the log had no fourth yet")
                        .containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void seesItOnceAndNotAgainAtTheNextStart() {
        settles(HISTORY, lost);
        settles(HISTORY, forked);
        service.close();

        open();

        assertThat(waiting(HISTORY)).isZero();
        announce(forked, recalled(forked));
        eventually().until(() -> waiting(FOLLOWER) == 1); // but the numbers stay taken
    }

    private void settles(String consumer, String key) {
        var operations = service.getBean(Operations.class);
        var waiting = parked(consumer, key);
        var event = waiting.shown(Locale.ENGLISH).first().id();
        var outcome = operations.act(
                What.SKIP,
                new Operations.Asked(
                        Operations.shown(waiting.id()),
                        ADMIN,
                        () -> new Cause.Command(UUID.randomUUID().toString(), "hash", ""),
                        () -> new Operations.Wish(event, "", "the restored store holds")));
        assertThat(outcome).isInstanceOf(Operations.Outcome.Replayed.class);
    }

    private Parked.Waiting parked(String consumer, String key) {
        return service.getBean(Parked.class)
                .find(consumer + "|approval.drafts|" + key)
                .orElseThrow();
    }

    private double waiting(String consumer) {
        return service.getBean(MeterRegistry.class)
                .get("qianfa.delivery.parked")
                .tag("consumer", consumer)
                .gauge()
                .value();
    }

    private Status health(String name) {
        return requireNonNull(requireNonNull(
                        service.getBean(name, HealthIndicator.class).health(true)))
                .getStatus();
    }

    private List<Long> effects(String... drafts) {
        return List.of(drafts).stream()
                .flatMap(draft -> service.getBean(Follower.class).effects(draft).stream())
                .toList();
    }

    private Aggregates drafts() {
        return service.getBean("drafts", Aggregates.class);
    }

    private void write(String draft) {
        drafts().insert(draft, Cause.OWN, new Document("text", "稿"), List.of());
    }

    private void announce(String draft, Event event) {
        var found = drafts().find(draft).orElseThrow();
        drafts().save(draft, Aggregates.revision(found), Cause.OWN, Updates.set("text", "稿"), List.of(event));
    }

    private static DraftSubmitted submitted(String draft) {
        return new DraftSubmitted(
                draft,
                "health",
                new By("drafter.health", "health", List.of("DRAFTER")),
                1,
                "CONVENIENCE",
                "ORDINARY",
                "周末开诊",
                "hash",
                Instant.EPOCH);
    }

    private static DraftRecalled recalled(String draft) {
        return new DraftRecalled(
                draft, "health", new By("drafter.health", "health", List.of("DRAFTER")), 1, Instant.EPOCH);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
