package cn.qianfa.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Empty where the bytes say something else. Fields not heard of are passed over: more may come. */
    static Optional<Alert> read(byte[] body) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return Optional.ofNullable(Json.read(text))
                    .map(Fields::of)
                    .filter(all -> all.text("type").equals("alert.raised"))
                    .map(Alert::of);
        } catch (CharacterCodingException
                | Json.Malformed
                | ClassCastException
                | NoSuchElementException
                | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Alert of(Fields all) {
        var alert = Fields.of(all.value("data"));
        var reasons = (List<?>) alert.value("reasons");
        return new Alert(
                alert.text("alert"),
                ((Double) alert.value("round")).intValue(),
                alert.optional("staff"),
                alert.text("unit"),
                alert.text("account"),
                alert.text("post"),
                alert.text("comment"),
                alert.text("urgency"),
                reasons.stream().map(Fields::of).map(one -> one.text("reason")).toList(),
                Instant.parse(all.text("timestamp")));
    }

    private record Fields(Map<?, ?> fields) {
        static Fields of(@Nullable Object value) {
            return new Fields((Map<?, ?>) Optional.ofNullable(value).orElseThrow());
        }

        Object value(String name) {
            return Optional.<Object>ofNullable(fields.get(name)).orElseThrow();
        }

        String text(String name) {
            return (String) value(name);
        }

        Optional<String> optional(String name) {
            return Optional.ofNullable((String) fields.get(name));
        }
    }
}
