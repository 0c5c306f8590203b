package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.Alert;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.casework.Matter;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** An alert's fields as they are stored. */
final class AlertFields {
    private AlertFields() {}

    static Document write(Alert alert) {
        var notice = alert.notice();
        var matter = notice.matter();
        var fields = new Document("_id", notice.id().value())
                .append("comment", matter.comment())
                .append("unit", matter.unit())
                .append("account", matter.account())
                .append("post", matter.post())
                .append("urgency", matter.urgency().name())
                .append(
                        "reasons",
                        matter.reasons().stream().map(AlertFields::write).toList())
                .append("openedAt", Date.from(matter.openedAt()))
                .append("told", notice.told())
                .append("raisedAt", Date.from(notice.raisedAt()))
                .append("notAfter", Date.from(notice.notAfter()));
        return switch (alert) {
            case Alert.Ringing ringing ->
                fields.append("state", "RINGING")
                        .append("tries", ringing.tries())
                        .append("nextTryAt", Date.from(ringing.nextTryAt()));
            case Alert.Delivered delivered ->
                fields.append("state", "DELIVERED")
                        .append("tries", delivered.tries())
                        .append("at", Date.from(delivered.at()));
            case Alert.Dropped dropped ->
                fields.append("state", dropped.why().name())
                        .append("tries", dropped.tries())
                        .append("at", Date.from(dropped.at()));
        };
    }

    private static Document write(CommentFlagged.Reason reason) {
        return new Document("kind", reason.kind())
                .append("reason", reason.reason())
                .append("score", reason.score());
    }

    static Alert read(Document found) {
        var notice = notice(found);
        var tries = found.getInteger("tries");
        return switch (found.getString("state")) {
            case "RINGING" -> new Alert.Ringing(notice, tries, instant(found, "nextTryAt"));
            case "DELIVERED" -> new Alert.Delivered(notice, tries, instant(found, "at"));
            case String why -> new Alert.Dropped(notice, tries, Alert.Why.valueOf(why), instant(found, "at"));
        };
    }

    private static Notice notice(Document found) {
        var id = AlertId.parse(found.getString("_id")).orElseThrow();
        var matter = new Matter(
                id.caseId(),
                found.getString("comment"),
                found.getString("unit"),
                found.getString("account"),
                found.getString("post"),
                Urgency.valueOf(found.getString("urgency")),
                found.getList("reasons", Document.class).stream()
                        .map(AlertFields::reason)
                        .toList(),
                instant(found, "openedAt"));
        return new Notice(id, matter, found.getString("told"), instant(found, "raisedAt"), instant(found, "notAfter"));
    }

    private static CommentFlagged.Reason reason(Document found) {
        return new CommentFlagged.Reason(found.getString("kind"), found.getString("reason"), found.getDouble("score"));
    }

    private static Instant instant(Document found, String field) {
        return found.getDate(field).toInstant();
    }
}
