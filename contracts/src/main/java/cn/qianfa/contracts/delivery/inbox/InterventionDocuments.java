package cn.qianfa.contracts.delivery.inbox;

import static java.util.Objects.requireNonNull;

import cn.qianfa.contracts.delivery.Cause;
import cn.qianfa.contracts.delivery.inbox.Interventions.About;
import cn.qianfa.contracts.delivery.inbox.Interventions.Answer;
import cn.qianfa.contracts.delivery.inbox.Interventions.Intervention;
import cn.qianfa.contracts.delivery.inbox.Interventions.What;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;

/** Interventions as they are stored: on their own, and beside the event they are about while it waits. */
final class InterventionDocuments {
    private InterventionDocuments() {}

    static Document write(Intervention done) {
        var about = done.about();
        var stored = new Document("_id", done.id())
                .append("what", done.what().name())
                .append("decides", done.what().decides())
                .append("parked", about.parked())
                .append("consumer", about.consumer())
                .append("topic", about.topic())
                .append("key", about.key())
                .append("partition", about.partition())
                .append("offset", about.offset())
                .append("event", about.event())
                .append("by", done.by())
                .append("unit", done.unit())
                .append("at", Date.from(done.at()))
                .append("reason", done.reason())
                .append("command", done.command().key())
                .append("bodyHash", done.command().bodyHash());
        if (about.seq() != null) {
            stored.append("seq", about.seq());
        }
        if (about.type() != null) {
            stored.append("type", about.type());
        }
        if (done.original() != null) {
            stored.append("original", new Binary(done.original()));
        }
        return done.answer() == null ? stored : stored.append("answer", write(done.answer()));
    }

    static Document write(Answer answer) {
        var stored = new Document("done", answer.done())
                .append("left", answer.left())
                .append("detail", answer.detail());
        return answer.cause() == null
                ? stored
                : stored.append("cause", answer.cause().name());
    }

    static Intervention read(Document stored) {
        var original = stored.get("original", Binary.class);
        var answer = stored.get("answer", Document.class);
        return new Intervention(
                stored.getString("_id"),
                What.valueOf(stored.getString("what")),
                about(stored),
                stored.getString("by"),
                stored.getString("unit"),
                requireNonNull(stored.getDate("at")).toInstant(),
                stored.getString("reason"),
                original == null ? null : original.getData(),
                new Cause.Command(stored.getString("command"), stored.getString("bodyHash"), ""),
                answer == null ? null : answer(answer));
    }

    static About about(Document stored) {
        return new About(
                stored.getString("parked"),
                stored.getString("consumer"),
                stored.getString("topic"),
                stored.getString("key"),
                stored.getInteger("partition"),
                stored.getLong("offset"),
                stored.getString("event"),
                stored.getLong("seq"),
                stored.getString("type"));
    }

    private static Answer answer(Document stored) {
        var cause = stored.getString("cause");
        return new Answer(
                stored.getInteger("done"),
                stored.getInteger("left"),
                cause == null ? null : ParkedCause.valueOf(cause),
                stored.getString("detail"));
    }
}
