package cn.qianfa.approval.draft;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.time.InstantSource;

/** The author hands a draft in, to be checked and signed. What has no category cannot be submitted (article 9). */
public final class SubmitDraft {
    private final Drafts drafts;
    private final Sight sight;
    private final InstantSource clock;

    public SubmitDraft(Drafts drafts, Sight sight, InstantSource clock) {
        this.drafts = drafts;
        this.sight = sight;
        this.clock = clock;
    }

    public Outcome submit(DraftId id, Asked<Void> asked) {
        return Race.decide(() -> drafts.find(id)
                .filter(found -> sight.sees(asked.by(), found.value().unit()))
                .map(found -> submit(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome submit(Versioned<Draft> found, Asked<Void> asked) {
        if (!found.value().manuscript().author().equals(asked.by().id())) {
            return Outcome.refused(Refusal.NOT_THE_AUTHOR);
        }
        var command = asked.command().get().answering(Draft.State.SUBMITTED.name());
        return Outcome.before(found.revision(), command).orElseGet(() -> submit(found, asked.by(), command));
    }

    private Outcome submit(Versioned<Draft> found, Actor by, Cause.Command command) {
        return switch (found.value()) {
            case Draft.Written draft -> accept(found.because(command), draft, by, command);
            case Draft.Submitted draft -> // asking twice is asking once
                new Done(draft.id().value(), found.revision().version(), command.answer());
            case Draft.Signed _, Draft.Released _, Draft.Expired _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Outcome accept(Versioned<Draft> found, Draft.Written draft, Actor by, Cause.Command command) {
        if (draft.manuscript().content().category() == null) {
            return Outcome.refused(Refusal.UNCATEGORISED);
        }
        var submitted = draft.submitted(by, clock.instant());
        drafts.save(found.with(submitted), submitted.announcement(by));
        return new Done(draft.id().value(), found.nextVersion(), command.answer());
    }
}
