package cn.qianfa.contracts.delivery;

/**
 * Where an event stands: the source topic, its key, its number there, its id.
 *
 * @param source the topic's name on the wire
 * @param key the aggregate the event is about
 * @param seq counted from 1 per key, without holes
 * @param id the event's id, the same however often it is sent
 */
public record Position(String source, String key, long seq, String id) {
    public Position {
        if (seq < 1) {
            throw new IllegalArgumentException("seq: %d (expected: 1 or more)".formatted(seq));
        }
    }

    /** The same for every delivery of this event: {@code source|key|seq}. */
    public String once() {
        return source + '|' + key + '|' + seq;
    }
}
