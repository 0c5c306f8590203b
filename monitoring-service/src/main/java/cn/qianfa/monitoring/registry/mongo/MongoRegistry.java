package cn.qianfa.monitoring.registry.mongo;

import cn.qianfa.contracts.delivery.Applied;
import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.delivery.Revision;
import cn.qianfa.contracts.delivery.StaleWrite;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.monitoring.registry.Registry;
import cn.qianfa.monitoring.registry.StaffMember;
import cn.qianfa.monitoring.registry.Unit;
import cn.qianfa.monitoring.registry.UnitTree;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per unit and per member of staff, with the number of the event it came with. */
@Component
final class MongoRegistry implements Registry {
    private final MongoCollection<Document> units;
    private final MongoCollection<Document> staff;

    MongoRegistry(MongoDatabase database) {
        units = database.getCollection("units").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        staff = database.getCollection("staff").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        staff.createIndex(Indexes.ascending("unit"));
    }

    @Override
    public Reacted mirror(Unit unit, Position at) {
        return replace(
                units,
                new Document("_id", unit.id()).append("name", unit.name()).append("parent", unit.parent()),
                at);
    }

    @Override
    public Reacted mirror(StaffMember member, Position at) {
        var roles = member.roles().stream().map(Role::name).sorted().toList();
        return replace(
                staff,
                new Document("_id", member.id())
                        .append("unit", member.unit())
                        .append("roles", roles)
                        .append("email", member.email()),
                at);
    }

    private static Reacted replace(MongoCollection<Document> mirror, Document state, Position at) {
        var id = state.getString("_id");
        var found = mirror.find(Filters.eq(id)).first();
        state.append("seq", at.seq()).append("event", at.id());
        if (found == null) {
            insert(mirror, state);
            return Reacted.APPLIED;
        }
        var last = new Applied(found.getLong("seq"), found.getString("event"));
        var reacted = new Revision(0, 0, 0, Map.of(at.source(), last), List.of()).mirror(at);
        if (reacted == Reacted.APPLIED) {
            var replaced = mirror.replaceOne(Filters.and(Filters.eq(id), Filters.eq("seq", last.seq())), state);
            if (replaced.getMatchedCount() == 0) {
                throw new StaleWrite(mirror.getNamespace().getCollectionName(), id, last.seq());
            }
        }
        return reacted;
    }

    private static void insert(MongoCollection<Document> mirror, Document state) {
        try {
            mirror.insertOne(state);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new StaleWrite(mirror.getNamespace().getCollectionName(), state.getString("_id"), 0);
        }
    }

    @Override
    public UnitTree units() {
        return new UnitTree(units.find()
                .map(found -> new Unit(found.getString("_id"), found.getString("name"), found.getString("parent")))
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<StaffMember> member(String id) {
        return Optional.ofNullable(staff.find(Filters.eq(id)).first()).map(MongoRegistry::member);
    }

    @Override
    public List<StaffMember> dutyOfficers(String unit) {
        return staff
                .find(Filters.eq("unit", unit))
                .sort(Sorts.ascending("_id"))
                .map(MongoRegistry::member)
                .into(new ArrayList<>())
                .stream()
                .filter(StaffMember::isOnDuty)
                .toList();
    }

    private static StaffMember member(Document found) {
        return new StaffMember(
                found.getString("_id"),
                found.getString("unit"),
                found.getList("roles", String.class).stream().map(Role::valueOf).collect(Collectors.toSet()),
                found.getString("email"));
    }
}
