package cn.qianfa.contracts.delivery.inbox;

import cn.qianfa.contracts.delivery.Cause;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Interventions in the service's own database. */
final class MongoInterventions implements Interventions {
    private final MongoCollection<Document> interventions;

    /** Declares the indexes this class asks by. */
    MongoInterventions(MongoCollection<Document> interventions) {
        this.interventions = interventions.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        interventions.createIndex(Indexes.ascending("command"));
        interventions.createIndex(Indexes.ascending("parked"));
        interventions.createIndex(Indexes.ascending("at"));
        interventions.createIndex(Indexes.ascending("consumer", "partition", "offset"));
    }

    @Override
    public void keep(Intervention intervention) {
        try {
            interventions.insertOne(InterventionDocuments.write(intervention));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public void answered(String id, Answer answer) {
        interventions.updateOne(
                Filters.and(Filters.eq(id), Filters.exists("answer", false)),
                Updates.set("answer", InterventionDocuments.write(answer)));
    }

    @Override
    public Optional<Intervention> of(Cause.Command command) {
        return Optional.ofNullable(
                        interventions.find(Filters.eq("command", command.key())).first())
                .map(InterventionDocuments::read);
    }

    @Override
    public boolean touched(String parked) {
        return interventions.find(Filters.eq("parked", parked)).first() != null;
    }

    @Override
    public List<Intervention> newest(@Nullable String after, int limit) {
        return interventions
                .find(after == null ? Filters.empty() : Filters.lt("_id", after))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(InterventionDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<About> decided(String consumer, int partition, long from) {
        return interventions
                .find(Filters.and(
                        Filters.eq("consumer", consumer),
                        Filters.eq("partition", partition),
                        Filters.gte("offset", from)))
                .into(new ArrayList<>())
                .stream()
                .filter(found -> found.getBoolean("decides"))
                .map(InterventionDocuments::about)
                .toList();
    }

    @Override
    public long forgetOriginals(Instant before) {
        return interventions
                .updateMany(
                        Filters.and(Filters.lt("at", Date.from(before)), Filters.exists("original")),
                        Updates.unset("original"))
                .getModifiedCount();
    }
}
