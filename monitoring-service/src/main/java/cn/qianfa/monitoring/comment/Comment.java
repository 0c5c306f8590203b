package cn.qianfa.monitoring.comment;

import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.contracts.event.CommentReceived;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.monitoring.classification.Classification;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member of the public wrote. Nothing of the author is known here, so nothing can be kept. */
public sealed interface Comment {
    CommentId id();

    Place place();

    CommentText text();

    Instant receivedAt();

    /** What was seen in it so far. */
    List<Reason> reasons();

    /** The flag, once there is one; it is never taken back. */
    Optional<Flag> flagged();

    /** A comment that just came in, flagged at once where the classification calls for a human. */
    static Comment received(CommentId id, Place place, CommentText text, Classification seen, Instant at) {
        var quiet = new Quiet(id, place, text, at, seen.reasons());
        return seen.urgency()
                .<Comment>map(urgency -> quiet.flag(urgency, null, seen.reasons(), at))
                .orElse(quiet);
    }

    /** The same comment with what a rule set says about it now, instead of what one said before. */
    Comment checked(List<Reason> byRules, Instant at);

    /** The same comment, with one more reason a person gave. */
    Comment flaggedBy(By officer, Urgency urgency, Reason reason, Instant at);

    /** The news of its arrival. */
    default List<Event> arrival() {
        var news = new ArrayList<Event>();
        news.add(new CommentReceived(
                id().value(), place().unit(), place().account(), place().post(), text().value(), receivedAt()));
        news.addAll(announcement());
        return news;
    }

    /** The news of its flag; empty where there is none. */
    default List<Event> announcement() {
        return flagged()
                .<Event>map(flag -> new CommentFlagged(
                        id().value(),
                        place().unit(),
                        place().account(),
                        place().post(),
                        flag.urgency().name(),
                        reasons().stream().map(Comment::told).toList(),
                        flag.raisedBy(),
                        flag.at()))
                .map(List::of)
                .orElse(List.of());
    }

    private static CommentFlagged.Reason told(Reason reason) {
        return new CommentFlagged.Reason(reason.kind().name().toLowerCase(Locale.ROOT), reason.code(), reason.score());
    }

    private static List<Reason> replacingRules(List<Reason> before, List<Reason> byRules) {
        var now = new ArrayList<>(before);
        now.removeIf(reason -> reason.kind() == Reason.Kind.RULES);
        now.addAll(byRules);
        return List.copyOf(now);
    }

    private static List<Reason> with(List<Reason> before, Reason more) {
        var now = new ArrayList<>(before);
        if (!now.contains(more)) {
            now.add(more);
        }
        return List.copyOf(now);
    }

    /** No human has to look. */
    record Quiet(CommentId id, Place place, CommentText text, Instant receivedAt, List<Reason> reasons)
            implements Comment {
        public Quiet {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Optional<Flag> flagged() {
            return Optional.empty();
        }

        @Override
        public Comment checked(List<Reason> byRules, Instant at) {
            var now = replacingRules(reasons, byRules);
            return byRules.stream().anyMatch(RuleReasons::callForAHuman)
                    ? flag(Urgency.ROUTINE, null, now, at)
                    : new Quiet(id, place, text, receivedAt, now);
        }

        @Override
        public Comment flaggedBy(By officer, Urgency urgency, Reason reason, Instant at) {
            return flag(urgency, officer, with(reasons, reason), at);
        }

        private Flagged flag(Urgency urgency, @Nullable By by, List<Reason> why, Instant at) {
            return new Flagged(id, place, text, receivedAt, why, new Flag(urgency, by, at));
        }
    }

    /** A human has to look. */
    record Flagged(CommentId id, Place place, CommentText text, Instant receivedAt, List<Reason> reasons, Flag flag)
            implements Comment {
        public Flagged {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Optional<Flag> flagged() {
            return Optional.of(flag);
        }

        @Override
        public Flagged checked(List<Reason> byRules, Instant at) {
            return new Flagged(id, place, text, receivedAt, replacingRules(reasons, byRules), flag);
        }

        @Override
        public Flagged flaggedBy(By officer, Urgency urgency, Reason reason, Instant at) {
            return new Flagged(id, place, text, receivedAt, with(reasons, reason), flag);
        }
    }
}
