package cn.qianfa.gateway.session.mongo;

import cn.qianfa.gateway.session.Session;
import cn.qianfa.gateway.session.Sessions;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

@Component
final class MongoSessions implements Sessions {
    private final MongoCollection<Document> documents;

    MongoSessions(MongoDatabase database) {
        documents = database.getCollection("sessions").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        documents.createIndex(Indexes.ascending("staff"));
        documents.createIndex(Indexes.ascending("seenAt"));
        documents.createIndex(Indexes.ascending("startedAt"));
    }

    @Override
    public void add(Session session) {
        documents.insertOne(new Document("_id", session.id())
                .append("staff", session.staff())
                .append("startedAt", Date.from(session.startedAt()))
                .append("seenAt", Date.from(session.seenAt())));
    }

    @Override
    public Optional<Session> find(String id) {
        return Optional.ofNullable(documents.find(Filters.eq(id)).first()).map(MongoSessions::read);
    }

    @Override
    public List<Session> find(Collection<String> ids) {
        return documents.find(Filters.in("_id", ids)).map(MongoSessions::read).into(new ArrayList<>());
    }

    @Override
    public void seen(String id, Instant at) {
        documents.updateOne(Filters.eq(id), Updates.set("seenAt", Date.from(at)));
    }

    @Override
    public void end(String id) {
        documents.deleteOne(Filters.eq(id));
    }

    @Override
    public void endAllOf(String staff) {
        documents.deleteMany(Filters.eq("staff", staff));
    }

    @Override
    public void endAllOfBut(String staff, String id) {
        documents.deleteMany(Filters.and(Filters.eq("staff", staff), Filters.ne("_id", id)));
    }

    @Override
    public void sweep(Instant seenBefore, Instant startedBefore) {
        documents.deleteMany(Filters.lt("seenAt", Date.from(seenBefore)));
        documents.deleteMany(Filters.lt("startedAt", Date.from(startedBefore)));
    }

    private static Session read(Document found) {
        return new Session(
                found.getString("_id"),
                found.getString("staff"),
                found.getDate("startedAt").toInstant(),
                found.getDate("seenAt").toInstant());
    }
}
