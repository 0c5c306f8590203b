package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.alert.Alert;
import cn.qianfa.monitoring.alert.AlertId;
import cn.qianfa.monitoring.alert.Notice;
import cn.qianfa.monitoring.alert.Tries;
import cn.qianfa.monitoring.alert.Way;
import cn.qianfa.monitoring.casework.Matter;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** An alert's fields as they are stored. */
final class AlertFields {
    private AlertFields() {}

    static Document write(Alert alert) {
        var notice = alert.notice();
        var matter = notice.matter();
        var fields = new Document("_id", alert.key().value())
                .append("way", alert.way().name())
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
                .append("notAfter", Date.from(notice.notAfter()))
                .append("dueAt", notice.due().map(Date::from).orElse(null))
                .append("tries", alert.tries().begun())
                .append(
                        "attempts",
                        alert.tries().newest().stream()
                                .map(AttemptFields::write)
                                .toList());
        return switch (alert) {
            case Alert.Ringing ringing ->
                fields.append("state", "RINGING").append(nextTry(alert.way()), Date.from(ringing.nextTryAt()));
            case Alert.Delivered delivered ->
                fields.append("state", "DELIVERED").append("at", Date.from(delivered.at()));
            case Alert.Dropped dropped ->
                fields.append("state", dropped.why().name()).append("at", Date.from(dropped.at()));
        };
    }

    private static Document write(CommentFlagged.Reason reason) {
        return new Document("kind", reason.kind())
                .append("reason", reason.reason())
                .append("score", reason.score());
    }

    /** Where it stands when an alert is due on this way; each has an index of its own, which holds only what is due. */
    static String nextTry(Way way) {
        return switch (way) {
            case WEBHOOK -> "nextTryAt";
            case MAIL -> "nextMailAt";
        };
    }

    static Alert read(Document found) {
        var key = Alert.Key.parse(found.getString("_id")).orElseThrow();
        var notice = notice(key.id(), found);
        var attempts = found.getList("attempts", Document.class, List.of()); // none in those of an earlier version
        var tries = new Tries(
                found.getInteger("tries"),
                attempts.stream().map(AttemptFields::read).toList());
        return switch (found.getString("state")) {
            case "RINGING" -> new Alert.Ringing(key.way(), notice, tries, instant(found, nextTry(key.way())));
            case "DELIVERED" -> new Alert.Delivered(key.way(), notice, tries, instant(found, "at"));
            case String why ->
                new Alert.Dropped(key.way(), notice, tries, Alert.Why.valueOf(why), instant(found, "at"));
        };
    }

    private static Notice notice(AlertId id, Document found) {
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
        var dueAt = found.getDate("dueAt");
        return new Notice(
                id,
                matter,
                found.getString("told"),
                instant(found, "raisedAt"),
                instant(found, "notAfter"),
                dueAt == null ? null : dueAt.toInstant());
    }

    private static CommentFlagged.Reason reason(Document found) {
        return new CommentFlagged.Reason(found.getString("kind"), found.getString("reason"), found.getDouble("score"));
    }

    private static Instant instant(Document found, String field) {
        return found.getDate(field).toInstant();
    }
}
