package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.publication.Channel.Posting;
import cn.qianfa.approval.registry.Platform;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Posts what is due. The intent is written before the call; every write is guarded by the version that was read, so any
 * instance may try and only one calls. There is no automatic repost while the outcome is unknown.
 */
public final class Publish {
    /** After this long without a word the claiming process is taken for gone. */
    static final Duration CLAIM = Duration.ofSeconds(30);
    /** The claiming process itself gives up long before: then it has provably not called. */
    static final Duration CALL_WITHIN = Duration.ofSeconds(10);

    private final Publications publications;
    private final Permission permission;
    private final Map<Platform, Channel> channels;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final String process;

    /**
     * @param nanoTime monotonic, unlike the clock: a clock that jumps must not let a late call through
     * @param process this process, for a person who looks at a claim
     */
    public Publish(
            Publications publications,
            Permission permission,
            Map<Platform, Channel> channels,
            InstantSource clock,
            LongSupplier nanoTime,
            String process) {
        this.publications = publications;
        this.permission = permission;
        this.channels = Map.copyOf(channels);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.process = process;
    }

    /** Posts it if it is due, or finds out what became of it; if another instance is at it, nothing happens. */
    public void publish(PublicationId id) {
        try {
            publications.find(id).filter(this::isDue).ifPresent(this::publish);
        } catch (StaleWrite e) {
            return; // another instance was first, or a person cancelled it
        }
    }

    private boolean isDue(Versioned<Publication> found) {
        return found.value().due().filter(due -> !due.isAfter(clock.instant())).isPresent();
    }

    private void publish(Versioned<Publication> found) {
        switch (found.value()) {
            case Publication.Waiting waiting -> begin(found, waiting);
            case Publication.Publishing publishing -> recover(found, publishing);
            case Publication.Published _,
                    Publication.Uncertain _,
                    Publication.Failed _,
                    Publication.Cancelled _ -> {} // nothing is due
        }
    }

    private void begin(Versioned<Publication> found, Publication.Waiting waiting) {
        switch (permission.of(waiting.job())) {
            case Permission.Answer.Denied(var reason) -> fail(found, waiting.failed(reason, clock.instant()));
            case Permission.Answer.Granted(var draft, var account) -> {
                var began = nanoTime.getAsLong();
                var claimed = waiting.claimed(process, clock.instant().plus(CLAIM));
                save(found, claimed);
                publications
                        .find(waiting.id())
                        .filter(now -> now.value().equals(claimed))
                        .ifPresent(now -> call(
                                now,
                                claimed,
                                channel(account.platform()),
                                draft.manuscript().content(),
                                began));
            }
        }
    }

    private void call(
            Versioned<Publication> found,
            Publication.Publishing claimed,
            Channel channel,
            Content content,
            long began) {
        if (nanoTime.getAsLong() - began > CALL_WITHIN.toNanos()) {
            save(found, claimed.waitsAgain(clock.instant())); // this process was asleep; nobody called
            return;
        }
        switch (channel.post(claimed.job(), content)) {
            case Posting.Posted(var post) -> published(found, claimed.published(post));
            case Posting.Declined(var reason) -> fail(found, claimed.failed(reason, clock.instant()));
            case Posting.Unanswered(var reason) -> unanswered(found, claimed, channel, reason);
        }
    }

    private void unanswered(
            Versioned<Publication> found, Publication.Publishing claimed, Channel channel, String reason) {
        if (channel.idempotent()) {
            return; // looked up when the claim has run out
        }
        uncertain(found, claimed.uncertain(reason, clock.instant()));
    }

    /** The claiming process is gone, before its call or after it. */
    private void recover(Versioned<Publication> found, Publication.Publishing publishing) {
        var channel = channel(publishing.job());
        var post = channel.find(publishing.job());
        if (post.isPresent()) {
            published(found, publishing.published(post.get()));
            return;
        }
        if (channel.idempotent()) {
            save(found, publishing.waitsAgain(clock.instant()));
            return;
        }
        uncertain(found, publishing.uncertain("claim-ran-out", clock.instant()));
    }

    private void published(Versioned<Publication> found, Publication.Published published) {
        save(found, published, published.announcement());
    }

    private void fail(Versioned<Publication> found, Publication.Failed failed) {
        save(found, failed, failed.announcement());
    }

    private void uncertain(Versioned<Publication> found, Publication.Uncertain uncertain) {
        save(found, uncertain, uncertain.announcement());
    }

    private void save(Versioned<Publication> found, Publication next, Event... news) {
        publications.save(found.with(next), news);
    }

    private Channel channel(Job job) {
        return channel(Platform.ofAccount(job.account()));
    }

    private Channel channel(Platform platform) {
        var channel = channels.get(platform);
        if (channel == null) {
            throw new IllegalStateException("no channel to " + platform);
        }
        return channel;
    }
}
