package cn.qianfa.contracts.crash;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** Watches the driver: what it is about to send to the store, and what the store has taken. */
final class CrashingCommands implements CommandListener {
    private enum Step {
        SAVE,
        EFFECT,
        MARK
    }

    private final Map<Integer, Step> running = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        step(event.getCommandName(), event.getCommand()).ifPresent(step -> {
            running.put(event.getRequestId(), step);
            switch (step) {
                case SAVE -> CrashPoint.BEFORE_SAVE.reached();
                case EFFECT -> CrashPoint.BEFORE_EFFECT.reached();
                case MARK -> CrashPoint.BEFORE_MARK.reached();
            }
        });
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Optional.ofNullable(running.remove(event.getRequestId())).ifPresent(step -> {
            switch (step) {
                case SAVE -> CrashPoint.AFTER_SAVE.reached();
                case EFFECT -> CrashPoint.AFTER_EFFECT.reached();
                case MARK -> CrashPoint.AFTER_MARK.reached();
            }
        });
    }

    private static Optional<Step> step(String name, BsonDocument command) {
        return switch (name) {
            case "insert" -> first(command, "documents").flatMap(CrashingCommands::insertion);
            case "update" -> first(command, "updates").flatMap(update -> change(update.getDocument("u")));
            default -> Optional.empty();
        };
    }

    private static Optional<Step> insertion(BsonDocument document) {
        if (!document.containsKey("outbox")) {
            return document.getString("_id", new org.bson.BsonString(""))
                            .getValue()
                            .contains("|")
                    ? Optional.of(Step.EFFECT) // once
                    : Optional.empty();
        }
        var fromAnEvent = !document.getDocument("applied", new BsonDocument()).isEmpty();
        return Optional.of(fromAnEvent ? Step.EFFECT : Step.SAVE);
    }

    private static Optional<Step> change(BsonDocument change) {
        if (change.getDocument("$pull", new BsonDocument()).containsKey("outbox")) {
            return Optional.of(Step.MARK);
        }
        var sets = change.getDocument("$set", new BsonDocument());
        if (sets.keySet().stream().anyMatch(field -> field.startsWith("applied."))) {
            return Optional.of(Step.EFFECT);
        }
        return change.getDocument("$push", new BsonDocument()).containsKey("outbox")
                ? Optional.of(Step.SAVE)
                : Optional.empty();
    }

    private static Optional<BsonDocument> first(BsonDocument command, String field) {
        return command.getArray(field, new BsonArray()).stream()
                .map(value -> value.asDocument())
                .findFirst();
    }
}
