package cn.qianfa.contracts.delivery.outbox;

import cn.qianfa.contracts.delivery.DeliveryMeter;
import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.delivery.tracing.Spans.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends to Kafka, one by one: pipelining within an aggregate was seen to reorder on a real broker. */
public final class KafkaSender implements EventSender {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaSender.class);

    private final Producer<byte[], byte[]> producer;
    private final MeterRegistry meters;
    private final Spans spans;

    /** @param producer with {@code acks=all} and idempotence */
    public KafkaSender(Producer<byte[], byte[]> producer, MeterRegistry meters, Spans spans) {
        this.producer = producer;
        this.meters = meters;
        this.spans = spans;
    }

    @Override
    public boolean send(Envelope envelope) {
        try (var step = spans.begin(Kind.PRODUCER, envelope::type, Traceparent.read(envelope.traceparent()))) {
            var place = step.place().map(Traceparent::value).orElse(envelope.traceparent());
            producer.send(envelope.at(place).toRecord()).get();
            DeliveryMeter.SENT.counter(meters, "topic", envelope.topic()).increment();
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.atWarn()
                    .addKeyValue("topic", envelope.topic())
                    .addKeyValue("key", envelope.key())
                    .log("Not sent, will be sent again: {}", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
