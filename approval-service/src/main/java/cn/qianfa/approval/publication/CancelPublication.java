package cn.qianfa.approval.publication;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;

/** Calls off what is not posted yet: whoever could publish it or sign it may, and it never fires again (article 7). */
public final class CancelPublication {
    private final Publications publications;
    private final Sight sight;
    private final InstantSource clock;

    public CancelPublication(Publications publications, Sight sight, InstantSource clock) {
        this.publications = publications;
        this.sight = sight;
        this.clock = clock;
    }

    /** @param asked for with the reason */
    public Outcome cancel(PublicationId id, Asked<String> asked) {
        return Race.decide(() -> publications
                .find(id)
                .filter(found -> sight.sees(asked.by(), found.value().job().unit()))
                .map(found -> cancel(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome cancel(Versioned<Publication> found, Asked<String> asked) {
        if (!mayCancel(asked.by(), found.value().job())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var command = asked.command().get().answering(Publication.State.CANCELLED.name());
        return Outcome.before(found.revision(), command)
                .orElseGet(() -> cancel(found, asked.by(), asked.what().get(), command));
    }

    private static boolean mayCancel(Actor by, Job job) {
        return by.unit().equals(job.unit())
                && (by.is(Role.PUBLISHER)
                        || by.is(Role.OFFICE_DIRECTOR)
                        || by.is(Role.UNIT_LEADER)
                        || by.id().equals(job.by().staff()));
    }

    private Outcome cancel(Versioned<Publication> found, Actor by, String reason, Cause.Command command) {
        return switch (found.value()) {
            case Publication.Waiting waiting -> {
                var cancelled = waiting.cancelled(by, reason, clock.instant());
                publications.save(found.<Publication>with(cancelled).because(command), cancelled.announcement());
                yield new Done(cancelled.id().value(), found.nextVersion(), command.answer());
            }
            case Publication.Cancelled cancelled -> // twice is once
                new Done(cancelled.id().value(), found.revision().version(), command.answer());
            case Publication.Publishing _, Publication.Published _, Publication.Uncertain _, Publication.Failed _ ->
                Outcome.refused(Refusal.WRONG_STATE);
        };
    }
}
