package cn.qianfa.e2e.may;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table: one row for each operation and place, one cell for each who asks. Rows of one operation that say the same are
 * one row, which names its places; one that says the same everywhere is {@code anywhere}.
 */
final class Table {
    private static final String ANYWHERE = "anywhere";
    private static final List<Place> EVERYWHERE =
            Stream.of(Place.values()).filter(place -> place != Place.AUTHOR).toList();

    private final Map<Key, String> cells = new LinkedHashMap<>();

    /** Where a cell stands. */
    record Key(String operation, Place place, Column column) {
        @Override
        public String toString() {
            return "%s, %s, %s".formatted(operation, column.head(), place.told());
        }
    }

    void put(Key key, String cell) {
        cells.put(key, cell);
    }

    Map<Key, String> cells() {
        return cells;
    }

    List<String> operations() {
        return cells.keySet().stream().map(Key::operation).distinct().toList();
    }

    static Table read(Path file) {
        var table = new Table();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> line.startsWith("| `")).forEach(table::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void read(String line) {
        var parts = Stream.of(line.split("\\|")).map(String::strip).toList();
        if (parts.size() != Column.all().size() + 3) {
            throw new AssertionError(
                    "%s (expected: %d cells)".formatted(line, Column.all().size() + 2));
        }
        for (var place : places(parts.get(2))) {
            for (var column : Column.all()) {
                put(new Key(parts.get(1).replace("`", ""), place, column), parts.get(3 + column.ordinal()));
            }
        }
    }

    private static List<Place> places(String told) {
        return told.equals(ANYWHERE)
                ? EVERYWHERE
                : Stream.of(told.split(", "))
                        .map(one -> Place.of(one).orElseThrow(() -> new AssertionError(one + ": no such place")))
                        .toList();
    }

    /** One operation as it stands in the file. */
    String written(String operation) {
        Map<String, List<Place>> rows = new LinkedHashMap<>();
        for (var place : Place.values()) {
            if (cells.containsKey(new Key(operation, place, Column.NOBODY))) {
                rows.computeIfAbsent(row(operation, place), _ -> new ArrayList<>())
                        .add(place);
            }
        }
        return rows.entrySet().stream()
                .map(row -> "| `%s` | %s | %s |".formatted(operation, told(row.getValue()), row.getKey()))
                .collect(joining("\n"));
    }

    private String row(String operation, Place place) {
        return Column.all().stream()
                .map(column -> cells.getOrDefault(new Key(operation, place, column), "?"))
                .collect(joining(" | "));
    }

    private static String told(List<Place> places) {
        return places.equals(EVERYWHERE)
                ? ANYWHERE
                : places.stream().map(Place::told).collect(joining(", "));
    }

    String written() {
        return "| operation | who works in | %s |\n|%s\n%s\n"
                .formatted(
                        Column.all().stream().map(Column::head).collect(joining(" | ")),
                        "---|".repeat(Column.all().size() + 2),
                        operations().stream().map(this::written).collect(joining("\n")));
    }
}
