package cn.qianfa.monitoring.crash;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Watches what the store is told of alerts, and lets this process fall, without any goodbye, at the armed step. */
final class AlertFalls implements CommandListener {
    /** Where an alert can be when its service falls. */
    enum Fall {
        /** It is stored as due; nobody was called. */
        AFTER_RECORDED,
        /** The try is noted; the call was not begun. */
        BEFORE_CALL,
        /** The receiver has it; that is not noted. */
        BEFORE_MARK,
        /** The receiver has it, and that is noted. */
        AFTER_MARK
    }

    private final Map<Integer, Fall> running = new ConcurrentHashMap<>();
    private volatile @Nullable Fall armed;

    void arm(Fall fall) {
        armed = fall;
    }

    private void reached(Fall fall) {
        if (armed == fall) {
            Runtime.getRuntime().halt(137);
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        done(event.getCommandName(), event.getCommand()).ifPresent(done -> {
            running.put(event.getRequestId(), done);
            if (done == Fall.AFTER_MARK) {
                reached(Fall.BEFORE_MARK);
            }
        });
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Optional.ofNullable(running.remove(event.getRequestId())).ifPresent(this::reached);
    }

    /** What is behind us once the store has taken this command. */
    private static Optional<Fall> done(String name, BsonDocument command) {
        return switch (name) {
            case "insert" -> of(command, "insert", "documents").map(inserted -> Fall.AFTER_RECORDED);
            case "update" -> of(command, "update", "updates").flatMap(update -> replaced(update.getDocument("u")));
            default -> Optional.empty();
        };
    }

    private static Optional<Fall> replaced(BsonDocument alert) {
        return switch (alert.getString("state").getValue()) {
            case "RINGING" -> Optional.of(Fall.BEFORE_CALL);
            case "DELIVERED" -> Optional.of(Fall.AFTER_MARK);
            default -> Optional.empty();
        };
    }

    private static Optional<BsonDocument> of(BsonDocument command, String name, String content) {
        return command.getString(name, new BsonString("")).getValue().equals("alerts")
                ? command.getArray(content, new BsonArray()).stream()
                        .map(value -> value.asDocument())
                        .findFirst()
                : Optional.empty();
    }
}
