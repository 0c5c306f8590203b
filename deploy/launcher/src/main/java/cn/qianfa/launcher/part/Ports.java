package cn.qianfa.launcher.part;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which part listens where on 127.0.0.1, kept in {@code run/ports.properties} while anything runs. */
public record Ports(Map<Door, Integer> byDoor) {
    private static final String FILE = "ports.properties";

    public Ports {
        byDoor = Map.copyOf(byDoor);
    }

    public int of(Part part) {
        return of(Door.of(part));
    }

    public int managementOf(Part part) {
        return of(Door.managementOf(part));
    }

    public int of(Door door) {
        return find(door).orElseThrow();
    }

    Optional<Integer> find(Door door) {
        return Optional.ofNullable(byDoor.get(door));
    }

    /** The address others reach the part at. */
    public String url(Part part) {
        return "http://127.0.0.1:" + of(part);
    }

    public void write(Path run) {
        Map<String, Integer> sorted = new TreeMap<>();
        byDoor.forEach((door, port) -> sorted.put(door.label(), port));
        var lines = sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            var half = Files.writeString(run.resolve(FILE + ".new"), lines);
            Files.move(half, run.resolve(FILE), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports as last written; empty if there are none. */
    public static Ports read(Path run) {
        var properties = new Properties();
        try (var lines = Files.newBufferedReader(run.resolve(FILE))) {
            properties.load(lines);
        } catch (NoSuchFileException _) {
            return new Ports(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Door, Integer> ports = new HashMap<>();
        for (var door : Door.of(EnumSet.allOf(Part.class))) {
            var port = properties.getProperty(door.label());
            if (port != null) {
                ports.put(door, Integer.valueOf(port));
            }
        }
        return new Ports(ports);
    }

    public static void remove(Path run) {
        try {
            Files.deleteIfExists(run.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
