package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.approval.publication.Publication.State;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.identity.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publications as a person may see them: whoever sees the drafts of a unit sees what came of them. */
public final class ReadPublications {
    private final Publications publications;
    private final Sight sight;

    public ReadPublications(Publications publications, Sight sight) {
        this.publications = publications;
        this.sight = sight;
    }

    /** Empty if there is none, or none this person may see. */
    public Optional<Versioned<Publication>> one(PublicationId id, Actor by) {
        return publications
                .find(id)
                .filter(found -> sight.sees(by, found.value().job().unit()));
    }

    /** Empty if this person sees no publications at all. */
    public Optional<List<Versioned<Publication>>> list(
            Actor by, @Nullable State state, @Nullable DraftId draft, @Nullable PublicationId after, int limit) {
        var units = sight.of(by);
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(publications.list(new Publications.Query(units, state, draft, after, limit)));
    }
}
