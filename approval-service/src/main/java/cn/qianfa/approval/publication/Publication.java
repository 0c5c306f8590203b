package cn.qianfa.approval.publication;

import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.PublicationCancelled;
import cn.qianfa.contracts.event.PublicationFailed;
import cn.qianfa.contracts.event.PublicationScheduled;
import cn.qianfa.contracts.event.PublicationUncertain;
import cn.qianfa.contracts.identity.Actor;
import java.time.Instant;
import java.util.Optional;

/** One posting of one content to one account, exactly once, or visibly uncertain. */
public sealed interface Publication {
    Job job();

    State state();

    default PublicationId id() {
        return job().id();
    }

    /** When somebody has to look at it again; empty where nobody has. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** The states' names. */
    enum State {
        WAITING,
        PUBLISHING,
        PUBLISHED,
        UNCERTAIN,
        FAILED,
        CANCELLED
    }

    /** Not posted yet; it may still be cancelled. */
    record Waiting(Job job, Instant dueAt) implements Publication {
        @Override
        public State state() {
            return State.WAITING;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(dueAt);
        }

        Publishing claimed(String claim, Instant until) {
            return new Publishing(job, claim, until);
        }

        Cancelled cancelled(Actor by, String reason, Instant at) {
            return new Cancelled(job, by.by(), reason, at);
        }

        Failed failed(String reason, Instant at) {
            return new Failed(job, reason, at);
        }

        PublicationScheduled announcement(Instant at) {
            return new PublicationScheduled(
                    id().value(),
                    job.draft().value(),
                    job.account(),
                    job.unit(),
                    job.by(),
                    job.contentHash(),
                    job.publishAt(),
                    at);
        }
    }

    /**
     * The call is about to be made, or was made: written before it.
     *
     * @param claim the process that makes it
     * @param until if nothing is known by then, the process is taken for gone
     */
    record Publishing(Job job, String claim, Instant until) implements Publication {
        @Override
        public State state() {
            return State.PUBLISHING;
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
        }

        /** Only where no post can stand there, or a second posting makes no second post. */
        Waiting waitsAgain(Instant dueAt) {
            return new Waiting(job, dueAt);
        }

        Published published(Post post) {
            return new Published(job, post);
        }

        Failed failed(String reason, Instant at) {
            return new Failed(job, reason, at);
        }

        Uncertain uncertain(String reason, Instant at) {
            return new Uncertain(job, reason, at);
        }
    }

    /** Stands on the platform. */
    record Published(Job job, Post post) implements Publication {
        @Override
        public State state() {
            return State.PUBLISHED;
        }

        cn.qianfa.contracts.event.Published announcement() {
            return new cn.qianfa.contracts.event.Published(
                    id().value(),
                    job.draft().value(),
                    job.account(),
                    job.unit(),
                    job.by(),
                    job.contentHash(),
                    post.id(),
                    post.address(),
                    post.at());
        }
    }

    /** Nobody knows whether it stands there: it is never posted again until a person has decided with the evidence. */
    record Uncertain(Job job, String reason, Instant at) implements Publication {
        @Override
        public State state() {
            return State.UNCERTAIN;
        }

        Published published(Post post, Resolution decided) {
            return new Published(job.resolved(decided), post);
        }

        Waiting waitsAgain(Resolution decided) {
            return new Waiting(job.resolved(decided), decided.at());
        }

        PublicationUncertain announcement() {
            return new PublicationUncertain(id().value(), job.draft().value(), job.account(), job.unit(), reason, at);
        }
    }

    /** Will not be posted. */
    record Failed(Job job, String reason, Instant at) implements Publication {
        @Override
        public State state() {
            return State.FAILED;
        }

        PublicationFailed announcement() {
            return new PublicationFailed(id().value(), job.draft().value(), job.account(), job.unit(), reason, at);
        }
    }

    /** Was called off; never fires. */
    record Cancelled(Job job, By by, String reason, Instant at) implements Publication {
        @Override
        public State state() {
            return State.CANCELLED;
        }

        PublicationCancelled announcement() {
            return new PublicationCancelled(
                    id().value(), job.draft().value(), job.account(), job.unit(), by, reason, at);
        }
    }
}
