package cn.qianfa.monitoring.casework.mongo;

import cn.qianfa.contracts.event.By;
import cn.qianfa.contracts.event.CommentFlagged;
import cn.qianfa.monitoring.casework.Case;
import cn.qianfa.monitoring.casework.CaseId;
import cn.qianfa.monitoring.casework.Cases;
import cn.qianfa.monitoring.casework.Matter;
import cn.qianfa.monitoring.casework.Round;
import cn.qianfa.monitoring.classification.Urgency;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A case's fields as they are stored. */
final class CaseFields {
    private CaseFields() {}

    /** Every field; one that does not apply is null, and is not stored. */
    static Document write(Case one) {
        var matter = one.matter();
        var round = one.round();
        return new Document("unit", matter.unit())
                .append("comment", matter.comment())
                .append("account", matter.account())
                .append("post", matter.post())
                .append("urgency", matter.urgency().name())
                .append(
                        "reasons",
                        matter.reasons().stream().map(CaseFields::write).toList())
                .append("openedAt", Date.from(matter.openedAt()))
                .append("state", Cases.State.of(one).name())
                .append("round", round.number())
                .append("told", round.told())
                .append("since", Date.from(round.since()))
                .append("dueAt", round.due().map(Date::from).orElse(null))
                .append("seen", seen(one));
    }

    private static @Nullable Document seen(Case one) {
        return switch (one) {
            case Case.Open _ -> null;
            case Case.Acknowledged acknowledged ->
                new Document("staff", acknowledged.by().staff())
                        .append("unit", acknowledged.by().unit())
                        .append("roles", acknowledged.by().roles())
                        .append("at", Date.from(acknowledged.at()));
        };
    }

    private static Document write(CommentFlagged.Reason reason) {
        return new Document("kind", reason.kind())
                .append("reason", reason.reason())
                .append("score", reason.score());
    }

    static Case read(Document found) {
        var matter = new Matter(
                new CaseId(found.getString("_id")),
                found.getString("comment"),
                found.getString("unit"),
                found.getString("account"),
                found.getString("post"),
                Urgency.valueOf(found.getString("urgency")),
                found.getList("reasons", Document.class).stream()
                        .map(CaseFields::reason)
                        .toList(),
                instant(found, "openedAt"));
        var due = found.getDate("dueAt");
        var round = new Round(
                found.getInteger("round"),
                found.getString("told"),
                instant(found, "since"),
                due == null ? null : due.toInstant());
        var seen = found.get("seen", Document.class);
        return seen == null
                ? new Case.Open(matter, round)
                : new Case.Acknowledged(matter, round, by(seen), instant(seen, "at"));
    }

    private static By by(Document seen) {
        return new By(seen.getString("staff"), seen.getString("unit"), seen.getList("roles", String.class));
    }

    private static CommentFlagged.Reason reason(Document found) {
        return new CommentFlagged.Reason(found.getString("kind"), found.getString("reason"), found.getDouble("score"));
    }

    private static Instant instant(Document found, String field) {
        return found.getDate(field).toInstant();
    }
}
