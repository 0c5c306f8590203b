package cn.qianfa.approval.publication;

import cn.qianfa.approval.draft.Content;
import cn.qianfa.approval.draft.DraftFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A platform that posts what it is told, may fall silent before or after, and remembers every call. */
final class FakePlatform implements Channel {
    private final boolean idempotent;
    private final List<String> markers = new ArrayList<>();
    private Mood mood = Mood.ANSWERS;

    /** How it answers the next call. */
    enum Mood {
        ANSWERS,
        DECLINES,
        TAKES_IT_AND_FALLS_SILENT,
        FALLS_SILENT,
        /** The calling process dies while the platform takes the post. */
        TAKES_IT_AND_THE_CALLER_DIES,
        THE_CALLER_DIES
    }

    FakePlatform(boolean idempotent) {
        this.idempotent = idempotent;
    }

    void next(Mood next) {
        mood = next;
    }

    /** The markers of all posts that stand there. */
    List<String> posts() {
        return List.copyOf(markers);
    }

    @Override
    public boolean idempotent() {
        return idempotent;
    }

    @Override
    public Posting post(Job job, Content content) {
        return switch (mood) {
            case ANSWERS -> new Posting.Posted(take(job));
            case DECLINES -> new Posting.Declined("too-similar");
            case TAKES_IT_AND_FALLS_SILENT -> {
                take(job);
                yield new Posting.Unanswered("timed-out");
            }
            case FALLS_SILENT -> new Posting.Unanswered("timed-out");
            case TAKES_IT_AND_THE_CALLER_DIES -> {
                take(job);
                throw new CallerDied();
            }
            case THE_CALLER_DIES -> throw new CallerDied();
        };
    }

    private Post take(Job job) {
        if (!idempotent || !markers.contains(job.id().value())) {
            markers.add(job.id().value());
        }
        return post(job);
    }

    private static Post post(Job job) {
        return new Post("post", "/posts/" + job.id().value(), DraftFixture.NOW);
    }

    @Override
    public Optional<Post> find(Job job) {
        return markers.contains(job.id().value()) ? Optional.of(post(job)) : Optional.empty();
    }

    /** Nothing after the call is reached any more. */
    static final class CallerDied extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
