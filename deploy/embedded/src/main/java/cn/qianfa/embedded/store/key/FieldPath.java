package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to a field, {@code draft.state}. */
public record FieldPath(String name, List<String> steps) {

    public static FieldPath of(String name) {
        return new FieldPath(name, List.of(name.split("\\.", -1)));
    }

    /**
     * The value found there, or {@link Missing}.
     *
     * @throws Unorderable if the way leads through an array
     */
    public @Nullable Object in(Document document) {
        Object value = document;
        for (String step : steps) {
            switch (value) {
                case Document inner -> value = inner.getOrMissing(step);
                case Collection<?> _ -> throw new Unorderable("an array");
                case null, default -> {
                    return Missing.getInstance();
                }
            }
        }
        return value;
    }
}
