package cn.qianfa.monitoring.comment;

import static cn.qianfa.monitoring.comment.CommentFixture.NOW;
import static cn.qianfa.monitoring.comment.CommentFixture.OFFICER;
import static cn.qianfa.monitoring.comment.CommentFixture.aComment;
import static cn.qianfa.monitoring.comment.CommentFixture.command;
import static cn.qianfa.monitoring.comment.CommentFixture.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.registry.Sight;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of comments promises. */
public abstract class CommentsContract {
    protected abstract Comments comments();

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(comments().find(new CommentId("unknown"))).isEmpty();
    }

    @Test
    void givesBackWhatWasAdded() {
        var comments = comments();
        var quiet = aComment().quiet();
        var flagged = aComment().flagged(Urgency.EMERGENCY);

        comments.add(quiet, command("k1", "b"), quiet.arrival());
        comments.add(flagged, command("k2", "b"), flagged.arrival());

        assertThat(comments.find(quiet.id()).map(Versioned::value)).contains(quiet);
        assertThat(comments.find(flagged.id()).map(Versioned::value)).contains(flagged);
        assertThat(comments.find(flagged.id()).orElseThrow().revision().seq()).isEqualTo(2);
    }

    @Test
    void answersTheSameCommandWithItsReceipt() {
        var comments = comments();
        var first = aComment().quiet();
        var second = aComment().quiet();

        comments.add(first, command("k", "body"), first.arrival());
        var receipt = comments.add(second, command("k", "body"), second.arrival());

        assertThat(receipt).hasValueSatisfying(earlier -> {
            assertThat(earlier.of()).isEqualTo(first.id().value());
            assertThat(earlier.bodyHash()).isEqualTo("body");
        });
        assertThat(comments.find(second.id())).isEmpty();
    }

    @Test
    void keepsAPersonsFlag() {
        var comments = comments();
        var quiet = aComment().quiet();
        comments.add(quiet, command("k", "b"), quiet.arrival());
        var reason = new Reason(Reason.Kind.PERSON, "threat", 1, List.of());

        var flagged = quiet.flaggedBy(OFFICER, Urgency.URGENT, reason, NOW);
        comments.save(comments.find(quiet.id()).orElseThrow().with(flagged), flagged.announcement());

        assertThat(comments.find(quiet.id()).map(Versioned::value)).contains(flagged);
    }

    @Test
    void remembersWhatWentIn() {
        var comments = comments();
        var quiet = aComment().quiet();
        comments.add(quiet, command("k", "b"), quiet.arrival());

        comments.save(comments.find(quiet.id()).orElseThrow().because(new Cause.Event(verdict(quiet, 3))), List.of());

        var revision = comments.find(quiet.id()).orElseThrow().revision();
        assertThat(revision.mirror(verdict(quiet, 3))).isEqualTo(Reacted.DUPLICATE);
        assertThat(revision.mirror(verdict(quiet, 4))).isEqualTo(Reacted.APPLIED);
    }

    @Test
    void refusesAWriteOnAnOldVersion() {
        var comments = comments();
        var quiet = aComment().quiet();
        comments.add(quiet, command("k", "b"), quiet.arrival());
        var old = comments.find(quiet.id()).orElseThrow();
        comments.save(old, List.of());

        assertThatThrownBy(() -> comments.save(old, List.of())).isInstanceOf(StaleWrite.class);
    }

    @Test
    void pagesNewestFirst() {
        var comments = comments();
        var first = aComment().quiet();
        var second = aComment().flagged(Urgency.ROUTINE);
        var third = aComment().quiet();
        for (var one : List.of(first, second, third)) {
            comments.add(one, command(one.id().value(), "b"), one.arrival());
        }

        var everything = new Sight.Everything();
        var health = new Sight.Of(Set.of("health"));
        var flagged = Comments.State.FLAGGED;
        assertThat(page(comments, everything, null, null, null)).containsExactly(third, second);
        assertThat(page(comments, health, null, null, second.id().value())).containsExactly(first);
        assertThat(page(comments, health, flagged, null, null)).containsExactly(second);
        assertThat(page(comments, everything, flagged, "post-1", null)).containsExactly(second);
        assertThat(page(comments, everything, null, "post-2", null)).isEmpty();
        assertThat(page(comments, new Sight.Of(Set.of("water")), null, null, null))
                .isEmpty();
        assertThat(page(comments, new Sight.Nothing(), null, null, null)).isEmpty();
    }

    private static List<Comment> page(
            Comments comments,
            Sight sight,
            Comments.@Nullable State state,
            @Nullable String post,
            @Nullable String after) {
        return comments.page(new Comments.Query(sight, state, post, after, 2)).stream()
                .map(Versioned::value)
                .toList();
    }
}
