package cn.qianfa.approval.draft;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.identity.Actor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A draft on its way to publication: what can be done to it is what its state offers (article 7). */
public sealed interface Draft {
    Manuscript manuscript();

    State state();

    default DraftId id() {
        return manuscript().id();
    }

    default String unit() {
        return manuscript().unit();
    }

    /** What the rules said about exactly the content at hand; empty where they have not, or need not. */
    default Optional<Verdict> currentVerdict() {
        return switch (this) {
            case Submitted submitted -> Optional.ofNullable(submitted.verdict());
            case Signed signed -> Optional.ofNullable(signed.verdict());
            case Released released -> Optional.ofNullable(released.verdict());
            case Written _, Expired _ -> Optional.empty();
        };
    }

    /** With this verdict, if it is about exactly the content at hand; else unchanged. */
    Draft checked(Verdict verdict);

    /** The states' names. */
    enum State {
        WRITTEN,
        SUBMITTED,
        SIGNED,
        RELEASED,
        EXPIRED
    }

    static Written begun(DraftId id, Content content, Actor by, Instant at) {
        return new Written(Manuscript.begun(id, content, by, at));
    }

    /** Being written; so it is again after a recall, a return, or a change that voided a signature. */
    record Written(Manuscript manuscript) implements Draft {
        @Override
        public State state() {
            return State.WRITTEN;
        }

        @Override
        public Written checked(Verdict verdict) {
            return this; // of a submission that was taken back
        }

        Written edited(Content changed, Actor by, Instant at) {
            return new Written(manuscript.edited(changed, by, at));
        }

        Submitted submitted(Actor by, Instant at) {
            return new Submitted(manuscript.submitted(by, at), at, null);
        }

        DraftRecalled recalled(Actor by, Instant at) {
            return new DraftRecalled(id().value(), unit(), by.by(), manuscript.submissions(), at);
        }

        /** The news that a signer sent it back. */
        public DraftReturned returned(Actor by, String reason, Instant at) {
            return new DraftReturned(id().value(), unit(), by.by(), manuscript.submissions(), reason, at);
        }
    }

    /** Waits for its verdict and its signature. */
    record Submitted(
            Manuscript manuscript,
            Instant submittedAt,
            @Nullable Verdict verdict) implements Draft {
        @Override
        public State state() {
            return State.SUBMITTED;
        }

        @Override
        public Submitted checked(Verdict said) {
            return said.isAbout(manuscript) ? new Submitted(manuscript, submittedAt, said) : this;
        }

        Written recalled(Actor by, Instant at) {
            return new Written(manuscript.noting(Entry.Act.RECALLED, by, "", at));
        }

        public Written returned(Actor by, String reason, Instant at) {
            return new Written(manuscript.noting(Entry.Act.RETURNED, by, reason, at));
        }

        /** The signature binds the content's hash as it is now. */
        public Signed signed(Signature signature, Actor by) {
            return new Signed(manuscript.signed(by, signature.at()), submittedAt, verdict, signature);
        }

        DraftSubmitted announcement(Actor by) {
            var content = manuscript.content();
            return new DraftSubmitted(
                    id().value(),
                    unit(),
                    by.by(),
                    manuscript.submissions(),
                    requireNonNull(content.category()).name(),
                    content.importance().name(),
                    content.text(),
                    content.hash(),
                    submittedAt);
        }
    }

    /** May be published as it is; any change makes it {@link Written} again. */
    record Signed(
            Manuscript manuscript,
            Instant submittedAt,
            @Nullable Verdict verdict,
            Signature signature) implements Draft {
        @Override
        public State state() {
            return State.SIGNED;
        }

        @Override
        public Signed checked(Verdict said) {
            return said.isAbout(manuscript) ? new Signed(manuscript, submittedAt, said, signature) : this;
        }

        Written edited(Content changed, Actor by, Instant at) {
            return new Written(manuscript.edited(changed, by, at));
        }

        Written recalled(Actor by, Instant at) {
            return new Written(manuscript.noting(Entry.Act.RECALLED, by, "", at));
        }

        public Written returned(Actor by, String reason, Instant at) {
            return new Written(manuscript.noting(Entry.Act.RETURNED, by, reason, at));
        }

        /** From here on only each publication can be cancelled. */
        public Released released(Release release, Actor by) {
            var noted = manuscript.noting(Entry.Act.RELEASED, by, "", release.at());
            return new Released(noted, submittedAt, verdict, signature, release);
        }

        public Approved announcement() {
            return new Approved(
                    id().value(),
                    unit(),
                    signature.by(),
                    manuscript.submissions(),
                    signature.contentHash(),
                    signature.step(),
                    signature.overrides(),
                    signature.at());
        }
    }

    /** Went out, or is about to: its publications have lives of their own. */
    record Released(
            Manuscript manuscript,
            Instant submittedAt,
            @Nullable Verdict verdict,
            Signature signature,
            Release release) implements Draft {
        @Override
        public State state() {
            return State.RELEASED;
        }

        @Override
        public Released checked(Verdict said) {
            return said.isAbout(manuscript) ? new Released(manuscript, submittedAt, said, signature, release) : this;
        }

        public DraftReleased announcement() {
            return new DraftReleased(
                    id().value(),
                    unit(),
                    release.by(),
                    manuscript.submissions(),
                    signature.contentHash(),
                    release.accounts(),
                    release.publishAt(),
                    release.at());
        }
    }

    /** Was not signed or released before its time, and never will be. */
    record Expired(Manuscript manuscript, Instant at) implements Draft {
        @Override
        public State state() {
            return State.EXPIRED;
        }

        @Override
        public Expired checked(Verdict verdict) {
            return this;
        }

        DraftExpired announcement() {
            return new DraftExpired(id().value(), unit(), manuscript.submissions(), at);
        }
    }
}
