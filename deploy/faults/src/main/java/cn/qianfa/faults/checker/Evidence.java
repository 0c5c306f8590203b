package cn.qianfa.faults.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The directory a campaign leaves behind, read once. */
final class Evidence {
    private final Map<String, List<Line>> files = new HashMap<>();

    private Evidence() {}

    /** @throws tools.jackson.core.JacksonException for a line that is no JSON */
    static Evidence read(Path directory) {
        var evidence = new Evidence();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(it -> it.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                var name = directory.relativize(file).toString();
                evidence.files.put(name, lines(name, Files.readAllLines(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return evidence;
    }

    private static List<Line> lines(String name, List<String> texts) {
        List<Line> lines = new ArrayList<>();
        for (var text : texts) {
            lines.add(new Line(name, lines.size() + 1, JsonMapper.shared().readTree(text)));
        }
        return lines;
    }

    /** Nothing where there is no such file: a rule that checks nothing fails. */
    List<Line> of(String name) {
        return files.getOrDefault(name, List.of());
    }

    List<String> names(String prefix) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    Stream<Line> topic(String name) {
        return of("topics/" + name + ".jsonl").stream();
    }

    Stream<Line> events(String topic, String type) {
        return topic(topic).filter(line -> line.text("headers/ce_type").equals(type + ".v1"));
    }

    Stream<Line> store(String collection) {
        return of("store/" + collection + ".jsonl").stream();
    }

    /** What people asked for. @param type {@code ok}, {@code fail} or {@code info} */
    Stream<Line> clients(String f, String type) {
        return of("clients.jsonl").stream()
                .filter(line -> line.text("f").equals(f) && line.text("type").equals(type));
    }
}
