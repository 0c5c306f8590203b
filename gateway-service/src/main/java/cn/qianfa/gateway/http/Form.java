package cn.qianfa.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a plain form; read from the body alone, never from the address. */
public record Form(Map<String, String> fields) {
    public Form {
        fields = Map.copyOf(fields);
    }

    /** Without the fields that are not well written. */
    public static Form of(HttpServletRequest request) throws IOException {
        var fields = new HashMap<String, String>();
        for (var pair : new String(request.getInputStream().readAllBytes(), UTF_8).split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(equals + 1)).ifPresent(value -> fields.put(pair.substring(0, equals), value));
            }
        }
        return new Form(fields);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a broken escape
        }
    }

    /** Empty where there is none. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
