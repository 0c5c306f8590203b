package cn.qianfa.contracts.delivery.inbox;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.delivery.tracing.Spans;
import cn.qianfa.contracts.delivery.tracing.Spans.Kind;
import cn.qianfa.contracts.event.Event;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Applies one record of a subscription: reads it, finds its handler, tries up to three times. */
final class EventReaction {
    private static final Logger LOG = LoggerFactory.getLogger(EventReaction.class);
    private static final int TRIES = 3;
    /** Races with other writers of the same document are no failures, but do not go on for ever. */
    private static final int RACES = 100;

    /** As no outbox takes a longer event. */
    private static final int LARGEST = 128 * 1024;

    private final Subscription subscription;
    private final Spans spans;

    EventReaction(Subscription subscription, Spans spans) {
        this.subscription = subscription;
        this.spans = spans;
    }

    Attempt attempt(ConsumerRecord<byte[], byte[]> read) {
        return attempt(read, false);
    }

    /** @param settled whether a person has decided that it holds, though its number was another's before */
    Attempt attempt(ConsumerRecord<byte[], byte[]> read, boolean settled) {
        try {
            var envelope = Envelope.from(read);
            return attempt(settled ? envelope.settled() : envelope);
        } catch (Envelope.Unreadable e) {
            return new Attempt.Park(ParkedCause.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** What the reaction logs and announces bears the trace of the event that caused it. */
    private Attempt attempt(Envelope envelope) {
        if (envelope.taken() != null) {
            return said(new Reacted.Forked(envelope.taken()), envelope.position());
        }
        var known = subscription.topic().event(envelope.type());
        try (var step = spans.begin(Kind.CONSUMER, () -> name(known), Traceparent.read(envelope.traceparent()));
                var _ = step.enter()) {
            return known.map(type -> react(type, envelope))
                    .orElseGet(() -> new Attempt.Park(ParkedCause.UNKNOWN_TYPE, envelope.type()));
        }
    }

    private String name(Optional<Class<? extends Event>> known) {
        return known.map(Event::typeOf).orElse("unknown") + ' ' + subscription.consumer();
    }

    private <E extends Event> Attempt react(Class<E> type, Envelope envelope) {
        try {
            var event = EventJson.read(envelope.data(), type);
            if (!event.subject().equals(envelope.key())) {
                return new Attempt.Park(ParkedCause.UNREADABLE, "the event is not about its key");
            }
            var handler = handler(type);
            return tried(() -> handler.react(event, envelope.position()), envelope.position());
        } catch (JacksonException e) {
            return new Attempt.Park(ParkedCause.UNREADABLE, WithoutWords.place(e) + WithoutWords.field(e));
        }
    }

    @SuppressWarnings("unchecked") // the builder pairs each type with a handler of that type
    private <E extends Event> EventHandler<E> handler(Class<E> type) {
        return (EventHandler<E>) requireNonNull(subscription.handlers().get(type));
    }

    /** Passes over a record without its effect; of one without a readable number nothing can be counted. */
    Attempt skip(ConsumerRecord<byte[], byte[]> read) {
        return Envelope.positionOf(read).map(this::count).orElse(Attempt.DONE);
    }

    private Attempt count(Position at) {
        return tried(
                () -> {
                    subscription.skipped().accept(at);
                    return Reacted.APPLIED;
                },
                at);
    }

    /** What keeps these bytes from being the event the record claims to be; empty if nothing does. */
    Optional<Unfit> unfit(ConsumerRecord<byte[], byte[]> read, byte[] payload) {
        var type = Envelope.typeOf(read).flatMap(subscription.topic()::event);
        if (type.isEmpty() || Envelope.positionOf(read).isEmpty()) {
            return Optional.of(new Unfit("", "its headers do not name a known type and a number"));
        }
        if (payload.length > LARGEST) {
            return Optional.of(new Unfit("", "at most %d bytes".formatted(LARGEST)));
        }
        try {
            var about = EventJson.read(payload, type.get()).subject();
            return about.equals(Envelope.keyOf(read))
                    ? Optional.empty()
                    : Optional.of(new Unfit("", "about %s".formatted(Envelope.keyOf(read))));
        } catch (JacksonException e) {
            return Optional.of(Unfit.of(e));
        } catch (RuntimeException e) { // a null where the event's own code needs a value
            return Optional.of(
                    new Unfit("", "every field a %s needs".formatted(type.get().getSimpleName())));
        }
    }

    /** Where a payload is not what it should be, and why as far as that quotes nothing of it. */
    record Unfit(String where, String why) {
        static Unfit of(JacksonException e) {
            return new Unfit(WithoutWords.field(e), WithoutWords.place(e));
        }
    }

    private Attempt tried(Supplier<Reacted> reaction, Position at) {
        RuntimeException last = new IllegalStateException("not tried");
        var tries = 0;
        for (var race = 0; tries < TRIES && race < RACES; race++) {
            try {
                return said(reaction.get(), at);
            } catch (StaleWrite e) {
                last = e;
            } catch (RuntimeException e) {
                if (Trouble.is(e)) {
                    return new Attempt.Wait(e);
                }
                last = e;
                tries++;
            }
        }
        LOG.atError()
                .addKeyValue("consumer", subscription.consumer())
                .addKeyValue("event", at.once())
                .setCause(WithoutWords.of(last))
                .log("Cannot be applied");
        return new Attempt.Park(ParkedCause.FAILED, WithoutWords.told(last));
    }

    private static Attempt said(Reacted reacted, Position at) {
        return switch (reacted) {
            case Reacted.Plain.APPLIED, Reacted.Plain.DUPLICATE -> Attempt.DONE;
            case Reacted.Plain.GAP -> new Attempt.Park(ParkedCause.GAP, "number %d came too early".formatted(at.seq()));
            case Reacted.Forked(var before) ->
                new Attempt.Park(
                        ParkedCause.FORKED, "number %d is event %s, and was %s".formatted(at.seq(), at.id(), before));
        };
    }
}
