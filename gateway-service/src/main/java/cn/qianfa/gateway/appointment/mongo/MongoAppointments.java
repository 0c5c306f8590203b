package cn.qianfa.gateway.appointment.mongo;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.contracts.identity.Role;
import cn.qianfa.gateway.appointment.Appointment;
import cn.qianfa.gateway.appointment.Appointments;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

@Component
final class MongoAppointments implements Appointments {
    private static final String COLLECTION = "appointments";

    private final Mirror mirror;
    private final MongoCollection<Document> documents;

    MongoAppointments(MongoDatabase database, InstantSource clock, Supplier<UUID> ids) {
        mirror = new Mirror(database, COLLECTION, clock, ids);
        documents = database.getCollection(COLLECTION);
    }

    @Override
    public Optional<Appointment> find(String staff) {
        return mirror.find(staff).map(told -> read(staff, told));
    }

    @Override
    public List<Appointment> find(Collection<String> staff) {
        var found = new ArrayList<Appointment>();
        for (var document : documents.find(Filters.in("_id", staff))) {
            found.add(read(document.getString("_id"), Mirror.told(document)));
        }
        return found;
    }

    @Override
    public Reacted mirror(Appointment told, Position at) {
        return mirror.take(told.staff(), write(told), at);
    }

    private static Document write(Appointment told) {
        return switch (told) {
            case Appointment.Appointed(var _, var unit, var name, var roles) ->
                new Document("unit", unit)
                        .append("name", name)
                        .append("roles", roles.stream().map(Role::name).sorted().toList());
            case Appointment.Left _ -> new Document("left", true);
        };
    }

    private static Appointment read(String staff, Document told) {
        if (told.getBoolean("left", false)) {
            return new Appointment.Left(staff);
        }
        var roles =
                told.getList("roles", String.class).stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Appointment.Appointed(staff, told.getString("unit"), told.getString("name"), roles);
    }
}
