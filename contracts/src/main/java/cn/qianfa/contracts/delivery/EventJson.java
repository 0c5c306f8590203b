package cn.qianfa.contracts.delivery;

import cn.qianfa.contracts.event.Event;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON. Unknown fields are passed over, as fields are only ever added; what is null is left out, so that an event
 * without a younger field has the bytes it always had.
 */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    public static byte[] write(Event event) {
        return JSON.writeValueAsBytes(event);
    }

    /** @throws tools.jackson.core.JacksonException where the bytes are not such an event */
    public static <E extends Event> E read(byte[] data, Class<E> type) {
        E event = JSON.readValue(data, type);
        if (event == null || event.subject() == null) { // what has no subject is in nobody's order
            throw DatabindException.from((JsonParser) null, "a %s without its subject".formatted(type.getSimpleName()));
        }
        return event;
    }
}
