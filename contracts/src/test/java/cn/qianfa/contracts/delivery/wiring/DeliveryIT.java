package cn.qianfa.contracts.delivery.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.inbox.Parked;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.stack.EmbeddedStack;
import cn.qianfa.contracts.stack.Wire;
import cn.qianfa.contracts.stack.WireAssert;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class DeliveryIT {
    private static final By DRAFTER = new By("drafter.health", "health", List.of("DRAFTER"));
    private static final EmbeddedStack STACK = EmbeddedStack.start();
    private static final Wire WIRE = new Wire(STACK);

    @SuppressWarnings("NullAway.Init") // opened before the first test
    private static ConfigurableApplicationContext service;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(DeliveryConfiguration.class)
    static class Service {
        @Bean
        Aggregates drafts(AggregateFactory aggregates) {
            return aggregates.open("drafts", Topic.DRAFTS);
        }

        @Bean
        Follower follower(AggregateFactory aggregates) {
            return new Follower(aggregates.open("followers", Topic.PUBLICATIONS));
        }

        @Bean
        Subscription following(Follower follower) {
            return Subscription.of("approval.follower", Topic.DRAFTS)
                    .on(DraftSubmitted.class, follower::follow)
                    .on(DraftRecalled.class, follower::follow)
                    .on(DraftReturned.class, follower::follow)
                    .on(Approved.class, follower::follow)
                    .on(DraftReleased.class, follower::follow)
                    .on(DraftExpired.class, follower::follow)
                    .build();
        }
    }

    @BeforeAll
    static void open() {
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("spring.application.name", "approval", "spring.main.banner-mode", "off"))
                .properties(STACK.settings())
                .run();
        eventually().until(() -> health("assignment").equals(Status.UP));
    }

    @AfterAll
    static void close() {
        service.close();
        STACK.close();
    }

    @Test
    void bringsEveryEventOfEveryAggregateInOrderAndAppliesItOnce() {
        var drafts = IntStream.range(0, 40).mapToObj(n -> write()).toList();

        for (var round = 0; round < 10; round++) {
            drafts.parallelStream().forEach(DeliveryIT::submitAndRecall);
        }

        eventually()
                .untilAsserted(() -> assertThat(drafts)
                        .allSatisfy(
                                draft -> assertThat(follower().effects(draft)).containsExactlyElementsOf(upTo(20))));
        assertThat(drafts)
                .allSatisfy(draft -> WireAssert.carryEveryNumberOnceInOrder(WIRE.events(Topic.DRAFTS, draft), 20));
        eventually().until(() -> health("delivered").equals(Status.UP));
    }

    @Test
    void saysSoonThatItsStoreIsAway() {
        STACK.withoutStore(() -> {
            isSoonDown("mongoHealthIndicator");
            assertThat(health("delivered")).isEqualTo(Status.DOWN);
        });

        eventually().until(() -> health("mongoHealthIndicator").equals(Status.UP));
        eventually().until(() -> health("delivered").equals(Status.UP));
    }

    @Test
    void saysSoonThatItsStoreSaysNothing() {
        STACK.withSilentStore(() -> isSoonDown("mongoHealthIndicator"));

        eventually().until(() -> health("mongoHealthIndicator").equals(Status.UP));
    }

    /** Within the two seconds which deploy/status waits; a machine that has much to do may be asked again. */
    private static void isSoonDown(String name) {
        eventually().until(() -> {
            var begun = Instant.now();
            var status = health(name);
            return Status.DOWN.equals(status)
                    && Duration.between(begun, Instant.now()).toMillis() < 2_000;
        });
    }

    @Test
    void sendsWhatWasWrittenWhileTheBrokerWasAway() {
        var draft = write();

        STACK.withoutBroker(() -> submitAndRecall(draft));

        eventually().untilAsserted(() -> assertThat(follower().effects(draft)).containsExactlyElementsOf(upTo(2)));
        assertThat(parked()).isEmpty();
    }

    @Test
    void waitsForTheStoreAndParksNothing() {
        var draft = UUID.randomUUID().toString();

        STACK.withoutStore(() -> {
            send(submitted(draft), 1);
            eventually().until(() -> gauge("qianfa.delivery.lag") == 1);
        });

        eventually().untilAsserted(() -> assertThat(follower().effects(draft)).containsExactly(1L));
        eventually().until(() -> gauge("qianfa.delivery.lag") == 0);
        assertThat(parked()).isEmpty();
    }

    @Test
    void dropsAnEventThatComesTwice() {
        var draft = UUID.randomUUID().toString();
        var first = envelope(submitted(draft), 1);

        send(first);
        send(first);
        send(recalled(draft), 2);

        eventually().untilAsserted(() -> assertThat(follower().effects(draft)).containsExactly(1L, 2L));
    }

    @Test
    void parksAnAggregateWithAHoleAndLetsTheOthersPass() {
        var holed = UUID.randomUUID().toString();
        var other = UUID.randomUUID().toString();

        send(submitted(holed), 1);
        send(submitted(holed), 3);
        send(submitted(other), 1);

        eventually().untilAsserted(() -> assertThat(causeOf(holed)).isEqualTo("GAP"));
        eventually().untilAsserted(() -> assertThat(follower().effects(other)).containsExactly(1L));
        assertThat(follower().effects(holed)).containsExactly(1L);
        forget(holed);
    }

    @Test
    void parksAnAggregateWhoseHistoryWasForked() {
        var draft = UUID.randomUUID().toString();

        send(submitted(draft), 1);
        send(submitted(draft), 1);

        eventually().untilAsserted(() -> assertThat(causeOf(draft)).isEqualTo("FORKED"));
        forget(draft);
    }

    @Test
    void keepsWhatCannotBeAppliedInOrderAndGoesOnAfterTheRepair() {
        var draft = UUID.randomUUID().toString();
        follower().stumblesOver.add(draft);

        send(submitted(draft), 1);
        send(recalled(draft), 2);
        eventually().untilAsserted(() -> assertThat(waitingOf(draft)).containsExactly(1L, 2L));
        assertThat(health("delivered")).isEqualTo(Status.DOWN);
        follower().stumblesOver.remove(draft);
        restart();

        eventually().untilAsserted(() -> assertThat(follower().effects(draft)).containsExactly(1L, 2L));
        assertThat(parked()).isEmpty();
    }

    /** As during a rolling upgrade: an older instance parked it, and leaves. */
    @Test
    void triesAgainWhatWaitsWhenItTakesPartitionsOver() {
        var draft = UUID.randomUUID().toString();
        follower().stumblesOver.add(draft);
        send(submitted(draft), 1);
        eventually().untilAsserted(() -> assertThat(waitingOf(draft)).containsExactly(1L));
        follower().stumblesOver.remove(draft);

        anotherInstanceComesAndGoes();

        eventually().untilAsserted(() -> assertThat(follower().effects(draft)).containsExactly(1L));
        eventually().untilAsserted(() -> assertThat(parked()).isEmpty());
    }

    private static void anotherInstanceComesAndGoes() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                STACK.bootstrapServers(),
                "group.id",
                "approval.follower",
                "enable.auto.commit",
                false);
        try (var other = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(Topic.DRAFTS.wireName()));
            eventually().until(() -> {
                other.poll(Duration.ZERO); // what it may have been given is not committed, so it comes again
                return !other.assignment().isEmpty();
            });
        }
    }

    @Test
    void parksAnEventOfATypeNeverHeardOf() {
        var draft = UUID.randomUUID().toString();
        var known = envelope(submitted(draft), 1);
        var unknown = new Envelope(
                known.topic(), draft, 1, known.id(), "DraftSplit.v1", "approval", known.time(), null, known.data());

        send(unknown);

        eventually().untilAsserted(() -> assertThat(causeOf(draft)).isEqualTo("UNKNOWN_TYPE"));
        forget(draft);
    }

    @Test
    void parksBytesThatAreNoEvent() {
        var draft = UUID.randomUUID().toString();
        var known = envelope(submitted(draft), 1);

        send(new Envelope(
                known.topic(),
                draft,
                1,
                known.id(),
                known.type(),
                "approval",
                known.time(),
                null,
                "{\"draft\":".getBytes(UTF_8)));

        eventually().untilAsserted(() -> assertThat(causeOf(draft)).isEqualTo("UNREADABLE"));
        forget(draft);
    }

    @Test
    void tellsHowManyPartitionsItReads() {
        eventually().until(() -> gauge("qianfa.delivery.partitions") == Topic.DRAFTS.partitions());
    }

    @Test
    void keepsARecordWithoutAReadableKeyInQuarantine() throws Exception {
        assertThat(quarantined()).isZero();

        producer()
                .send(new ProducerRecord<>(Topic.DRAFTS.wireName(), new byte[] {(byte) 0xff}, new byte[] {1}))
                .get();

        eventually()
                .untilAsserted(
                        () -> assertThat(WIRE.records("approval.quarantine")).hasSize(1));
        eventually().until(() -> quarantined() == 1);
    }

    private static void restart() {
        service.close();
        open();
        // What only a test announced is a history the store does not know.
        database().getCollection("parked").deleteMany(new Document("consumer", "approval.drafts.history"));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private static Status health(String name) {
        return requireNonNull(requireNonNull(
                        service.getBean(name, HealthIndicator.class).health(true)))
                .getStatus();
    }

    private static double gauge(String meter) {
        return service.getBean(MeterRegistry.class)
                .get(meter)
                .tag("consumer", "approval.follower")
                .gauge()
                .value();
    }

    private static double quarantined() {
        return service.getBean(MeterRegistry.class)
                .get("qianfa.delivery.quarantined")
                .tag("consumer", "approval.follower")
                .counter()
                .count();
    }

    private static Follower follower() {
        return service.getBean(Follower.class);
    }

    private static Aggregates drafts() {
        return service.getBean("drafts", Aggregates.class);
    }

    private static String write() {
        var draft = UUID.randomUUID().toString();
        drafts().insert(draft, Cause.OWN, new Document("text", "稿"), List.of());
        return draft;
    }

    private static void submitAndRecall(String draft) {
        announce(draft, submitted(draft));
        announce(draft, recalled(draft));
    }

    private static void announce(String draft, Event event) {
        var found = drafts().find(draft).orElseThrow();
        drafts().save(draft, Aggregates.revision(found), Cause.OWN, Updates.set("text", "稿"), List.of(event));
    }

    private static DraftSubmitted submitted(String draft) {
        return new DraftSubmitted(
                draft, "health", DRAFTER, 1, "CONVENIENCE", "ORDINARY", "周末开诊", "hash", Instant.EPOCH);
    }

    private static DraftRecalled recalled(String draft) {
        return new DraftRecalled(draft, "health", DRAFTER, 1, Instant.EPOCH);
    }

    private static Envelope envelope(Event event, long seq) {
        return Wire.envelope(Topic.DRAFTS, event, seq);
    }

    private static void send(Event event, long seq) {
        send(envelope(event, seq));
    }

    private static void send(Envelope envelope) {
        WIRE.send(envelope);
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> producer() {
        return service.getBean("eventProducer", Producer.class);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static MongoDatabase database() {
        return service.getBean(MongoDatabase.class);
    }

    private static List<Document> parked() {
        return database().getCollection("parked").find().into(new ArrayList<>());
    }

    private static String causeOf(String draft) {
        return parked().stream()
                .filter(one -> draft.equals(one.getString("key")))
                .map(one -> one.getString("cause"))
                .findFirst()
                .orElse("nothing parked");
    }

    private static List<Long> waitingOf(String draft) {
        return service.getBean(Parked.class).among(follow(), List.of(draft)).isEmpty()
                ? List.of()
                : parked().stream()
                        .filter(one -> draft.equals(one.getString("key")))
                        .flatMap(one -> one.getList("events", Document.class).stream())
                        .map(DeliveryIT::seqOf)
                        .toList();
    }

    private static long seqOf(Document event) {
        return event.getList("headers", Document.class).stream()
                .filter(header -> header.getString("name").equals("ce_seq"))
                .map(header -> Long.parseLong(new String(
                        header.get("value", org.bson.types.Binary.class).getData(), UTF_8)))
                .findFirst()
                .orElseThrow();
    }

    private static Subscription follow() {
        return service.getBean(Subscription.class);
    }

    private static void forget(String draft) {
        database().getCollection("parked").deleteMany(new Document("key", draft));
    }
}
