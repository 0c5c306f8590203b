package cn.qianfa.e2e.contract;

import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What is promised of one method of one path.
 *
 * @param path a template, such as {@code /api/v1/drafts/{draft}}
 * @param said of it in the document
 */
record Operation(String method, String path, JsonNode said) {
    String id() {
        return said.path("operationId").asString();
    }

    /** Its security requirements; those of the document where it has none of its own. */
    Optional<JsonNode> security() {
        return Optional.ofNullable(said.get("security"));
    }

    boolean matches(String asked) {
        var ours = path.split("/", -1);
        var theirs = asked.split("/", -1);
        return ours.length == theirs.length
                && IntStream.range(0, ours.length)
                        .allMatch(at -> isParameter(ours[at]) ? !theirs[at].isEmpty() : ours[at].equals(theirs[at]));
    }

    /** The fewer, the more exactly it says which path is meant. */
    long parameters() {
        return path.chars().filter(sign -> sign == '{').count();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
