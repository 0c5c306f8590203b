package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.EventJson;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.inbox.Interventions.About;
import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import cn.qianfa.contracts.event.Approved;
import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.DraftExpired;
import cn.qianfa.contracts.event.DraftRecalled;
import cn.qianfa.contracts.event.DraftReleased;
import cn.qianfa.contracts.event.DraftReturned;
import cn.qianfa.contracts.event.DraftSubmitted;
import cn.qianfa.contracts.event.Event;
import cn.qianfa.contracts.event.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of a draft that a small follower counts. */
final class ParkedFixture {
    static final Instant NOW = Instant.parse("2026-11-24T01:02:03.004Z");
    static final String DRAFT = "d1";
    private static final By DRAFTER = new By("drafter.health", "health", List.of("DRAFTER"));

    /** The numbers that had an effect, in order, and the last one counted. */
    final List<Long> effects = new ArrayList<>();

    private Applied last = Applied.NOTHING;

    final Subscription following = Subscription.of("test.follower", Topic.DRAFTS)
            .on(DraftSubmitted.class, this::follow)
            .on(DraftRecalled.class, this::follow)
            .notNeeded(DraftReturned.class, Approved.class, DraftReleased.class, DraftExpired.class)
            .whenSkipped(this::skipped)
            .build();

    private synchronized Reacted follow(Event event, Position at) {
        var reacted = new Revision(0, 0, 0, Map.of(at.source(), last), List.of()).follow(at);
        if (reacted == Reacted.APPLIED) {
            last = new Applied(at.seq(), at.id());
            effects.add(at.seq());
        }
        return reacted;
    }

    private synchronized void skipped(Position at) {
        if (at.seq() > last.seq()) {
            last = new Applied(at.seq(), at.id());
        }
    }

    static byte[] payload() {
        return EventJson.write(new DraftRecalled(DRAFT, "health", DRAFTER, 1, Instant.EPOCH));
    }

    /** The recall with this number, at the offset of the same number. */
    static ConsumerRecord<byte[], byte[]> recalled(long seq) {
        return record(seq, payload());
    }

    /** The same without its end. */
    static ConsumerRecord<byte[], byte[]> broken(long seq) {
        return record(seq, "{\"draft\":".getBytes(UTF_8));
    }

    static ConsumerRecord<byte[], byte[]> record(long seq, byte[] value) {
        var record = new ConsumerRecord<>(Topic.DRAFTS.wireName(), 3, seq, DRAFT.getBytes(UTF_8), value);
        Map.of(
                        "ce_id",
                        "e" + seq,
                        "ce_seq",
                        Long.toString(seq),
                        "ce_type",
                        "DraftRecalled.v1",
                        "ce_source",
                        "approval",
                        "ce_time",
                        NOW.toString())
                .forEach((name, words) -> record.headers().add(name, words.getBytes(UTF_8)));
        return record;
    }

    String id() {
        return Parked.id(following, DRAFT);
    }

    static Intervention act(String id, What what, Parked.Waiting waiting) {
        return new Intervention(
                id,
                what,
                About.of(waiting),
                "admin",
                "district",
                NOW,
                "为什么",
                what == What.REPAIR ? waiting.first().value() : null,
                new Cause.Command("admin|" + id, "hash", ""),
                null);
    }
}
