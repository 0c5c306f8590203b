package cn.qianfa.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A file of the evidence, a line for each record, written as it happens. */
final class Journal {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long BEGUN = System.nanoTime();

    private final Path file;

    Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds of this campaign, by a clock nobody sets. */
    static long now() {
        return (System.nanoTime() - BEGUN) / 1_000_000;
    }

    /** @param record {@code at} is put before it */
    void add(Map<String, ?> record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", now());
        line.putAll(record);
        addRaw(JSON.writeValueAsString(line));
    }

    synchronized void addRaw(String line) {
        try {
            Files.writeString(file, line + "\n", UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
