package cn.qianfa.monitoring.mongo;

import cn.qianfa.monitoring.registry.Sight;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One page of documents with a {@code unit}, newest first by {@code _id}.
 *
 * @param after the last id of the page before; null for the first page
 */
public record Page(Sight sight, @Nullable String after, int limit) {
    /** @param more filters besides */
    public FindIterable<Document> of(MongoCollection<Document> documents, List<Bson> more) {
        var filters = new ArrayList<>(more);
        switch (sight) {
            case Sight.Everything _ -> {}
            case Sight.Of(var units)
            when units.size() == 1 ->
                filters.add(Filters.eq("unit", units.iterator().next()));
            case Sight.Of(var units) -> filters.add(Filters.in("unit", units));
            case Sight.Nothing _ -> filters.add(Filters.in("unit", List.of()));
        }
        if (after != null) {
            filters.add(Filters.lt("_id", after));
        }
        return documents
                .find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
                .sort(Sorts.descending("_id"))
                .limit(limit);
    }
}
