package cn.qianfa.gateway.credential.mongo;

import cn.qianfa.gateway.credential.Credential;
import cn.qianfa.gateway.credential.Credentials;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** One document for each member of staff: {@code _id, password, changedAt, code, expires, command, usedCode, usedKey}. */
@Component
final class MongoCredentials implements Credentials {
    private final MongoCollection<Document> documents;

    MongoCredentials(MongoDatabase database) {
        documents = database.getCollection("credentials").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        var sparse = new IndexOptions().unique(true).sparse(true);
        documents.createIndex(Indexes.ascending("code"), sparse);
        documents.createIndex(Indexes.ascending("usedCode"), sparse);
    }

    @Override
    public Optional<Credential> find(String staff) {
        return first(Filters.eq(staff));
    }

    @Override
    public Optional<Credential> withCode(String codeHash) {
        return first(Filters.eq("code", codeHash));
    }

    @Override
    public Optional<Credential> whoUsed(String codeHash) {
        return first(Filters.eq("usedCode", codeHash));
    }

    private Optional<Credential> first(Bson filter) {
        return Optional.ofNullable(documents.find(filter).first()).map(MongoCredentials::read);
    }

    @Override
    public boolean createIfNone(String staff, String password, Instant at) {
        try {
            documents.insertOne(
                    new Document("_id", staff).append("password", password).append("changedAt", Date.from(at)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public boolean change(String staff, String oldPassword, String newPassword, Instant at) {
        var guard = Filters.and(Filters.eq(staff), Filters.eq("password", oldPassword));
        return documents.updateOne(guard, password(newPassword, at)).getMatchedCount() == 1;
    }

    @Override
    public void issue(String staff, Credential.Issued code) {
        var change = Updates.combine(
                Updates.set("code", code.codeHash()),
                Updates.set("expires", Date.from(code.expires())),
                Updates.set("command", code.command()));
        documents.updateOne(Filters.eq(staff), change, new UpdateOptions().upsert(true));
    }

    @Override
    public boolean activate(String staff, Credential.Used by, String password, Instant at) {
        var guard = Filters.and(Filters.eq(staff), Filters.eq("code", by.codeHash()));
        var change = Updates.combine(
                password(password, at),
                Updates.set("usedCode", by.codeHash()),
                Updates.set("usedKey", by.key()),
                Updates.unset("code"));
        return documents.updateOne(guard, change).getMatchedCount() == 1;
    }

    private static Bson password(String hash, Instant at) {
        return Updates.combine(Updates.set("password", hash), Updates.set("changedAt", Date.from(at)));
    }

    @Override
    public void remove(String staff) {
        documents.deleteOne(Filters.eq(staff));
    }

    private static Credential read(Document found) {
        return new Credential(
                found.getString("_id"),
                Optional.ofNullable(found.getString("password")),
                Optional.ofNullable(found.getString("command"))
                        .map(command -> new Credential.Issued(
                                Optional.ofNullable(found.getString("code")).orElse(""),
                                found.getDate("expires").toInstant(),
                                command)),
                Optional.ofNullable(found.getString("usedCode"))
                        .map(code -> new Credential.Used(code, found.getString("usedKey"))));
    }
}
