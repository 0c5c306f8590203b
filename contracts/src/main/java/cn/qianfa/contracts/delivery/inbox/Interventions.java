package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.Envelope;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What people did with what waited, kept so that it can be read, and so that the same command answers the same again. */
public interface Interventions {
    /** Characters of a payload that are shown. */
    int LONGEST_SHOWN = 32 * 1024;

    /** In the service's own database. */
    static Interventions in(MongoCollection<Document> collection) {
        return new MongoInterventions(collection);
    }

    /** Keeps it. Keeping it twice is keeping it once. */
    void keep(Intervention intervention);

    /** What came of the command; the first answer stays. */
    void answered(String id, Answer answer);

    /** The one this command made. */
    Optional<Intervention> of(Cause.Command command);

    /** Whether anything was done with what waited under this id. */
    boolean touched(String parked);

    /** The newest first. */
    List<Intervention> newest(@Nullable String after, int limit);

    /**
     * The events of a consumer's partition, from an offset on, about which a person decided. A record that comes again
     * after what waited of its key was passed is known by it: the original must neither park again what was repaired nor
     * apply what was skipped.
     */
    List<About> decided(String consumer, int partition, long from);

    /**
     * Forgets the bytes that repairs before this moment replaced; who did what, when and why stays.
     *
     * @return of how many
     */
    long forgetOriginals(Instant before);

    /** What a person may do. */
    enum What {
        /** Tried again as it is. */
        REPLAY,
        /** Its payload replaced. */
        REPAIR,
        /** Passed over without its effect. */
        SKIP;

        boolean decides() {
            return this != REPLAY;
        }
    }

    /**
     * Which event.
     *
     * @param parked the id of what waited
     * @param seq its number; null where its header cannot be read
     */
    record About(
            String parked,
            String consumer,
            String topic,
            String key,
            int partition,
            long offset,
            String event,
            @Nullable Long seq,
            @Nullable String type) {
        static About of(Parked.Waiting waiting) {
            var first = waiting.first();
            return new About(
                    waiting.id(),
                    waiting.consumer(),
                    waiting.topic(),
                    waiting.key(),
                    first.partition(),
                    first.offset(),
                    Envelope.idOf(first),
                    Envelope.positionOf(first).map(at -> at.seq()).orElse(null),
                    Envelope.typeOf(first).orElse(null));
        }

        boolean is(ConsumerRecord<byte[], byte[]> read) {
            return partition == read.partition() && offset == read.offset() && event.equals(Envelope.idOf(read));
        }
    }

    /**
     * One act.
     *
     * @param id UUIDv7
     * @param original the bytes a repair replaced; null for anything else, where there were none, and when their time is over
     * @param command as it came, so that it is carried out once
     * @param answer what came of it; null as long as that is not known
     */
    record Intervention(
            String id,
            What what,
            About about,
            String by,
            String unit,
            Instant at,
            String reason,
            byte @Nullable [] original,
            Cause.Command command,
            @Nullable Answer answer) {
        /** As it is answered; may quote what citizens wrote. */
        public Shown shown() {
            return new Shown(
                    id,
                    what,
                    about.consumer(),
                    about.topic(),
                    about.key(),
                    new Event(about.event(), about.seq(), about.type()),
                    by,
                    unit,
                    at,
                    reason.isEmpty() ? null : reason,
                    original == null ? null : text(original),
                    answer == null ? null : answer.done(),
                    answer == null ? null : answer.left());
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Shown(
                String id,
                What what,
                String consumer,
                String topic,
                String key,
                Event event,
                String by,
                String unit,
                Instant at,
                @Nullable String reason,
                @Nullable String original,
                @Nullable Integer done,
                @Nullable Integer left) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Event(
                String id, @Nullable Long seq, @Nullable String type) {}
    }

    /**
     * How far a replay went.
     *
     * @param done events that are applied, or passed over
     * @param left events that still wait
     * @param cause why they do; null if none does, and where store or broker did not answer
     * @param detail what else is known, in technical words; may quote the event
     */
    record Answer(int done, int left, @Nullable ParkedCause cause, String detail) {
        private static final String AWAY = "Store or broker did not answer; try again";
        private static final String AWAY_IN_CHINESE = "存储或消息队列没有响应，请稍候再试";

        /** In the reader's language. */
        public Shown shown(Locale language) {
            if (left == 0) {
                return new Shown(done, 0, null, null);
            }
            var away = language.getLanguage().equals("en") ? AWAY : AWAY_IN_CHINESE;
            return new Shown(done, left, cause, cause == null ? away : cause.said(detail, language));
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Shown(
                int done,
                int left,
                @Nullable ParkedCause cause,
                @Nullable String detail) {}
    }

    /** The beginning of a payload with its words masked, whatever its bytes are. */
    static String text(byte @Nullable [] payload) {
        var whole = payload == null ? "" : MaskedPayload.of(payload);
        return whole.length() > LONGEST_SHOWN ? whole.substring(0, LONGEST_SHOWN) : whole;
    }

    /** Whether there is more of it than its text shows. */
    static boolean isLonger(byte @Nullable [] payload) {
        return payload != null && MaskedPayload.of(payload).length() > LONGEST_SHOWN;
    }
}
