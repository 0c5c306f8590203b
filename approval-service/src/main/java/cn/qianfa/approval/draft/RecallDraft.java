package cn.qianfa.approval.draft;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.time.InstantSource;

/** The author takes a draft back before it goes out; a signature under it is void then. */
public final class RecallDraft {
    private final Drafts drafts;
    private final Sight sight;
    private final InstantSource clock;

    public RecallDraft(Drafts drafts, Sight sight, InstantSource clock) {
        this.drafts = drafts;
        this.sight = sight;
        this.clock = clock;
    }

    public Outcome recall(DraftId id, Actor by) {
        return Race.decide(() -> drafts.find(id)
                .filter(found -> sight.sees(by, found.value().unit()))
                .map(found -> recall(found, by))
                .orElseGet(Unknown::new));
    }

    private Outcome recall(Versioned<Draft> found, Actor by) {
        if (!found.value().manuscript().author().equals(by.id())) {
            return Outcome.refused(Refusal.NOT_THE_AUTHOR);
        }
        return switch (found.value()) {
            case Draft.Written draft
            when draft.manuscript().submissions() > 0 -> // it is back already
                done(draft, found.revision().version());
            case Draft.Submitted draft -> back(found, draft.recalled(by, clock.instant()), by);
            case Draft.Signed draft -> back(found, draft.recalled(by, clock.instant()), by);
            case Draft.Written _, Draft.Released _, Draft.Expired _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Outcome back(Versioned<Draft> found, Draft.Written draft, Actor by) {
        drafts.save(found.with(draft), draft.recalled(by, clock.instant()));
        return done(draft, found.nextVersion());
    }

    private static Outcome done(Draft.Written draft, long version) {
        return new Done(draft.id().value(), version, draft.state().name());
    }
}
