package cn.qianfa.e2e.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Holds answers of the running system to openapi.yaml, and keeps count of what was promised and never seen. */
public final class Promise {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One status that one operation may answer.
     *
     * @param operation its id, such as {@code listDrafts}
     */
    public record Answer(String operation, int status) {
        @Override
        public String toString() {
            return operation + ' ' + status;
        }
    }

    private final Document document;
    private final Schemas schemas;
    private final Set<Answer> seen = ConcurrentHashMap.newKeySet();

    Promise(Document document) {
        this.document = document;
        this.schemas = Schemas.closed(document);
    }

    /** The promise as the gateway serves it. */
    public static Promise served() {
        return new Promise(Document.served());
    }

    /**
     * Holds one answer to what is promised of it: the status, the content type, the headers that are always there, and
     * the body, which may have no field that is not promised.
     *
     * @param path as it was asked for; its query does not matter
     * @param contentType of the answer; null where it has none
     * @throws AssertionError that says which promise was broken, and where
     */
    public void mustAllow(
            String method,
            String path,
            int status,
            @Nullable String contentType,
            Map<String, List<String>> headers,
            byte[] body) {
        var operation = document.operation(method, path.split("[?#]", 2)[0])
                .orElseThrow(() -> new AssertionError("%s %s: not promised at all".formatted(method, path)));
        var where = "%s %s -> %d (%s)".formatted(method, path, status, operation.id());
        var response = document.resolved(operation.said().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            throw broken(where, "this status is not promised", statuses(operation));
        }
        headers(where, response, headers);
        body(where, response.path("content"), contentType, body);
        seen.add(new Answer(operation.id(), status));
    }

    private void headers(String where, JsonNode response, Map<String, List<String>> given) {
        for (var promised : response.path("headers").properties()) {
            var header = document.resolved(promised.getValue());
            var values = values(given, promised.getKey());
            if (values.isEmpty() && header.path("required").asBoolean(false)) {
                throw broken(where, "header " + promised.getKey() + " is missing", given.keySet());
            }
            for (var value : values) {
                var errors = schemas.errors(header.path("schema"), StringNode.valueOf(value));
                if (!errors.isEmpty()) {
                    throw broken(where, "header " + promised.getKey() + ": " + value, errors);
                }
            }
        }
    }

    private static List<String> values(Map<String, List<String>> given, String name) {
        return given.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private void body(String where, JsonNode content, @Nullable String contentType, byte[] body) {
        if (content.isEmpty()) {
            if (body.length > 0) {
                throw broken(where, "a body of %d bytes".formatted(body.length), "none");
            }
            return;
        }
        var kind =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var promised = content.path(kind);
        if (promised.isMissingNode()) {
            throw broken(where, "content type " + contentType, content.propertyNames());
        }
        if (kind.endsWith("/json") || kind.endsWith("+json")) {
            var errors = schemas.errors(promised.path("schema"), read(where, body));
            if (!errors.isEmpty()) {
                throw broken(where, new String(body, UTF_8), errors);
            }
        }
    }

    private static JsonNode read(String where, byte[] body) {
        try {
            return JSON.readTree(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException | JacksonException e) {
            throw broken(where, "a body that cannot be read: " + e, "JSON in UTF-8");
        }
    }

    private static Set<String> statuses(Operation operation) {
        return operation.said().path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static AssertionError broken(String where, String given, Object expected) {
        return new AssertionError("%s: %s (promised: %s)".formatted(where, given, expected));
    }

    /** What is promised and was not seen, by operation and status. */
    public List<Answer> unvisited() {
        return document.operations().stream()
                .flatMap(operation -> statuses(operation).stream()
                        .map(status -> new Answer(operation.id(), Integer.parseInt(status))))
                .filter(answer -> !seen.contains(answer))
                .sorted(Comparator.comparing(Answer::operation).thenComparing(Answer::status))
                .toList();
    }
}
