package cn.qianfa.launcher.home;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The same random id beside the broker's log and the store's file. A store restored without its log, or a log without
 * its store, would leave holes that stop the events behind them; so such a pair is not started.
 */
public final class Installation {
    private static final String FILE = "installation.id";

    private Installation() {}

    /** @throws Refused if the two directories do not belong together */
    public static void check(Home home) {
        try {
            check(home.kafka(), home.store());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id, if there is an installation whose two directories belong together. */
    public static Optional<String> find(Home home) {
        try {
            var id = read(home.store());
            return id.equals(read(home.kafka())) && isUsed(home.store()) ? id : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path kafka, Path store) throws IOException {
        var log = read(kafka);
        var file = read(store);
        if (log.isPresent() && log.equals(file)) {
            return;
        }
        if (isUsed(kafka) || isUsed(store)) {
            throw new Refused("installation.mixed", kafka, log.orElse("-"), store, file.orElse("-"));
        }
        var id = UUID.randomUUID().toString();
        Files.writeString(kafka.resolve(FILE), id);
        Files.writeString(store.resolve(FILE), id);
    }

    private static Optional<String> read(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Whether there is anything but the marks of a start that came no further. */
    private static boolean isUsed(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !name.equals(FILE) && !name.endsWith(".lock"));
        }
    }
}
