package cn.qianfa.contracts.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What is on the broker, read and written with plain clients. */
public final class Wire {
    private final Map<String, Object> settings;

    public Wire(EmbeddedStack stack) {
        settings = Map.of("bootstrap.servers", stack.bootstrapServers(), "acks", "all");
    }

    /** Creates the topic of a service that does not run in this test. */
    public void create(Topic topic) {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic.wireName(), topic.partitions(), (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything of a topic, as it lies there. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var all = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            var read = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (all.stream().anyMatch(one -> consumer.position(one) < requireNonNull(ends.get(one)))) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
            return read;
        }
    }

    /** The events of one aggregate in the order they lie there, those sent twice included. */
    public List<Envelope> events(Topic topic, String key) {
        return records(topic.wireName()).stream()
                .filter(record -> Arrays.equals(record.key(), key.getBytes(UTF_8)))
                .map(Envelope::from)
                .toList();
    }

    /** Whether a consumer has committed everything that lies on its topic. */
    public boolean hasTakenAllOf(Topic topic, String consumer) {
        try (var admin = Admin.create(settings)) {
            var done = admin.listConsumerGroupOffsets(consumer)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            for (var number = 0; number < topic.partitions(); number++) {
                asked.put(new TopicPartition(topic.wireName(), number), OffsetSpec.latest());
            }
            return admin.listOffsets(asked).all().get().entrySet().stream().allMatch(end -> {
                var at = done.get(end.getKey());
                return (at == null ? 0 : at.offset()) == end.getValue().offset();
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An event as another service would announce it. */
    public static Envelope envelope(Topic topic, Event event, long seq) {
        return new Envelope(
                topic.wireName(),
                event.subject(),
                seq,
                UUID.randomUUID().toString(),
                Event.typeOf(event.getClass()),
                topic.owner(),
                Instant.now(),
                null,
                EventJson.write(event));
    }

    public void send(Envelope envelope) {
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(envelope.toRecord()).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
