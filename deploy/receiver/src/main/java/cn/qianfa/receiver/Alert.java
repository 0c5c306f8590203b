package cn.qianfa.receiver;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an alert says: where to look and how soon. The comment's words are not in it.
 *
 * @param staff whom to wake; empty where nobody is on call
 * @param reasons codes, as they are on the wire
 */
record Alert(
        String id,
        int round,
        Optional<String> staff,
        String unit,
        String account,
        String post,
        String comment,
        String urgency,
        List<String> reasons,
        Instant raisedAt) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty where the bytes say something else. Fields not heard of are passed over: more may come. */
    static Optional<Alert> read(byte[] body) {
        try {
            var all = JSON.readTree(body);
            return all.path("type").asString("").equals("alert.raised") ? Optional.of(of(all)) : Optional.empty();
        } catch (JacksonException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Alert of(JsonNode all) {
        var alert = all.required("data");
        return new Alert(
                text(alert, "alert"),
                alert.required("round").intValue(),
                alert.path("staff").stringValueOpt(),
                text(alert, "unit"),
                text(alert, "account"),
                text(alert, "post"),
                text(alert, "comment"),
                text(alert, "urgency"),
                alert.required("reasons").values().stream()
                        .map(reason -> text(reason, "reason"))
                        .toList(),
                Instant.parse(text(all, "timestamp")));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).stringValue();
    }
}
