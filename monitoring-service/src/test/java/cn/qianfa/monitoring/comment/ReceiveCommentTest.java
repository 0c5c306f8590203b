package cn.qianfa.monitoring.comment;

import static cn.qianfa.monitoring.comment.CommentFixture.IDS;
import static cn.qianfa.monitoring.comment.CommentFixture.NOW;
import static cn.qianfa.monitoring.comment.CommentFixture.SEAL;
import static cn.qianfa.monitoring.comment.CommentFixture.TICKET;
import static cn.qianfa.monitoring.comment.CommentFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.identity.Ticket;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.monitoring.classification.lexicon.LexiconClassifier;
import cn.qianfa.monitoring.comment.ReceiveComment.Form;
import cn.qianfa.monitoring.comment.ReceiveComment.Received;
import cn.qianfa.monitoring.comment.ReceiveComment.Refusal;
import cn.qianfa.monitoring.comment.ReceiveComment.Refused;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("article-13")
class ReceiveCommentTest {
    private final InMemoryComments comments = new InMemoryComments();
    private final ReceiveComment receiveComment =
            new ReceiveComment(comments, new LexiconClassifier(), SEAL, IDS, InstantSource.fixed(NOW));

    private static Form form(String text) {
        return new Form(TICKET.account(), TICKET.post(), SEAL.seal(TICKET), text);
    }

    private ReceiveComment.Outcome receive(Form form) {
        return receiveComment.receive(form, command("form-1", form.text()));
    }

    private CommentId received(String text) {
        return ((Received) receive(form(text))).id();
    }

    @Nested
    class UnderOurPost {
        @Test
        void isStoredWithWhereItStands() {
            var id = received("谢谢,办得很快");

            var stored = comments.find(id).orElseThrow().value();
            assertThat(stored.place()).isEqualTo(new Place("health", "site.health", "post-1"));
            assertThat(stored.text().value()).isEqualTo("谢谢,办得很快");
            assertThat(stored.flagged()).isEmpty();
        }

        @Test
        void isAnnounced() {
            var id = received("谢谢,办得很快");

            assertThat(comments.announced(id))
                    .containsExactly(
                            new CommentReceived(id.value(), "health", "site.health", "post-1", "谢谢,办得很快", NOW));
        }

        @Test
        void isFlaggedInTheSameWriteWhereItNeedsAHuman() {
            var id = received("我不想活了");

            assertThat(comments.announced(id)).hasSize(2).last().isInstanceOfSatisfying(CommentFlagged.class, flag -> {
                assertThat(flag.urgency()).isEqualTo("EMERGENCY");
                assertThat(flag.by()).isNull();
                assertThat(flag.reasons())
                        .extracting(CommentFlagged.Reason::kind, CommentFlagged.Reason::reason)
                        .containsExactly(tuple("intent", "self-harm"));
            });
            assertThat(comments.find(id).orElseThrow().revision().version()).isEqualTo(1);
        }

        @Test
        void isTakenHoweverHostile() {
            var outcome = receive(form("一群废物,狗官"));

            assertThat(outcome).isInstanceOf(Received.class);
        }

        @Test
        void isOneCommentHoweverOftenTheFormIsSent() {
            var first = receive(form("路灯坏了"));
            var second = receive(form("路灯坏了"));

            assertThat(second).isEqualTo(first);
            assertThat(comments.all()).hasSize(1);
        }

        @Test
        void isRefusedWhereTheFormWasSentWithOtherWords() {
            receive(form("路灯坏了"));

            assertThat(receive(form("路灯修好了"))).isEqualTo(new Refused(Refusal.KEY_REUSED));
            assertThat(comments.all()).hasSize(1);
        }
    }

    @Nested
    class OfWords {
        @Test
        void mayBeAThousandCharactersLong() {
            assertThat(receive(form("好".repeat(1_000)))).isInstanceOf(Received.class);
        }

        @Test
        void countsACharacterOutsideTheBasicPlaneAsOne() {
            assertThat(receive(form("😀".repeat(1_000)))).isInstanceOf(Received.class);
        }

        @Test
        void mayNotBeLonger() {
            assertThat(receive(form("好".repeat(1_001)))).isEqualTo(new Refused(Refusal.TOO_LONG));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\r\n\t"})
        void mayNotBeEmpty(String text) {
            assertThat(receive(form(text))).isEqualTo(new Refused(Refusal.EMPTY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"半个\ud83d字", "控\u0000制", "\u001b[31m红"})
        void isRefusedWhereItIsNoText(String text) {
            assertThat(receive(form(text))).isEqualTo(new Refused(Refusal.NOT_TEXT));
        }

        @Test
        void keepsItsLines() {
            assertThat(comments.find(received("一\r\n二"))
                            .orElseThrow()
                            .value()
                            .text()
                            .value())
                    .isEqualTo("一\n二");
        }
    }

    @Nested
    class UnderAPostThatNeverExisted {
        @Test
        void isRefusedWithAForgedTicket() {
            var forged = new TicketSeal("f".repeat(43)).seal(TICKET);

            assertThat(receive(new Form(TICKET.account(), TICKET.post(), forged, "好")))
                    .isEqualTo(new Refused(Refusal.NOT_OUR_POST));
            assertThat(comments.all()).isEmpty();
        }

        @Test
        void isRefusedWithTheTicketOfAnotherPost() {
            var other = SEAL.seal(new Ticket("post-2", TICKET.account(), TICKET.unit()));

            assertThat(receive(new Form(TICKET.account(), TICKET.post(), other, "好")))
                    .isEqualTo(new Refused(Refusal.NOT_OUR_POST));
        }

        @Test
        void isRefusedWithTheTicketOfAnotherAccount() {
            var other = SEAL.seal(new Ticket(TICKET.post(), "site.water", TICKET.unit()));

            assertThat(receive(new Form(TICKET.account(), TICKET.post(), other, "好")))
                    .isEqualTo(new Refused(Refusal.NOT_OUR_POST));
        }

        @Test
        void isRefusedWithoutATicket() {
            assertThat(receive(new Form(TICKET.account(), TICKET.post(), "", "好")))
                    .isEqualTo(new Refused(Refusal.NOT_OUR_POST));
        }
    }
}
