package cn.qianfa.e2e.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The promise to web front ends, as the gateway serves it. */
record Document(JsonNode root) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options", "head");

    static Document served() {
        return read(Built.classes("gateway").resolve("openapi.yaml"));
    }

    private static Document read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document of(String yaml) {
        return new Document(new YAMLMapper().readTree(yaml));
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))
                        .forEach(operations::add));
        return operations;
    }

    /** The operation a request is for. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .min(Comparator.comparingLong(Operation::parameters));
    }

    /** What is meant: the node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(target(node.path("$ref").asString())) : node;
    }

    /** Missing where the reference leads nowhere. */
    JsonNode target(String reference) {
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : root.path(reference);
    }

    /** Shows every node below one, and that one. */
    static void walk(JsonNode node, Consumer<JsonNode> each) {
        each.accept(node);
        for (var child : node) {
            walk(child, each);
        }
    }
}
