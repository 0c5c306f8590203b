package cn.qianfa.monitoring.comment.http;

import cn.qianfa.contracts.event.By;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.comment.Comments;
import cn.qianfa.monitoring.comment.Flag;
import cn.qianfa.monitoring.comment.ReadComments;
import cn.qianfa.monitoring.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comment as officers see it. Of its author there is nothing to see. */
record CommentView(
        String id,
        String unit,
        String account,
        String post,
        @Nullable String postAddress,
        String text,
        Instant receivedAt,
        Comments.State state,
        @Nullable FlagView flag,
        List<ReasonView> reasons,
        long version) {
    static CommentView of(ReadComments.Found found) {
        var comment = found.comment().value();
        return new CommentView(
                comment.id().value(),
                comment.place().unit(),
                comment.place().account(),
                comment.place().post(),
                found.post().map(Post::address).orElse(null),
                comment.text().value(),
                comment.receivedAt(),
                Comments.State.of(comment),
                comment.flagged().map(FlagView::of).orElse(null),
                comment.reasons().stream().map(ReasonView::of).toList(),
                found.comment().revision().version());
    }

    /** @param by null where a machine raised it */
    record FlagView(String urgency, Instant at, @Nullable String by) {
        static FlagView of(Flag flag) {
            return new FlagView(
                    flag.urgency().name(), flag.at(), flag.by().map(By::staff).orElse(null));
        }
    }

    /** @param seen the words it was seen in */
    record ReasonView(String kind, String reason, double score, List<String> seen) {
        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.kind().name().toLowerCase(Locale.ROOT), reason.code(), reason.score(), reason.seen());
        }
    }
}
