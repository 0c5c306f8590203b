package cn.qianfa.approval.signoff;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.time.InstantSource;

/** Who could sign a draft sends it back to its author, with the reason; a signature under it is void then (article 7). */
public final class ReturnDraft {
    private final Drafts drafts;
    private final Sight sight;
    private final InstantSource clock;

    public ReturnDraft(Drafts drafts, Sight sight, InstantSource clock) {
        this.drafts = drafts;
        this.sight = sight;
        this.clock = clock;
    }

    /** @param asked for with the reason */
    public Outcome giveBack(DraftId id, Asked<String> asked) {
        return Race.decide(() -> drafts.find(id)
                .filter(found -> sight.sees(asked.by(), found.value().unit()))
                .map(found -> giveBack(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome giveBack(Versioned<Draft> found, Asked<String> asked) {
        var by = asked.by();
        var manuscript = found.value().manuscript();
        if (!by.unit().equals(manuscript.unit())
                || !Step.anyIsFor(by, manuscript.content().importance())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        if (manuscript.writers().contains(by.id())) {
            return Outcome.refused(Refusal.DUTIES_NOT_SEPARATE);
        }
        var command = asked.command().get().answering(Draft.State.WRITTEN.name());
        return Outcome.before(found.revision(), command)
                .orElseGet(() -> giveBack(found, by, asked.what().get(), command));
    }

    private Outcome giveBack(Versioned<Draft> found, Actor by, String reason, Cause.Command command) {
        return switch (found.value()) {
            case Draft.Submitted draft -> save(found, draft.returned(by, reason, clock.instant()), by, reason, command);
            case Draft.Signed draft -> save(found, draft.returned(by, reason, clock.instant()), by, reason, command);
            case Draft.Written _, Draft.Released _, Draft.Expired _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Outcome save(Versioned<Draft> found, Draft.Written draft, Actor by, String reason, Cause.Command command) {
        drafts.save(found.<Draft>with(draft).because(command), draft.returned(by, reason, clock.instant()));
        return new Done(draft.id().value(), found.nextVersion(), command.answer());
    }
}
