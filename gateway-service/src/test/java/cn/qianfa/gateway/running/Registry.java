package cn.qianfa.gateway.running;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.StaffAppointed;
import cn.qianfa.contracts.event.StaffLeft;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.event.UnitRegistered;
import cn.qianfa.contracts.identity.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Tells on the registry's topic what the registry would tell, in order. */
public final class Registry implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Long> told = new HashMap<>();

    Registry(String broker) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var topic = Topic.REGISTRY;
            admin.createTopics(List.of(new NewTopic(topic.wireName(), topic.partitions(), (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void unit(String unit, @Nullable String parent) {
        tell(new UnitRegistered(unit, "单位 " + unit, parent, Instant.now()));
    }

    public void appoints(String staff, String unit, Role... roles) {
        var names = Stream.of(roles).map(Role::name).toList();
        tell(new StaffAppointed(staff, unit, "姓名 " + staff, names, Instant.now(), Instant.now()));
    }

    public void left(String staff, String unit) {
        tell(new StaffLeft(staff, unit, Instant.now()));
    }

    private void tell(Event event) {
        var seq = told.merge(event.subject(), 1L, Long::sum);
        var envelope = new Envelope(
                Topic.REGISTRY.wireName(),
                event.subject(),
                seq,
                UUID.randomUUID().toString(),
                Event.typeOf(event.getClass()),
                "approval",
                Instant.now(),
                null,
                EventJson.write(event));
        try {
            producer.send(envelope.toRecord()).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
