package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.monitoring.alert.Attempt;
import java.util.Date;
import org.bson.Document;

/** One try's fields as they are stored in its alert. */
final class AttemptFields {
    private AttemptFields() {}

    static Document write(Attempt attempt) {
        var fields = new Document("at", Date.from(attempt.at()));
        return switch (attempt.outcome()) {
            case Attempt.Sent(var reply) -> fields.append("outcome", "SENT").append("said", reply);
            case Attempt.Deferred(var why, var next) ->
                fields.append("outcome", "DEFERRED").append("said", why).append("nextTryAt", Date.from(next));
            case Attempt.Refused(var why) -> fields.append("outcome", "REFUSED").append("said", why);
            case Attempt.GivenUp() -> fields.append("outcome", "GIVEN_UP");
        };
    }

    static Attempt read(Document found) {
        var said = found.getString("said");
        var outcome = switch (found.getString("outcome")) {
            case "SENT" -> new Attempt.Sent(said);
            case "DEFERRED" ->
                new Attempt.Deferred(said, found.getDate("nextTryAt").toInstant());
            case "REFUSED" -> new Attempt.Refused(said);
            case "GIVEN_UP" -> new Attempt.GivenUp();
            case String unknown -> throw new IllegalStateException("outcome: " + unknown);
        };
        return new Attempt(found.getDate("at").toInstant(), outcome);
    }
}
