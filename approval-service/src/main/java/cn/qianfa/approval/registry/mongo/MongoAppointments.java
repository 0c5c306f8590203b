package cn.qianfa.approval.registry.mongo;

import cn.qianfa.approval.registry.Appointment;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.contracts.delivery.outbox.Aggregates;
import cn.qianfa.contracts.delivery.wiring.AggregateFactory;
import cn.qianfa.contracts.event.Topic;
import cn.qianfa.contracts.identity.Role;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The appointments, in collection {@code staff}. */
@Component
final class MongoAppointments extends MongoRegister<Appointment> implements Appointments {
    private static final String NAME = "staff";

    @Autowired
    MongoAppointments(MongoDatabase database, AggregateFactory aggregates) {
        this(database.getCollection(NAME), aggregates.open(NAME, Topic.REGISTRY));
    }

    MongoAppointments(MongoCollection<Document> documents, Aggregates aggregates) {
        super("staff:", documents, aggregates);
    }

    @Override
    Document write(Appointment appointment) {
        var document = new Document("state", appointment.state().name());
        return switch (appointment) {
            case Appointment.Held held ->
                document.append("name", held.name())
                        .append(
                                "roles",
                                held.roles().stream().map(Role::name).sorted().toList())
                        .append("since", Date.from(held.since()))
                        .append("email", held.email())
                        .append("at", Date.from(held.at()));
            case Appointment.Ended ended -> document.append("at", Date.from(ended.at()));
        };
    }

    @Override
    Appointment read(String id, Document stored) {
        var unit = stored.getString("unit");
        var at = stored.getDate("at").toInstant();
        return switch (Appointment.State.valueOf(stored.getString("state"))) {
            case APPOINTED ->
                new Appointment.Held(
                        id,
                        unit,
                        stored.getString("name"),
                        stored.getList("roles", String.class).stream()
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        stored.getDate("since").toInstant(),
                        at,
                        stored.getString("email"));
            case LEFT -> new Appointment.Ended(id, unit, at);
        };
    }
}
