package cn.qianfa.contracts.delivery;

import cn.qianfa.contracts.event.Event;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON: unknown fields are passed over, as fields are only ever added; a missing one is an error. */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static byte[] write(Event event) {
        return JSON.writeValueAsBytes(event);
    }

    /** @throws tools.jackson.core.JacksonException where the bytes are not such an event */
    public static <E extends Event> E read(byte[] data, Class<E> type) {
        return JSON.readValue(data, type);
    }
}
