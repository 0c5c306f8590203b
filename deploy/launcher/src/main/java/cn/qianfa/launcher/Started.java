package cn.qianfa.launcher;

import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.process.Life;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.process.Stop;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one call of {@code up} has started, to be stopped again if it fails or is interrupted. */
final class Started {
    /** Whoever would start something after everything was undone is stopped here. */
    static final class Undone extends RuntimeException {
        Undone() {
            super("interrupted");
        }
    }

    /** How a part comes to life. */
    interface Birth {
        Life begin();
    }

    private final ProcessRecords records;
    private final Duration bound;
    private final Map<Part, Life> lives = new EnumMap<>(Part.class);
    private boolean undone;

    Started(ProcessRecords records, Duration bound) {
        this.records = records;
        this.bound = bound;
    }

    synchronized void add(Part part, Birth birth) {
        if (undone) {
            throw new Undone();
        }
        lives.put(part, birth.begin());
    }

    /** All is well: nothing of it is to be stopped any more. */
    synchronized void keep() {
        lives.clear();
    }

    /** Waits for an interruption that is just being carried out. */
    synchronized boolean isUndone() {
        return undone;
    }

    synchronized boolean isEmpty() {
        return lives.isEmpty();
    }

    /** Forgets a failed attempt, so that the next may start. */
    synchronized void undoForAnotherTry() throws InterruptedException {
        if (undone) {
            throw new Undone();
        }
        undoAll();
    }

    /** Stops everything and lets nothing more start. */
    synchronized void undo() throws InterruptedException {
        undone = true;
        undoAll();
    }

    private void undoAll() throws InterruptedException {
        var order = lives.keySet().stream()
                .filter(part -> !part.isService())
                .sorted(Comparator.reverseOrder())
                .toList();
        stop(lives.keySet().stream().filter(Part::isService).toList());
        for (var part : order) {
            stop(List.of(part));
        }
    }

    private void stop(List<Part> parts) throws InterruptedException {
        var all = parts.stream().map(lives::get).filter(Objects::nonNull).toList();
        Stop.all(all, bound);
        parts.forEach(records::remove);
        parts.forEach(lives::remove);
    }
}
