package cn.qianfa.contracts.delivery.inbox;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.Envelope;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Traceparent;
import cn.qianfa.contracts.event.Event;
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

    private final Subscription subscription;

    EventReaction(Subscription subscription) {
        this.subscription = subscription;
    }

    Attempt attempt(ConsumerRecord<byte[], byte[]> read) {
        try {
            return attempt(Envelope.from(read));
        } catch (Envelope.Unreadable e) {
            return new Attempt.Park(ParkedCause.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** What the reaction logs and announces bears the trace of the event that caused it. */
    private Attempt attempt(Envelope envelope) {
        try (var _ =
                Traceparent.read(envelope.traceparent()).map(Traceparent::enter).orElse(Traceparent.Scope.NONE)) {
            return subscription
                    .topic()
                    .event(envelope.type())
                    .map(type -> react(type, envelope))
                    .orElseGet(() -> new Attempt.Park(ParkedCause.UNKNOWN_TYPE, envelope.type()));
        }
    }

    private <E extends Event> Attempt react(Class<E> type, Envelope envelope) {
        try {
            var event = EventJson.read(envelope.data(), type);
            if (!event.subject().equals(envelope.key())) {
                return new Attempt.Park(ParkedCause.UNREADABLE, "the event is not about its key");
            }
            return react(event, handler(type), envelope.position());
        } catch (JacksonException e) {
            return new Attempt.Park(ParkedCause.UNREADABLE, e.getOriginalMessage());
        }
    }

    @SuppressWarnings("unchecked") // the builder pairs each type with a handler of that type
    private <E extends Event> EventHandler<E> handler(Class<E> type) {
        return (EventHandler<E>) requireNonNull(subscription.handlers().get(type));
    }

    private <E extends Event> Attempt react(E event, EventHandler<E> handler, Position at) {
        RuntimeException last = new IllegalStateException("not tried");
        var tries = 0;
        for (var race = 0; tries < TRIES && race < RACES; race++) {
            try {
                return said(handler.react(event, at), at);
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
                .setCause(last)
                .log("Cannot be applied");
        return new Attempt.Park(ParkedCause.FAILED, last.toString());
    }

    private static Attempt said(Reacted reacted, Position at) {
        return switch (reacted) {
            case APPLIED, DUPLICATE -> Attempt.DONE;
            case GAP -> new Attempt.Park(ParkedCause.GAP, "number %d came too early".formatted(at.seq()));
            case FORKED ->
                new Attempt.Park(ParkedCause.FORKED, "number %d came before as another event".formatted(at.seq()));
        };
    }
}
