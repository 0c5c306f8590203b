package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a service does with the events of one topic. Every type of the topic is either handled or named as not needed; a
 * type this build has never heard of parks its aggregate until the service is upgraded.
 *
 * @param consumer names the group, unique in the whole system, such as {@code approval.verdicts}
 * @param skipped what is done about the number of an event that a person passed over
 */
public record Subscription(
        String consumer,
        Topic topic,
        Map<Class<? extends Event>, EventHandler<?>> handlers,
        Consumer<Position> skipped) {
    public Subscription {
        handlers = Map.copyOf(handlers);
        var forgotten = new ArrayList<>(topic.events());
        forgotten.removeAll(handlers.keySet());
        if (!forgotten.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: nothing said about %s (expected: on or notNeeded)".formatted(consumer, forgotten));
        }
    }

    public static Builder of(String consumer, Topic topic) {
        return new Builder(consumer, topic);
    }

    /** Names, type by type, what is done. */
    public static final class Builder {
        private final String consumer;
        private final Topic topic;
        private final Map<Class<? extends Event>, EventHandler<?>> handlers = new HashMap<>();

        private Consumer<Position> skipped = at -> {};

        private Builder(String consumer, Topic topic) {
            this.consumer = consumer;
            this.topic = topic;
        }

        public <E extends Event> Builder on(Class<E> type, EventHandler<E> handler) {
            handlers.put(type, handler);
            return this;
        }

        /** These types change nothing here. A follower, who counts, says {@link #on} for them too. */
        @SafeVarargs
        public final Builder notNeeded(Class<? extends Event>... types) {
            for (var type : types) {
                on(type, (event, at) -> Reacted.DUPLICATE);
            }
            return this;
        }

        /**
         * How a follower counts an event that a person passed over: its number becomes the last one applied, whatever was
         * left out before it, unless a higher one is; so that the next is no gap. Called again where an instance fell.
         * Who mirrors or acts once needs nothing of it: a newer state replaces, and no number is missed.
         */
        public Builder whenSkipped(Consumer<Position> count) {
            skipped = count;
            return this;
        }

        public Subscription build() {
            return new Subscription(consumer, topic, handlers, skipped);
        }
    }
}
