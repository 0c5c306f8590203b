package cn.qianfa.contracts.crash;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Watches the driver: what it is about to send to the store, and what the store has taken. */
final class CrashingCommands implements CommandListener {
    private static final String APPLIED = "applied.";

    private enum Step {
        SAVE,
        EFFECT,
        MARK
    }

    /** @param topic whose event has this effect; empty for what is no effect */
    private record Doing(Step step, String topic) {
        static Doing of(Step step) {
            return new Doing(step, "");
        }
    }

    private final Map<Integer, Doing> running = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        doing(event.getCommandName(), event.getCommand()).ifPresent(doing -> {
            running.put(event.getRequestId(), doing);
            switch (doing.step()) {
                case SAVE -> CrashPoint.BEFORE_SAVE.reached();
                case EFFECT -> CrashPoint.BEFORE_EFFECT.reached(doing.topic());
                case MARK -> CrashPoint.BEFORE_MARK.reached();
            }
        });
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Optional.ofNullable(running.remove(event.getRequestId())).ifPresent(doing -> {
            switch (doing.step()) {
                case SAVE -> CrashPoint.AFTER_SAVE.reached();
                case EFFECT -> CrashPoint.AFTER_EFFECT.reached(doing.topic());
                case MARK -> CrashPoint.AFTER_MARK.reached();
            }
        });
    }

    private static Optional<Doing> doing(String name, BsonDocument command) {
        return switch (name) {
            case "insert" -> first(command, "documents").flatMap(CrashingCommands::insertion);
            case "update" -> first(command, "updates").flatMap(update -> change(update.getDocument("u")));
            default -> Optional.empty();
        };
    }

    private static Optional<Doing> insertion(BsonDocument document) {
        if (!document.containsKey("outbox")) {
            var id = document.getString("_id", new BsonString("")).getValue();
            return id.contains("|")
                    ? Optional.of(new Doing(Step.EFFECT, id.substring(0, id.indexOf('|')))) // once
                    : Optional.empty();
        }
        return Optional.of(document.getDocument("applied", new BsonDocument()).keySet().stream()
                .findFirst()
                .map(source -> new Doing(Step.EFFECT, source))
                .orElse(Doing.of(Step.SAVE)));
    }

    private static Optional<Doing> change(BsonDocument change) {
        if (change.getDocument("$pull", new BsonDocument()).containsKey("outbox")) {
            return Optional.of(Doing.of(Step.MARK));
        }
        var applied = change.getDocument("$set", new BsonDocument()).keySet().stream()
                .filter(field -> field.startsWith(APPLIED))
                .findFirst();
        if (applied.isPresent()) {
            return Optional.of(new Doing(Step.EFFECT, applied.get().substring(APPLIED.length())));
        }
        return change.getDocument("$push", new BsonDocument()).containsKey("outbox")
                ? Optional.of(Doing.of(Step.SAVE))
                : Optional.empty();
    }

    private static Optional<BsonDocument> first(BsonDocument command, String field) {
        return command.getArray(field, new BsonArray()).stream()
                .map(value -> value.asDocument())
                .findFirst();
    }
}
