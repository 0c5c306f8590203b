package cn.qianfa.monitoring.comment;

import static cn.qianfa.monitoring.comment.CommentFixture.COMPLAINT;
import static cn.qianfa.monitoring.comment.CommentFixture.NOW;
import static cn.qianfa.monitoring.comment.CommentFixture.aComment;
import static cn.qianfa.monitoring.comment.CommentFixture.command;
import static cn.qianfa.monitoring.comment.CommentFixture.verdict;
import static cn.qianfa.monitoring.comment.CommentFixture.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.event.CommentChecked;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("article-13")
class WhenCheckedAddReasonsTest {
    private final InMemoryComments comments = new InMemoryComments();
    private final WhenCheckedAddReasons addReasons = new WhenCheckedAddReasons(comments, InstantSource.fixed(NOW));

    private Comment stored(Comment comment) {
        comments.add(comment, command("k", "b"), comment.arrival());
        return comment;
    }

    private Comment now(Comment comment) {
        return comments.find(comment.id()).orElseThrow().value();
    }

    @Nested
    class AQuietComment {
        @Test
        void isFlaggedByAWarning() {
            var comment = stored(aComment().quiet());

            assertThat(addReasons.react(verdictOn(comment, "WARN"), verdict(comment, 1)))
                    .isEqualTo(Reacted.APPLIED);

            assertThat(now(comment).flagged().orElseThrow().urgency()).isEqualTo(Urgency.ROUTINE);
            assertThat(comments.announced(comment.id())).hasSize(2).last().isInstanceOf(CommentFlagged.class);
        }

        @Test
        void staysQuietForANote() {
            var comment = stored(aComment().quiet());

            addReasons.react(verdictOn(comment, "NOTE"), verdict(comment, 1));

            assertThat(now(comment).flagged()).isEmpty();
            assertThat(now(comment).reasons())
                    .containsExactly(new Reason(Reason.Kind.RULES, "rule.NOTE", 0.3, List.of("疑似NOTE")));
            assertThat(comments.announced(comment.id())).hasSize(1);
        }

        @Test
        void staysAsItIsWhereTheCheckItselfFailed() {
            var comment = stored(aComment().quiet());
            var failed = new CommentChecked(comment.id().value(), "v", "h", List.of(), "规则引擎未能完成检查", NOW);

            assertThat(addReasons.react(failed, verdict(comment, 1))).isEqualTo(Reacted.APPLIED);

            assertThat(now(comment)).isEqualTo(comment);
        }
    }

    @Nested
    class AFlaggedComment {
        @Test
        void getsMoreReasonsAndNoSecondFlag() {
            var comment = stored(aComment().flagged(Urgency.URGENT));

            addReasons.react(verdictOn(comment, "BLOCK"), verdict(comment, 1));

            assertThat(now(comment).reasons()).hasSize(2).contains(COMPLAINT);
            assertThat(now(comment).flagged()).isEqualTo(comment.flagged());
            assertThat(comments.announced(comment.id()))
                    .extracting(Object::getClass)
                    .containsExactly(CommentReceived.class, CommentFlagged.class);
        }
    }

    @Nested
    class AVerdict {
        @Test
        void countsOnceHoweverOftenItComes() {
            var comment = stored(aComment().quiet());

            addReasons.react(verdictOn(comment, "WARN"), verdict(comment, 1));
            var again = addReasons.react(verdictOn(comment, "WARN"), verdict(comment, 1));

            assertThat(again).isEqualTo(Reacted.DUPLICATE);
            assertThat(comments.announced(comment.id())).hasSize(2);
        }

        @Test
        void replacesAnOlderOneAndNotANewerOne() {
            var comment = stored(aComment().quiet());

            addReasons.react(verdictOn(comment, "NOTE"), verdict(comment, 2));
            var older = addReasons.react(verdictOn(comment, "WARN"), verdict(comment, 1));
            addReasons.react(verdictOn(comment), verdict(comment, 3));

            assertThat(older).isEqualTo(Reacted.DUPLICATE);
            assertThat(now(comment).reasons()).isEmpty();
        }

        @Test
        void isForkedUnderTheSameNumberWithAnotherId() {
            var comment = stored(aComment().quiet());
            addReasons.react(verdictOn(comment, "NOTE"), verdict(comment, 1));

            var other =
                    new Position(Topic.COMMENT_VERDICTS.wireName(), comment.id().value(), 1, "other");

            assertThat(addReasons.react(verdictOn(comment, "NOTE"), other)).isInstanceOf(Reacted.Forked.class);
        }

        @Test
        void onACommentThatIsGoneChangesNothing() {
            var gone = aComment().quiet();

            assertThat(addReasons.react(verdictOn(gone, "WARN"), verdict(gone, 1)))
                    .isEqualTo(Reacted.DUPLICATE);
            assertThat(comments.all()).isEmpty();
        }
    }
}
