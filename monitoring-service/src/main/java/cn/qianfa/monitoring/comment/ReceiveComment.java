package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.identity.TicketSeal;
import cn.qianfa.monitoring.classification.Classifier;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes what a member of the public wrote under a post (article 13). It is classified inside its first write, so that
 * the news of its arrival and of its flag leave together.
 */
public final class ReceiveComment {
    private final Comments comments;
    private final Classifier classifier;
    private final TicketSeal seal;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    public ReceiveComment(
            Comments comments, Classifier classifier, TicketSeal seal, Supplier<UUID> ids, InstantSource clock) {
        this.comments = comments;
        this.classifier = classifier;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param by its key is the form's, so that sending a form twice is sending it once */
    public Outcome receive(Form form, Cause.Command by) {
        var place = placeOf(form);
        if (place.isEmpty()) {
            return new Refused(Refusal.NOT_OUR_POST);
        }
        return switch (CommentText.read(form.text())) {
            case CommentText.Read.No(var problem) -> new Refused(Refusal.of(problem));
            case CommentText.Read.Yes(var text) -> receive(place.get(), text, by);
        };
    }

    /** A post is ours if the page that showed it sealed the ticket for exactly this post of this account. */
    private Optional<Place> placeOf(Form form) {
        return seal.open(form.ticket())
                .filter(ticket ->
                        ticket.account().equals(form.account()) && ticket.post().equals(form.post()))
                .map(Place::of);
    }

    private Outcome receive(Place place, CommentText text, Cause.Command by) {
        var id = new CommentId(ids.get().toString());
        var comment = Comment.received(id, place, text, classifier.classify(text.value()), clock.instant());
        return comments.add(comment, by, comment.arrival())
                .map(earlier -> answeredBefore(earlier, by))
                .orElse(new Received(id));
    }

    private static Outcome answeredBefore(Receipt earlier, Cause.Command now) {
        return earlier.bodyHash().equals(now.bodyHash())
                ? new Received(new CommentId(earlier.of()))
                : new Refused(Refusal.KEY_REUSED);
    }

    /** The form as it was sent: the post it stands under by its address, and the ticket the page put into it. */
    public record Form(String account, String post, String ticket, String text) {}

    /** What came of it. */
    public sealed interface Outcome permits Received, Refused {}

    /** It is stored, now or by the same form before. */
    public record Received(CommentId id) implements Outcome {}

    /** It is not stored. */
    public record Refused(Refusal why) implements Outcome {}

    /** Why a comment is not taken. What it says is never among them. */
    public enum Refusal {
        NOT_OUR_POST,
        EMPTY,
        TOO_LONG,
        NOT_TEXT,
        KEY_REUSED;

        static Refusal of(CommentText.Problem problem) {
            return switch (problem) {
                case EMPTY -> EMPTY;
                case TOO_LONG -> TOO_LONG;
                case NOT_TEXT -> NOT_TEXT;
            };
        }
    }
}
