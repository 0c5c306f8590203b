package cn.qianfa.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one sample kept of every event version ever published. Samples are never edited. */
public record Sample(String topic, String key, Map<String, String> headers, JsonNode data) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Sample of(Class<? extends Event> event) {
        var file = Event.typeOf(event) + ".json";
        try (var in = requireNonNull(Event.class.getResourceAsStream(file), file + " (expected: a sample file)")) {
            var sample = JSON.readTree(in.readAllBytes());
            var headers = new TreeMap<String, String>();
            sample.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asString()));
            return new Sample(
                    sample.get("topic").asString(), sample.get("key").asString(), headers, sample.get("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        return data.toString().getBytes(UTF_8);
    }
}
