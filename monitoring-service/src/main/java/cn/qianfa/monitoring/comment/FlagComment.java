package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Receipt;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.delivery.Versioned;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Signal;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.registry.Access;
import cn.qianfa.monitoring.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An officer marks a comment that no machine saw; the comment itself stays as it is (article 13). */
public final class FlagComment {
    private final Comments comments;
    private final Registry registry;
    private final InstantSource clock;

    public FlagComment(Comments comments, Registry registry, InstantSource clock) {
        this.comments = comments;
        this.registry = registry;
        this.clock = clock;
    }

    /** @param mark what they say about it, read once it is known that they may */
    public Outcome flag(CommentId id, Supplier<Cause.Command> command, Supplier<Mark> mark, Actor by) {
        while (true) {
            var found = comments.find(id);
            if (found.isEmpty()) {
                return new Unknown(id);
            }
            try {
                return switch (Access.of(by, found.get().value().place().unit(), registry.units())) {
                    case HIDDEN -> new Unknown(id);
                    case FORBIDDEN, READ -> new NotPermitted();
                    case ACT -> flag(found.get(), command.get(), mark, by);
                };
            } catch (StaleWrite e) {
                continue; // somebody else wrote: decide again on what is there now
            }
        }
    }

    private Outcome flag(Versioned<Comment> found, Cause.Command command, Supplier<Mark> mark, Actor by) {
        return found.revision()
                .receiptOf(command)
                .map(earlier -> answeredBefore(earlier, command))
                .orElseGet(() -> flag(found, command, mark.get(), by));
    }

    private static Outcome answeredBefore(Receipt earlier, Cause.Command now) {
        return earlier.bodyHash().equals(now.bodyHash())
                ? new Flagged(new CommentId(earlier.of()), earlier.version())
                : new KeyReused();
    }

    private Outcome flag(Versioned<Comment> found, Cause.Command command, Mark mark, Actor by) {
        var before = found.value();
        var now = before.flaggedBy(by.by(), mark.urgency(), mark.reason(), clock.instant());
        List<Event> news = before.flagged().isPresent() ? List.of() : now.announcement();
        comments.save(found.because(command).with(now), news);
        return new Flagged(before.id(), found.nextVersion());
    }

    /**
     * What an officer says about a comment. No words of their own: the flag's reasons outlive the comment's text.
     *
     * @param signal null for none of them
     */
    public record Mark(Urgency urgency, @Nullable Signal signal) {
        Reason reason() {
            return new Reason(Reason.Kind.PERSON, signal == null ? "other" : signal.code(), 1, List.of());
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Flagged, Unknown, NotPermitted, KeyReused {}

    /** It is flagged, now or before. */
    public record Flagged(CommentId id, long version) implements Outcome {}

    /** No such comment, or none they may know of. */
    public record Unknown(CommentId id) implements Outcome {}

    /** Not their duty. */
    public record NotPermitted() implements Outcome {}

    /** The same command came with other content before. */
    public record KeyReused() implements Outcome {}
}
