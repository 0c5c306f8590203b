package cn.qianfa.monitoring.alert.mongo;

import cn.qianfa.monitoring.alert.Mailbox;
import cn.qianfa.monitoring.alert.Mailboxes;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One small document per person who was ever mailed; never their address. */
@Component
final class MongoMailboxes implements Mailboxes {
    private final MongoCollection<Document> mailboxes;

    MongoMailboxes(MongoDatabase database) {
        mailboxes = database.getCollection("mailboxes").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Mailbox of(String staff) {
        return Optional.ofNullable(mailboxes.find(Filters.eq(staff)).first())
                .map(MongoMailboxes::read)
                .orElseGet(() -> Mailbox.empty(staff));
    }

    @Override
    public Optional<Mailbox> save(Mailbox changed) {
        var next = new Mailbox(changed.staff(), changed.mailed(), changed.busyUntil(), changed.version() + 1);
        return isSaved(changed.version(), write(next)) ? Optional.of(next) : Optional.empty();
    }

    private boolean isSaved(long version, Document next) {
        if (version == 0) {
            return isInserted(next);
        }
        var which = Filters.and(Filters.eq(next.getString("_id")), Filters.eq("version", version));
        return mailboxes.replaceOne(which, next).getMatchedCount() > 0;
    }

    private boolean isInserted(Document first) {
        try {
            mailboxes.insertOne(first);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private static Document write(Mailbox box) {
        var busyUntil = box.busyUntil();
        return new Document("_id", box.staff())
                .append(
                        "mailed",
                        box.mailed().stream()
                                .map(mail -> new Document("id", mail.id()).append("at", Date.from(mail.at())))
                                .toList())
                .append("busyUntil", busyUntil == null ? null : Date.from(busyUntil))
                .append("version", box.version());
    }

    private static Mailbox read(Document found) {
        var busyUntil = found.getDate("busyUntil");
        return new Mailbox(
                found.getString("_id"),
                found.getList("mailed", Document.class).stream()
                        .map(mail -> new Mailbox.Mailed(
                                mail.getString("id"), mail.getDate("at").toInstant()))
                        .toList(),
                busyUntil == null ? null : busyUntil.toInstant(),
                found.getLong("version"));
    }
}
