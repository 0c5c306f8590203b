package cn.qianfa.contracts.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels: CloudEvents 1.0 in binary mode.
 *
 * @param topic the topic's name on the wire
 * @param key the aggregate
 * @param seq counted from 1 per key, without holes
 * @param id UUIDv7, the same however often it is sent
 * @param type such as {@code DraftSubmitted.v1}
 * @param source the service that announces
 * @param time when it was announced
 * @param traceparent W3C trace context, where there was one
 * @param data the event as UTF-8 JSON
 * @param taken the id of another event that has this number in the log already, where the source found one there
 */
public record Envelope(
        String topic,
        String key,
        long seq,
        String id,
        String type,
        String source,
        Instant time,
        @Nullable String traceparent,
        byte[] data,
        @Nullable String taken) {

    private static final String TAKEN = "ce_taken";

    public Envelope(
            String topic,
            String key,
            long seq,
            String id,
            String type,
            String source,
            Instant time,
            @Nullable String traceparent,
            byte[] data) {
        this(topic, key, seq, id, type, source, time, traceparent, data, null);
    }

    /** The same, saying that its number was another event's before. */
    public Envelope insteadOf(String other) {
        return new Envelope(topic, key, seq, id, type, source, time, traceparent, data, other);
    }

    /** The same, once a person has decided that it holds. */
    public Envelope settled() {
        return new Envelope(topic, key, seq, id, type, source, time, traceparent, data, null);
    }

    public Position position() {
        return new Position(topic, key, seq, id);
    }

    /** The same event, going on from another place of its trace. */
    public Envelope at(@Nullable String place) {
        return new Envelope(topic, key, seq, id, type, source, time, place, data, taken);
    }

    /** Its record for the broker; the key decides the partition. */
    public ProducerRecord<byte[], byte[]> toRecord() {
        var to = new ProducerRecord<>(topic, key.getBytes(UTF_8), data);
        header(to, "ce_specversion", "1.0");
        header(to, "ce_id", id);
        header(to, "ce_type", type);
        header(to, "ce_source", source);
        header(to, "ce_subject", key);
        header(to, "ce_time", time.toString());
        header(to, "ce_seq", Long.toString(seq));
        header(to, "content-type", "application/json");
        if (traceparent != null) {
            header(to, Traceparent.HEADER, traceparent);
        }
        if (taken != null) {
            header(to, TAKEN, taken);
        }
        return to;
    }

    /** @throws Unreadable naming what is missing or wrong */
    public static Envelope from(ConsumerRecord<byte[], byte[]> read) {
        if (read.value() == null) {
            throw new Unreadable("no value");
        }
        return new Envelope(
                read.topic(),
                keyOf(read),
                number(read, "ce_seq"),
                required(read, "ce_id"),
                required(read, "ce_type"),
                required(read, "ce_source"),
                instant(read, "ce_time"),
                header(read, Traceparent.HEADER),
                read.value(),
                header(read, TAKEN));
    }

    /** @throws Unreadable where there is no key or it is not UTF-8 */
    public static String keyOf(ConsumerRecord<byte[], byte[]> read) {
        if (read.key() == null || read.key().length == 0) {
            throw new Unreadable("no key");
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(read.key())).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("key: not UTF-8");
        }
    }

    /** Where a record stands by its headers alone, so that it is known of one whose bytes cannot be read; empty without a number. */
    public static Optional<Position> positionOf(ConsumerRecord<byte[], byte[]> read) {
        try {
            return Optional.of(new Position(read.topic(), keyOf(read), number(read, "ce_seq"), idOf(read)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** The event's id; of a record without one, its place on the broker. */
    public static String idOf(ConsumerRecord<byte[], byte[]> read) {
        var id = header(read, "ce_id");
        return id == null || id.isBlank() ? "%s-%d@%d".formatted(read.topic(), read.partition(), read.offset()) : id;
    }

    /** The type the record claims to be; empty where it claims none. */
    public static Optional<String> typeOf(ConsumerRecord<byte[], byte[]> read) {
        return Optional.ofNullable(header(read, "ce_type")).filter(type -> !type.isBlank());
    }

    private static void header(ProducerRecord<byte[], byte[]> to, String name, String value) {
        to.headers().add(name, value.getBytes(UTF_8));
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> read, String name) {
        var header = read.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String required(ConsumerRecord<byte[], byte[]> read, String name) {
        var value = header(read, name);
        if (value == null || value.isBlank()) {
            throw new Unreadable("header " + name + ": missing");
        }
        return value;
    }

    private static long number(ConsumerRecord<byte[], byte[]> read, String name) {
        var value = required(read, name);
        try {
            var number = Long.parseLong(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Unreadable("header %s: not a number".formatted(name));
        }
        throw new Unreadable("header %s: %s (expected: 1 or more)".formatted(name, value));
    }

    private static Instant instant(ConsumerRecord<byte[], byte[]> read, String name) {
        try {
            return Instant.parse(required(read, name));
        } catch (DateTimeParseException e) {
            throw new Unreadable("header %s: not an instant".formatted(name));
        }
    }

    /** The bytes cannot be read as an event. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }
}
