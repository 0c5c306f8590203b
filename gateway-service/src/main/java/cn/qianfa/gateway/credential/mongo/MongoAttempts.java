package cn.qianfa.gateway.credential.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qianfa.gateway.credential.Attempt;
import cn.qianfa.gateway.credential.Attempts;
import cn.qianfa.gateway.credential.Lock;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code _id} is the name's hash: people type passwords where the name belongs. */
@Component
final class MongoAttempts implements Attempts {
    private static final int RACES = 20;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final MongoCollection<Document> documents;
    private final Lock lock;

    MongoAttempts(MongoDatabase database, Lock lock) {
        this.lock = lock;
        documents = database.getCollection("attempts");
        documents.createIndex(Indexes.ascending("at"));
    }

    @Override
    public Optional<Duration> begin(String name, Instant now) {
        var id = id(name);
        for (var race = 0; race < RACES; race++) {
            var found = documents.find(Filters.eq(id)).first();
            var before = found == null ? null : read(found);
            var wait = Optional.ofNullable(before).flatMap(attempt -> attempt.wait(lock.time(), now));
            if (wait.isPresent()) {
                return wait;
            }
            var next = before == null ? Attempt.first(now) : before.next(lock.time(), now);
            if (store(id, before, next)) {
                return Optional.empty();
            }
        }
        return Optional.of(BUSY);
    }

    private boolean store(String id, @Nullable Attempt before, Attempt next) {
        if (before == null) {
            return insert(id, next);
        }
        var guard = Filters.and(
                Filters.eq(id), Filters.eq("count", before.count()), Filters.eq("at", Date.from(before.at())));
        var change = Updates.combine(Updates.set("count", next.count()), Updates.set("at", Date.from(next.at())));
        return documents.updateOne(guard, change).getMatchedCount() == 1;
    }

    private boolean insert(String id, Attempt first) {
        try {
            documents.insertOne(
                    new Document("_id", id).append("count", first.count()).append("at", Date.from(first.at())));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void forget(String name) {
        documents.deleteOne(Filters.eq(id(name)));
    }

    @Override
    public void sweep(Instant before) {
        documents.deleteMany(Filters.lt("at", Date.from(before)));
    }

    private static Attempt read(Document found) {
        return new Attempt(found.getInteger("count"), found.getDate("at").toInstant());
    }

    private static String id(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
