package cn.qianfa.monitoring.alert;

import java.time.Instant;
import java.util.Optional;

/** An alert on one way outward. */
public sealed interface Alert {
    Way way();

    Notice notice();

    Tries tries();

    default Key key() {
        return new Key(notice().id(), way());
    }

    /** Each alert goes each way once; written {@code case.round}, for all but the first way with its name. */
    record Key(AlertId id, Way way) {
        private static final String MAIL = "/mail";

        public String value() {
            return switch (way) {
                case WEBHOOK -> id.value();
                case MAIL -> id.value() + MAIL;
            };
        }

        /** Empty for what cannot be such a key. */
        public static Optional<Key> parse(String written) {
            return written.endsWith(MAIL)
                    ? AlertId.parse(written.substring(0, written.length() - MAIL.length()))
                            .map(id -> new Key(id, Way.MAIL))
                    : AlertId.parse(written).map(id -> new Key(id, Way.WEBHOOK));
        }
    }

    /** It has to be told, again and again until the other end takes it. */
    record Ringing(Way way, Notice notice, Tries tries, Instant nextTryAt) implements Alert {
        /** Due from now on. */
        public static Ringing from(Instant now, Way way, Notice notice) {
            return new Ringing(way, notice, Tries.NONE, now);
        }

        /** Before each try: if this process falls during it, any process tries again then. */
        Ringing trying(Instant orElseAt) {
            return new Ringing(way, notice, tries.begin(), orElseAt);
        }

        /** It has to wait for its turn. */
        Ringing notBefore(Instant turn) {
            return new Ringing(way, notice, tries, turn);
        }

        Ringing deferred(String why, Instant at, Instant next) {
            return new Ringing(way, notice, tries.with(new Attempt(at, new Attempt.Deferred(why, next))), next);
        }

        Delivered delivered(String reply, Instant at) {
            return new Delivered(way, notice, tries.with(new Attempt(at, new Attempt.Sent(reply))), at);
        }

        Dropped refused(String why, Instant at) {
            return new Dropped(way, notice, tries.with(new Attempt(at, new Attempt.Refused(why))), Why.REFUSED, at);
        }

        Dropped tooLate(Instant at) {
            return new Dropped(way, notice, tries.with(new Attempt(at, new Attempt.GivenUp())), Why.TOO_LATE, at);
        }

        Dropped notNeeded(Why why, Instant at) {
            return new Dropped(way, notice, tries, why, at);
        }
    }

    /** The other end has it. */
    record Delivered(Way way, Notice notice, Tries tries, Instant at) implements Alert {}

    /** It is not told this way any more. */
    record Dropped(Way way, Notice notice, Tries tries, Why why, Instant at) implements Alert {}

    /** Why it is not told any more. */
    enum Why {
        /** Somebody has seen the case before the other end could be reached. */
        ACKNOWLEDGED,
        TOO_LATE,
        /** The other end said that it never will. */
        REFUSED,
        /** No address of theirs is on file. */
        NO_ADDRESS
    }
}
