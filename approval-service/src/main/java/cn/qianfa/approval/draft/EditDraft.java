package cn.qianfa.approval.draft;

import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Stale;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Outcome.VersionRequired;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A drafter of the unit changes a draft, and so becomes one of its writers. Changing one character of a signed draft voids
 * the signature and returns it to review (article 7).
 */
public final class EditDraft {
    private final Drafts drafts;
    private final Sight sight;
    private final InstantSource clock;

    public EditDraft(Drafts drafts, Sight sight, InstantSource clock) {
        this.drafts = drafts;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * @param content the whole new content, read only once it is clear that this person may change it
     * @param version the version that was read and changed
     */
    public Outcome edit(DraftId id, Actor by, Supplier<Content> content, OptionalLong version) {
        return Race.decide(() -> drafts.find(id)
                .filter(found -> sight.sees(by, found.value().unit()))
                .map(found -> edit(found, by, content, version))
                .orElseGet(Unknown::new));
    }

    private Outcome edit(Versioned<Draft> found, Actor by, Supplier<Content> content, OptionalLong version) {
        if (!by.is(Role.DRAFTER) || !by.unit().equals(found.value().unit())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        var changed = content.get();
        if (version.isEmpty()) {
            return new VersionRequired();
        }
        if (version.getAsLong() != found.revision().version()) {
            return new Stale(found.revision().version());
        }
        if (changed.equals(found.value().manuscript().content())) {
            return done(found, found.revision().version()); // nobody wrote anything
        }
        return switch (found.value()) {
            case Draft.Written draft -> keep(found, draft.edited(changed, by, clock.instant()));
            case Draft.Signed draft -> voiding(found, draft.edited(changed, by, clock.instant()), by);
            case Draft.Submitted _, Draft.Released _, Draft.Expired _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Outcome keep(Versioned<Draft> found, Draft.Written draft) {
        drafts.save(found.with(draft));
        return done(found.with(draft), found.nextVersion());
    }

    private Outcome voiding(Versioned<Draft> found, Draft.Written draft, Actor by) {
        drafts.save(found.with(draft), draft.recalled(by, clock.instant()));
        return done(found.with(draft), found.nextVersion());
    }

    private static Outcome done(Versioned<? extends Draft> stored, long version) {
        return new Done(
                stored.value().id().value(), version, stored.value().state().name());
    }
}
