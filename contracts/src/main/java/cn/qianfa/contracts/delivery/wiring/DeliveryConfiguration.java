package cn.qianfa.contracts.delivery.wiring;

import cn.qianfa.contracts.delivery.DeliveryMeter;
import cn.qianfa.contracts.delivery.inbox.EventConsumer;
import cn.qianfa.contracts.delivery.inbox.Interventions;
import cn.qianfa.contracts.delivery.inbox.KafkaQuarantine;
import cn.qianfa.contracts.delivery.inbox.MongoParked;
import cn.qianfa.contracts.delivery.inbox.Operations;
import cn.qianfa.contracts.delivery.inbox.Parked;
import cn.qianfa.contracts.delivery.inbox.Subscription;
import cn.qianfa.contracts.delivery.outbox.EventSender;
import cn.qianfa.contracts.delivery.outbox.KafkaSender;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.event.Topic;
import com.fasterxml.uuid.Generators;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one class a service imports to announce and to react. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryConfiguration {
    /** The service's name: its database, and the owner of its topics. */
    private static final String SERVICE = "${spring.application.name}";

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC); // the store keeps milliseconds
    }

    /** Off unless {@code qianfa.tracing.url} says where a trace server is. */
    @Bean
    Spans spans(@Value("${qianfa.tracing.url:}") String url, @Value(SERVICE) String service) {
        return url.isBlank() ? Spans.off() : Spans.toldTo(URI.create(url), service);
    }

    /** UUIDv7: ids that sort by time. */
    @Bean
    Supplier<UUID> ids() {
        return Generators.timeBasedEpochRandomGenerator()::generate;
    }

    @Bean
    MongoClientSettingsBuilderCustomizer storeWaits() {
        return StoreWaits::bound;
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value(SERVICE) String service) {
        return client.getDatabase(service);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> eventProducer(KafkaProperties kafka) {
        var properties = kafka.buildProducerProperties();
        properties.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    @ConditionalOnMissingBean
    EventSender eventSender(Producer<byte[], byte[]> producer, MeterRegistry meters, Spans spans) {
        return new KafkaSender(producer, meters, spans);
    }

    @Bean
    Marks marks(MongoDatabase database) {
        return new Marks(database.getCollection("marks"));
    }

    @Bean
    History history(MongoDatabase database, Parked parked, Marks marks) {
        return new History(database, parked, marks);
    }

    @Bean
    AggregateFactory aggregateFactory(
            MongoDatabase database,
            History history,
            Parked parked,
            EventSender sender,
            InstantSource clock,
            Supplier<UUID> ids,
            MeterRegistry meters) {
        return new AggregateFactory(database, history, parked, sender, clock, ids, meters);
    }

    @Bean
    Parked parked(MongoDatabase database, InstantSource clock) {
        var parked = new MongoParked(database.getCollection("parked"), clock);
        parked.index();
        return parked;
    }

    @Bean
    Interventions interventions(MongoDatabase database) {
        return Interventions.in(database.getCollection("interventions"));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OriginalsSweeper originalsSweeper(Interventions interventions, DeliverySettings settings, InstantSource clock) {
        return new OriginalsSweeper(interventions, settings.originalRetention(), clock);
    }

    @Bean
    Operations operations(
            @Value(SERVICE) String service,
            List<Subscription> subscriptions,
            History history,
            Parked parked,
            Interventions interventions,
            Supplier<UUID> ids,
            InstantSource clock,
            Spans spans) {
        var all = new ArrayList<>(subscriptions);
        Arrays.stream(Topic.values())
                .filter(topic -> topic.owner().equals(service))
                .map(history::subscription)
                .forEach(all::add);
        return new Operations(all, parked, interventions, ids, clock, spans);
    }

    @Bean
    Delivery delivery(
            @Value(SERVICE) String service,
            DeliverySettings settings,
            KafkaProperties kafka,
            Marks marks,
            AggregateFactory aggregates,
            List<Subscription> subscriptions,
            Parked parked,
            Interventions interventions,
            Producer<byte[], byte[]> producer,
            MeterRegistry meters,
            Spans spans) {
        var quarantine = new KafkaQuarantine(producer, Topics.quarantine(service));
        var listening = subscriptions.stream()
                .map(one -> {
                    DeliveryMeter.PARKED.gauge(meters, "consumer", one.consumer(), () -> parked.count(one.consumer()));
                    var consumer = new EventConsumer(one, parked, interventions, quarantine, meters, spans);
                    var listens = new Listening(one, consumer, consumerProperties(kafka, settings), marks);
                    DeliveryMeter.PARTITIONS.gauge(meters, "consumer", one.consumer(), listens::partitions);
                    DeliveryMeter.LAG.gauge(meters, "consumer", one.consumer(), listens::lag);
                    return listens;
                })
                .toList();
        return new Delivery(
                service,
                settings,
                () -> Admin.create(kafka.buildAdminProperties()),
                () -> new KafkaConsumer<>(readerProperties(kafka)),
                aggregates,
                listening);
    }

    /** Belongs to no group and commits nothing. */
    private static Map<String, Object> readerProperties(KafkaProperties kafka) {
        var properties = kafka.buildConsumerProperties();
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.putAll(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        return properties;
    }

    private static Map<String, Object> consumerProperties(KafkaProperties kafka, DeliverySettings settings) {
        var properties = kafka.buildConsumerProperties();
        if (settings.instance() != null) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
        }
        properties.putAll(Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        return properties;
    }

    /** Instead of Spring Boot's, under its name. */
    @Bean
    HealthIndicator mongoHealthIndicator(MongoClient client) {
        return new StoreHealth(client);
    }

    @Bean
    HealthIndicator assignment(Delivery delivery) {
        return new AssignmentHealth(delivery);
    }

    @Bean
    HealthIndicator delivered(AggregateFactory aggregates, Parked parked, List<Subscription> subscriptions) {
        return new DeliveryHealth(aggregates, parked, subscriptions);
    }
}
