package cn.qianfa.gateway.running;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    public static String text(String json, String field) {
        return read(json).path(field).asString();
    }
}
