package cn.qianfa.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Deployed consumers read these bytes: a test that fails here is a change that breaks them. */
class EventSamplesTest {
    static Stream<Class<? extends Event>> everyEvent() {
        return Arrays.stream(Topic.values()).flatMap(topic -> topic.events().stream());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void isReadAndWrittenAsItsSampleSays(Class<? extends Event> type) {
        assertThat(Sample.all(type)).isNotEmpty().allSatisfy(sample -> {
            var event = EventJson.read(sample.bytes(), type);

            assertThat(JsonMapper.shared().readTree(EventJson.write(event))).isEqualTo(sample.data());
            assertThat(event.subject()).isEqualTo(sample.key());
        });
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void saysEveryFieldInItsNewestSample(Class<? extends Event> type) {
        var fields = Arrays.stream(type.getRecordComponents()).map(field -> field.getName());

        assertThat(Sample.all(type).getLast().data().propertyNames())
                .containsExactlyInAnyOrder(fields.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void readsAnEventThatHasGainedAField(Class<? extends Event> type) {
        var later = Sample.of(type).data().toString().replaceFirst("\\{", "{\"aFieldOfTomorrow\":{\"x\":1},");

        assertThat(EventJson.read(later.getBytes(UTF_8), type).subject())
                .isEqualTo(Sample.of(type).key());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void travelsWithTheHeadersOfItsSample(Class<? extends Event> type) {
        var sample = Sample.of(type);
        var envelope = Envelope.from(received(sample));

        var sent = envelope.toRecord();

        assertThat(headers(sent)).isEqualTo(sample.headers());
        assertThat(sent.topic()).isEqualTo(sample.topic());
        assertThat(new String(sent.key(), UTF_8)).isEqualTo(sample.key());
        assertThat(sent.value()).isEqualTo(sample.bytes());
        assertThat(envelope.time())
                .isEqualTo(Instant.parse(requireNonNull(sample.headers().get("ce_time"))));
    }

    private static ConsumerRecord<byte[], byte[]> received(Sample sample) {
        var record = new ConsumerRecord<>(sample.topic(), 0, 0, sample.key().getBytes(UTF_8), sample.bytes());
        sample.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> sent) {
        var headers = new TreeMap<String, String>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
