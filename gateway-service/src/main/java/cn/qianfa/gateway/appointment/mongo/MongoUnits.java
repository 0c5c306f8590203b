package cn.qianfa.gateway.appointment.mongo;

import cn.qianfa.contracts.delivery.Position;
import cn.qianfa.contracts.delivery.Reacted;
import cn.qianfa.gateway.appointment.Units;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class MongoUnits implements Units {
    private final Mirror mirror;

    MongoUnits(MongoDatabase database, InstantSource clock, Supplier<UUID> ids) {
        mirror = new Mirror(database, "units", clock, ids);
    }

    @Override
    public Optional<String> above(String unit) {
        return mirror.find(unit).map(told -> told.getString("above"));
    }

    @Override
    public Reacted mirror(String unit, @Nullable String above, Position at) {
        return mirror.take(unit, above == null ? new Document() : new Document("above", above), at);
    }
}
