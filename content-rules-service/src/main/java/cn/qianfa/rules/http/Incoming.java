package cn.qianfa.rules.http;

import java.util.function.Function;
import java.util.function.Supplier;

/** What was sent, read late: who may ask is decided before what was asked is looked at. */
public record Incoming(byte[] body) {
    /** The content, read once it is asked for. */
    public <T> Supplier<T> content(Function<JsonForm, T> reader) {
        return () -> reader.apply(JsonForm.of(body));
    }
}
