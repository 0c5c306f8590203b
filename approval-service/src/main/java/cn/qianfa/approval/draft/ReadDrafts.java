package cn.qianfa.approval.draft;

import cn.qianfa.approval.draft.Draft.State;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drafts as a person may see them. */
public final class ReadDrafts {
    private final Drafts drafts;
    private final Sight sight;

    public ReadDrafts(Drafts drafts, Sight sight) {
        this.drafts = drafts;
        this.sight = sight;
    }

    /** Empty if there is none, or none this person may see. */
    public Optional<Versioned<Draft>> one(DraftId id, Actor by) {
        return drafts.find(id).filter(found -> sight.sees(by, found.value().unit()));
    }

    /**
     * Newest first.
     *
     * @return empty if this person sees no drafts at all
     */
    public Optional<List<Versioned<Draft>>> list(Actor by, @Nullable State state, @Nullable DraftId after, int limit) {
        var units = sight.of(by);
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(drafts.list(new Drafts.Query(units, state, after, limit)));
    }
}
