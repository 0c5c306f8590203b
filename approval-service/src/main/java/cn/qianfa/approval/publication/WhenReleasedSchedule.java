package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.DraftId;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.event.DraftReleased;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes one publication per account of a released draft, each once: its id says what it is. */
public final class WhenReleasedSchedule {
    private static final Duration FARTHEST_BACK = Duration.ofDays(366);

    private final Publications publications;
    private final InstantSource clock;
    private final Runnable scheduled;

    /** @param scheduled told that something may be due now */
    public WhenReleasedSchedule(Publications publications, InstantSource clock, Runnable scheduled) {
        this.publications = publications;
        this.clock = clock;
        this.scheduled = scheduled;
    }

    public Reacted react(DraftReleased released, Position at) {
        for (var account : released.accounts()) {
            schedule(released, account, at);
        }
        scheduled.run();
        return Reacted.APPLIED;
    }

    private void schedule(DraftReleased released, String account, Position at) {
        var draft = new DraftId(released.draft());
        var job = new Job(
                PublicationId.of(draft, account, released.contentHash()),
                draft,
                account,
                released.unit(),
                released.by(),
                released.contentHash(),
                released.publishAt(),
                List.of());
        var waiting = new Publication.Waiting(job, due(released));
        try {
            publications.add(waiting, new Cause.Event(at), waiting.announcement(clock.instant()));
        } catch (StaleWrite e) {
            return; // an earlier delivery of the same event made it
        }
    }

    /** What is to be published at once is due whatever the clock says, also when somebody has set it back since. */
    private static Instant due(DraftReleased released) {
        var at = released.publishAt();
        return at.isAfter(released.at()) ? at : at.minus(FARTHEST_BACK);
    }
}
