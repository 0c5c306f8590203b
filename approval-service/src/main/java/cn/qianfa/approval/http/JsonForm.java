package cn.qianfa.approval.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object read field by field, exactly: every field is named, and whatever else is in it, operators of a database
 * included, is refused. What is wrong is gathered, and {@link #end} throws it all at once; before that, a wrong field
 * reads as something of its type.
 */
public final class JsonForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String path;
    private final List<Breach> breaches;
    private final Set<String> named = new HashSet<>();

    private JsonForm(JsonNode object, String path, List<Breach> breaches) {
        this.object = object;
        this.path = path;
        this.breaches = breaches;
    }

    /** @throws BadRequest for what is not UTF-8, not JSON, or not an object; nothing at all is an empty object */
    static JsonForm of(byte[] body) {
        var object = body.length == 0 ? JSON.createObjectNode() : parsed(body);
        if (!object.isObject()) {
            throw new BadRequest(Problem.MALFORMED);
        }
        return new JsonForm(object, "", new ArrayList<>());
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException | JacksonException e) {
            throw new BadRequest(Problem.MALFORMED);
        }
    }

    /** A text that must be there: not blank, no longer than so many code points, publishable. */
    public String text(String field, int longest) {
        return text(field, text -> isText(text, longest), "expected.text", longest);
    }

    /** A text that must be there and pass; {@code expected} are the words that say what would. */
    public String text(String field, Predicate<String> passes, String expected, Object... details) {
        var node = node(field);
        if (node != null && node.isString() && passes.test(node.asString())) {
            return node.asString();
        }
        breach(field, node, expected, details);
        return "";
    }

    /** A text that passes, if it is there; {@code expected} are the words that say what would. */
    public @Nullable String textIfAny(String field, Predicate<String> passes, String expected, Object... details) {
        return node(field) == null ? null : text(field, passes, expected, details);
    }

    /** One of these, which must be there. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        var chosen = choiceIfAny(field, type);
        if (chosen != null) {
            return chosen;
        }
        if (node(field) == null) {
            breach(field, null, "expected.choice", names(type));
        }
        return type.getEnumConstants()[0];
    }

    /** One of these; null where the field is not there or null. */
    public <E extends Enum<E>> @Nullable E choiceIfAny(String field, Class<E> type) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        for (var choice : type.getEnumConstants()) {
            if (node.isString() && choice.name().equals(node.asString())) {
                return choice;
            }
        }
        breach(field, node, "expected.choice", names(type));
        return null;
    }

    /** Several of these, each once, at least one. */
    public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        var chosen = new HashSet<E>();
        for (var name : texts(field, type.getEnumConstants().length)) {
            Arrays.stream(type.getEnumConstants())
                    .filter(choice -> choice.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> breaches.add(Breach.of(path + field, name, "expected.choice", names(type))));
        }
        return chosen;
    }

    /** One to so many texts, each once. */
    public List<String> texts(String field, int most) {
        var node = node(field);
        var texts = new ArrayList<String>();
        if (node != null && node.isArray()) {
            node.forEach(one -> texts.add(one.isString() ? one.asString() : ""));
        }
        var fine = !texts.isEmpty() && texts.size() <= most && !texts.contains("") && unique(texts);
        if (!fine) {
            breach(field, node, "expected.texts", most);
            return List.of();
        }
        return texts;
    }

    private static boolean unique(List<String> texts) {
        return new HashSet<>(texts).size() == texts.size();
    }

    /** An instant in UTC; null where the field is not there or null. */
    public @Nullable Instant instantIfAny(String field) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        try {
            return Instant.parse(node.asString(""));
        } catch (DateTimeParseException e) {
            breach(field, node, "expected.instant");
            return null;
        }
    }

    /** Objects in a list, at most so many; none where the field is not there or null. */
    public List<JsonForm> forms(String field, int most) {
        var node = node(field);
        var forms = new ArrayList<JsonForm>();
        if (node == null) {
            return forms;
        }
        if (!node.isArray() || node.size() > most) {
            breach(field, node, "expected.forms", most);
            return forms;
        }
        for (var one : node) {
            if (one.isObject()) {
                forms.add(new JsonForm(one, "%s%s[%d].".formatted(path, field, forms.size()), breaches));
            } else {
                breach(field, one, "expected.forms", most);
            }
        }
        return forms;
    }

    /** @throws BadRequest if anything was wrong, or is there and was not named */
    public void end() {
        for (var name : object.propertyNames()) {
            if (!named.contains(name)) {
                breaches.add(Breach.of(path + name, null, "expected.no-such-field"));
            }
        }
        if (!breaches.isEmpty()) {
            throw new BadRequest(Problem.INVALID, breaches);
        }
    }

    private void breach(String field, @Nullable JsonNode value, String expected, Object... details) {
        breaches.add(Breach.of(path + field, value == null ? null : shown(value), expected, details));
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private @Nullable JsonNode node(String field) {
        named.add(field);
        var node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(JsonForm::isUnfit);
    }

    private static boolean isUnfit(int character) {
        return Character.getType(character) == Character.SURROGATE
                || Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
