package cn.qianfa.launcher.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import cn.qianfa.launcher.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** {@code run/<part>.process}: which process is ours, so that no other is ever stopped. */
public final class ProcessRecords {
    private final Path run;

    public ProcessRecords(Path run) {
        this.run = run;
    }

    public Optional<ProcessRecord> find(Part part) {
        var properties = new Properties();
        try (var lines = Files.newBufferedReader(file(part))) {
            properties.load(lines);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new ProcessRecord(
                new Life(Long.parseLong(properties.getProperty("pid")), properties.getProperty("birth")),
                Instant.parse(properties.getProperty("started")),
                properties.getProperty("build"),
                Long.parseLong(properties.getProperty("log-from"))));
    }

    /** The record, if its process is still there. */
    public Optional<ProcessRecord> alive(Part part) {
        return find(part).filter(record -> record.life().isAlive());
    }

    public void write(Part part, ProcessRecord record) {
        var lines = """
                pid=%d
                birth=%s
                started=%s
                build=%s
                log-from=%d
                """.formatted(
                        record.life().pid(), record.life().birth(), record.started(), record.build(), record.logFrom());
        try {
            var half = Files.writeString(run.resolve(part.label() + ".process.new"), lines);
            Files.move(half, file(part), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(Part part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Part part) {
        return run.resolve(part.label() + ".process");
    }
}
