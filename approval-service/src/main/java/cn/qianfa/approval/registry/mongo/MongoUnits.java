package cn.qianfa.approval.registry.mongo;

import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.approval.registry.Unit;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Topic;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The units, in collection {@code units}. */
@Component
final class MongoUnits extends MongoRegister<Unit> implements Units {
    private static final String NAME = "units";

    @Autowired
    MongoUnits(MongoDatabase database, AggregateFactory aggregates) {
        this(database.getCollection(NAME), aggregates.open(NAME, Topic.REGISTRY));
    }

    MongoUnits(MongoCollection<Document> documents, Aggregates aggregates) {
        super("unit:", documents, aggregates);
    }

    @Override
    public List<Unit> all() {
        return everything();
    }

    @Override
    Document write(Unit unit) {
        return new Document("name", unit.name()).append("parent", unit.parent()).append("at", Date.from(unit.at()));
    }

    @Override
    Unit read(String id, Document stored) {
        return new Unit(
                id,
                stored.getString("name"),
                stored.getString("parent"),
                stored.getDate("at").toInstant());
    }
}
