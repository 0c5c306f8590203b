package cn.qianfa.faults.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A copy of a campaign's evidence, in which something can be spoilt. */
final class Spoilt {
    private final Map<String, List<ObjectNode>> files = new LinkedHashMap<>();

    private Spoilt() {}

    static Spoilt copyOf(Path evidence) throws IOException {
        var copy = new Spoilt();
        try (var found = Files.walk(evidence)) {
            for (var file : found.filter(it -> it.toString().endsWith(".jsonl")).toList()) {
                List<ObjectNode> lines = new ArrayList<>();
                for (var line : Files.readAllLines(file)) {
                    lines.add((ObjectNode) JsonMapper.shared().readTree(line));
                }
                copy.files.put(evidence.relativize(file).toString(), lines);
            }
        }
        return copy;
    }

    void write(Path directory) throws IOException {
        for (var file : files.entrySet()) {
            var to = directory.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue().stream().map(ObjectNode::toString).toList());
        }
    }

    List<ObjectNode> topic(String name) {
        return lines("topics/" + name + ".jsonl");
    }

    List<ObjectNode> store(String collection) {
        return lines("store/" + collection + ".jsonl");
    }

    List<ObjectNode> lines(String file) {
        return files.computeIfAbsent(file, _ -> new ArrayList<>());
    }

    static ObjectNode first(List<ObjectNode> lines, Predicate<ObjectNode> wanted) {
        return lines.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing like it in this campaign's evidence"));
    }

    /** The first event of this type. */
    ObjectNode event(String topic, String type) {
        return first(topic(topic), line -> isOf(line, type));
    }

    static boolean isOf(ObjectNode line, String type) {
        return line.path("headers").path("ce_type").asString().equals(type + ".v1");
    }

    /** The document of this id. */
    ObjectNode document(String collection, String id) {
        return first(store(collection), line -> text(line, "_id").equals(id));
    }

    /** @param path with slashes */
    static String text(ObjectNode line, String path) {
        return line.at("/" + path).asString("");
    }

    static ObjectNode object(ObjectNode line, String name) {
        return (ObjectNode) line.path(name);
    }
}
