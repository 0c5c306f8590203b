package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.inbox.Interventions.Answer;
import cn.qianfa.contracts.delivery.tracing.Spans;
import org.jspecify.annotations.Nullable;

/**
 * Applies what waits of one key, in order, as far as it goes.
 *
 * <p>Any number of instances may do so at once. Each effect is guarded by its own document, so that two who try the same
 * event make one effect; an event is taken away only while it is the first and as it was read, so that none is passed
 * that nobody tried; and what a person decided is kept before its event goes, so that nobody's act is forgotten. Where
 * somebody skips an event that another instance is applying at that moment, its effect may be there: as when the skip had
 * come a moment later.
 */
final class Replay {
    private final Subscription subscription;
    private final EventReaction reaction;
    private final Parked parked;
    private final Interventions interventions;

    Replay(Subscription subscription, Parked parked, Interventions interventions, Spans spans) {
        this.subscription = subscription;
        this.reaction = new EventReaction(subscription, spans);
        this.parked = parked;
        this.interventions = interventions;
    }

    EventReaction reaction() {
        return reaction;
    }

    Answer run(String key) {
        var id = Parked.id(subscription, key);
        var done = 0;
        for (var next = parked.find(id); next.isPresent(); next = parked.find(id)) {
            var waiting = next.get();
            waiting.decisions().forEach(interventions::keep);
            switch (attempt(waiting)) {
                case Attempt.Done _ -> done += parked.passed(waiting) ? 1 : 0;
                case Attempt.Wait _ -> {
                    return left(id, done, null, "");
                }
                case Attempt.Park(var cause, var detail) -> {
                    parked.blocked(waiting, cause, detail);
                    return left(id, done, cause, detail);
                }
            }
        }
        return new Answer(done, 0, null, "");
    }

    private Attempt attempt(Parked.Waiting waiting) {
        return waiting.isSkipped()
                ? reaction.skip(waiting.first())
                : reaction.attempt(waiting.first(), waiting.isRepaired());
    }

    private Answer left(String id, int done, @Nullable ParkedCause cause, String detail) {
        var left = parked.find(id).map(Parked.Waiting::count).orElse(0);
        return left == 0 ? new Answer(done, 0, null, "") : new Answer(done, left, cause, detail);
    }
}
