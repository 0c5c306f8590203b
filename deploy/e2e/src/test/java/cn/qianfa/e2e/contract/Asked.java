package cn.qianfa.e2e.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One operation of the interface, and which service answers it.
 *
 * @param id such as {@code readDraft}
 * @param path a template, such as {@code /api/v1/drafts/{draft}}
 */
public record Asked(String id, String method, String path, String service) {
    /** Every operation of openapi.yaml, in its order. */
    public static List<Asked> all() {
        var table = PassingOn.built();
        var own = Controllers.routes("gateway");
        return Document.served().operations().stream()
                .map(operation ->
                        new Asked(operation.id(), operation.method(), operation.path(), service(operation, table, own)))
                .toList();
    }

    private static String service(Operation operation, PassingOn table, Set<String> own) {
        return own.contains(Controllers.nameless(operation.toString()))
                ? "gateway"
                : table.row(operation.method(), operation.path())
                        .map(PassingOn.Row::service)
                        .orElseThrow();
    }

    /** Its address; each parameter is put in the place of its name. */
    public String at(Map<String, String> parameters) {
        return Arrays.stream(path.split("/", -1))
                .map(segment ->
                        segment.startsWith("{") ? parameters.get(segment.substring(1, segment.length() - 1)) : segment)
                .collect(Collectors.joining("/"));
    }

    /** As the table has it. */
    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
