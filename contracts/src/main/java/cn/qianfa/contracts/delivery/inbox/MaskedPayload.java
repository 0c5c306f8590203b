package cn.qianfa.contracts.delivery.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An event's payload for an administrator, who repairs its form and may not read what people wrote: ids, numbers, times and
 * states are shown, words are not. Where a mask comes back in the place it was shown in, the words behind it are kept.
 */
final class MaskedPayload {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MASK = "▒";

    /** Fields of words, whatever stands in them: a telephone number alone has the form of an id. */
    private static final Set<String> WORDS =
            Set.of("text", "posts", "reason", "name", "notice", "evidence", "explanation", "remedy", "seen", "email");

    private static final Pattern NO_WORDS = Pattern.compile("[!-~]{0,300}");

    /** The beginning of a field of words, up to the quotation mark behind which they stand. */
    private static final Pattern BEFORE_WORDS =
            Pattern.compile(".*\"(?:%s)\"\\s*:[\\s\\[]*".formatted(String.join("|", WORDS)), Pattern.DOTALL);

    private static final int FIELD_AT_MOST = 60;
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+(?:\"|$)", Pattern.DOTALL);
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]");

    private MaskedPayload() {}

    /** Of bytes that are no JSON nobody knows which are words: whatever has the form of some is masked. */
    static String of(byte[] payload) {
        return read(payload)
                .map(tree -> JSON.writeValueAsString(masked(tree, "")))
                .orElseGet(() -> masked(new String(payload, UTF_8)));
    }

    /** The payload an administrator means who was shown this one masked. */
    static String filled(String edited, byte @Nullable [] shown) {
        var original = shown == null ? Optional.<JsonNode>empty() : read(shown);
        var meant = read(edited.getBytes(UTF_8));
        return original.isEmpty() || meant.isEmpty()
                ? edited // what cannot be read is told to be so by whoever reads it next
                : JSON.writeValueAsString(filled(meant.get(), original.get(), ""));
    }

    private static Optional<JsonNode> read(byte[] payload) {
        try {
            return Optional.of(JSON.readTree(payload)).filter(JsonNode::isContainer);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static JsonNode masked(JsonNode node, String field) {
        return switch (node) {
            case StringNode words -> StringNode.valueOf(masked(words, field));
            case ObjectNode object -> {
                var copy = JSON.createObjectNode();
                object.properties().forEach(one -> copy.set(one.getKey(), masked(one.getValue(), one.getKey())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                array.forEach(one -> copy.add(masked(one, field)));
                yield copy;
            }
            default -> node;
        };
    }

    private static String masked(StringNode node, String field) {
        var words = node.stringValue();
        return !WORDS.contains(field) && NO_WORDS.matcher(words).matches() ? words : MASK + words.length();
    }

    private static JsonNode filled(JsonNode edited, JsonNode original, String field) {
        return switch (edited) {
            case StringNode words when original instanceof StringNode before && hides(words, before, field) -> before;
            case ObjectNode object -> {
                var copy = JSON.createObjectNode();
                object.properties()
                        .forEach(one -> copy.set(
                                one.getKey(), filled(one.getValue(), original.path(one.getKey()), one.getKey())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                for (var index = 0; index < array.size(); index++) {
                    copy.add(filled(array.get(index), original.path(index), field));
                }
                yield copy;
            }
            default -> edited;
        };
    }

    private static boolean hides(StringNode mask, StringNode original, String field) {
        return mask.stringValue().equals(masked(original, field));
    }

    private static String masked(String unreadable) {
        var quoted = QUOTED.matcher(unreadable)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isShown(found.group(), before(found, unreadable)) ? found.group() : '"' + MASK + '"'));
        return BEYOND_ASCII.matcher(quoted).replaceAll(MASK);
    }

    private static boolean isShown(String quoted, String before) {
        return NO_WORDS.matcher(quoted).matches()
                && !BEFORE_WORDS.matcher(before).matches();
    }

    private static String before(MatchResult found, String whole) {
        return whole.substring(Math.max(0, found.start() - FIELD_AT_MOST), found.start());
    }
}
