package cn.qianfa.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The samples kept of every event version ever published. Samples are never edited: what gained a field has one more, such
 * as {@code StaffAppointed.v1.2.json}.
 */
public record Sample(String topic, String key, Map<String, String> headers, JsonNode data) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The first, of when the version was young. */
    public static Sample of(Class<? extends Event> event) {
        var file = Event.typeOf(event) + ".json";
        return read(requireNonNull(Event.class.getResource(file), file + " (expected: a sample file)"));
    }

    /** From the first to the newest. */
    public static List<Sample> all(Class<? extends Event> event) {
        var samples = new ArrayList<>(List.of(of(event)));
        for (var next = next(event, samples); next != null; next = next(event, samples)) {
            samples.add(read(next));
        }
        return samples;
    }

    private static @Nullable URL next(Class<? extends Event> event, List<Sample> before) {
        return Event.class.getResource("%s.%d.json".formatted(Event.typeOf(event), before.size() + 1));
    }

    private static Sample read(URL file) {
        try (var in = file.openStream()) {
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
