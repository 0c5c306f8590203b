package cn.qianfa.approval.publication;

import cn.qianfa.approval.decision.Asked;
import cn.qianfa.approval.decision.Outcome;
import cn.qianfa.approval.decision.Outcome.Done;
import cn.qianfa.approval.decision.Outcome.Unknown;
import cn.qianfa.approval.decision.Race;
import cn.qianfa.approval.decision.Refusal;
import cn.qianfa.approval.draft.Draft;
import cn.qianfa.approval.draft.Drafts;
import cn.qianfa.approval.draft.Sight;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.contracts.identity.Role;
import java.time.InstantSource;

/**
 * The account administrator looked at the platform and says what became of an uncertain publication (article 7). If it is
 * not there, it is posted again: so nobody decides who signed it.
 */
public final class ResolvePublication {
    /** What was seen on the platform. */
    public sealed interface Form {
        /** What the decision rests on, in the person's words. */
        String evidence();

        /**
         * It stands there.
         *
         * @param post the platform's own id
         * @param address where the public reads it
         */
        record Found(String post, String address, String evidence) implements Form {}

        /** It does not, and may be posted again. */
        record NotFound(String evidence) implements Form {}
    }

    private final Publications publications;
    private final Drafts drafts;
    private final Sight sight;
    private final InstantSource clock;

    public ResolvePublication(Publications publications, Drafts drafts, Sight sight, InstantSource clock) {
        this.publications = publications;
        this.drafts = drafts;
        this.sight = sight;
        this.clock = clock;
    }

    public Outcome resolve(PublicationId id, Asked<Form> asked) {
        return Race.decide(() -> publications
                .find(id)
                .filter(found -> sight.sees(asked.by(), found.value().job().unit()))
                .map(found -> resolve(found, asked))
                .orElseGet(Unknown::new));
    }

    private Outcome resolve(Versioned<Publication> found, Asked<Form> asked) {
        var job = found.value().job();
        if (!asked.by().is(Role.PUBLISHER) || !asked.by().unit().equals(job.unit())) {
            return Outcome.refused(Refusal.NOT_PERMITTED);
        }
        if (signed(job, asked.by())) {
            return Outcome.refused(Refusal.DUTIES_NOT_SEPARATE);
        }
        var command = asked.command().get();
        return Outcome.before(found.revision(), command)
                .orElseGet(() -> resolve(found, asked.by(), asked.what().get(), command));
    }

    private boolean signed(Job job, Actor by) {
        return drafts.find(job.draft())
                .map(Versioned::value)
                .map(Draft::manuscript)
                .filter(manuscript -> manuscript.signers().contains(by.id()))
                .isPresent();
    }

    private Outcome resolve(Versioned<Publication> found, Actor by, Form form, Cause.Command command) {
        return switch (found.value()) {
            case Publication.Uncertain uncertain -> resolve(found, uncertain, by, form, command);
            case Publication.Waiting _,
                    Publication.Publishing _,
                    Publication.Published _,
                    Publication.Failed _,
                    Publication.Cancelled _ -> Outcome.refused(Refusal.WRONG_STATE);
        };
    }

    private Outcome resolve(
            Versioned<Publication> found, Publication.Uncertain uncertain, Actor by, Form form, Cause.Command command) {
        var now = clock.instant();
        var resolution = new Resolution(by.by(), form instanceof Form.Found, form.evidence(), now);
        return switch (form) {
            case Form.Found there -> {
                var published = uncertain.published(new Post(there.post(), there.address(), now), resolution);
                yield save(found, published, command, published.announcement());
            }
            case Form.NotFound _ -> save(found, uncertain.waitsAgain(resolution), command);
        };
    }

    private Outcome save(Versioned<Publication> found, Publication next, Cause.Command command, Event... news) {
        var answered = command.answering(next.state().name());
        publications.save(found.with(next).because(answered), news);
        return new Done(next.id().value(), found.nextVersion(), answered.answer());
    }
}
