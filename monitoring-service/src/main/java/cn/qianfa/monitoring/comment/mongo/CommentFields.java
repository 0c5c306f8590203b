package cn.qianfa.monitoring.comment.mongo;

import cn.qianfa.contracts.event.By;
import cn.qianfa.monitoring.classification.Reason;
import cn.qianfa.monitoring.classification.Urgency;
import cn.qianfa.monitoring.comment.Comment;
import cn.qianfa.monitoring.comment.CommentId;
import cn.qianfa.monitoring.comment.CommentText;
import cn.qianfa.monitoring.comment.Comments;
import cn.qianfa.monitoring.comment.Flag;
import cn.qianfa.monitoring.comment.Place;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** A comment's fields as they are stored. */
final class CommentFields {
    private CommentFields() {}

    static Document write(Comment comment) {
        var fields = new Document("unit", comment.place().unit())
                .append("account", comment.place().account())
                .append("post", comment.place().post())
                .append("text", comment.text().value())
                .append("state", Comments.State.of(comment).name())
                .append("receivedAt", Date.from(comment.receivedAt()))
                .append(
                        "reasons",
                        comment.reasons().stream().map(CommentFields::write).toList());
        comment.flagged().ifPresent(flag -> fields.append("flag", write(flag)));
        return fields;
    }

    private static Document write(Reason reason) {
        return new Document("kind", reason.kind().name())
                .append("code", reason.code())
                .append("score", reason.score())
                .append("seen", reason.seen());
    }

    private static Document write(Flag flag) {
        var fields = new Document("urgency", flag.urgency().name()).append("at", Date.from(flag.at()));
        flag.by()
                .ifPresent(by -> fields.append(
                        "by",
                        new Document("staff", by.staff())
                                .append("unit", by.unit())
                                .append("roles", by.roles())));
        return fields;
    }

    static Comment read(Document found) {
        var id = new CommentId(found.getString("_id"));
        var place = new Place(found.getString("unit"), found.getString("account"), found.getString("post"));
        var text = new CommentText(found.getString("text"));
        var receivedAt = instant(found, "receivedAt");
        var reasons = found.getList("reasons", Document.class).stream()
                .map(CommentFields::reason)
                .toList();
        var flag = found.get("flag", Document.class);
        return flag == null
                ? new Comment.Quiet(id, place, text, receivedAt, reasons)
                : new Comment.Flagged(id, place, text, receivedAt, reasons, flag(flag));
    }

    private static Reason reason(Document found) {
        return new Reason(
                Reason.Kind.valueOf(found.getString("kind")),
                found.getString("code"),
                found.getDouble("score"),
                found.getList("seen", String.class, List.of()));
    }

    private static Flag flag(Document found) {
        var by = found.get("by", Document.class);
        var person = by == null
                ? null
                : new By(by.getString("staff"), by.getString("unit"), by.getList("roles", String.class));
        return new Flag(Urgency.valueOf(found.getString("urgency")), person, instant(found, "at"));
    }

    private static Instant instant(Document found, String field) {
        return found.getDate(field).toInstant();
    }
}
