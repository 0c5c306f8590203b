package cn.qianfa.embedded.store.index;

import cn.qianfa.embedded.store.key.FieldPath;
import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.KeyBytes;
import cn.qianfa.embedded.store.key.Unorderable;
import cn.qianfa.embedded.store.plan.OrderedField;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an index makes of a document: the bytes of its fields one behind the other, inverted where they descend, and,
 * unless the fields are unique already, those of the id.
 *
 * @param order the fields asked for and, unless they are unique or name it, the id
 * @param paths the way to each of these fields
 * @param asked how many of them were asked for
 */
public record KeyShape(List<OrderedField> order, List<FieldPath> paths, int asked, boolean unique, boolean sparse) {

    public static KeyShape of(List<IndexKey> keys, boolean unique, boolean sparse) {
        var order = new ArrayList<OrderedField>();
        keys.forEach(key -> order.add(new OrderedField(key.getKey(), key.isAscending())));
        boolean told = unique || keys.stream().anyMatch(key -> key.getKey().equals("_id"));
        if (!told) {
            order.add(new OrderedField("_id", true));
        }
        var paths = order.stream().map(field -> FieldPath.of(field.name())).toList();
        return new KeyShape(List.copyOf(order), paths, keys.size(), unique, sparse);
    }

    List<IndexKey> keys() {
        return order.subList(0, asked).stream()
                .map(field -> new IndexKey(field.name(), field.ascending()))
                .toList();
    }

    /**
     * The document's key, or empty if a sparse index leaves it out because it has none of the fields.
     *
     * @throws Unorderable if one of the fields holds an array
     */
    public Optional<Key> keyOf(Document document) {
        var values = allValues(document);
        if (sparse && values.subList(0, asked).stream().allMatch(Missing.class::isInstance)) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < values.size(); i++) {
            var ascending = KeyBytes.of(values.get(i));
            bytes.writeBytes(order.get(i).ascending() ? ascending : KeyBytes.inverted(ascending));
        }
        return Optional.of(new Key(bytes.toByteArray()));
    }

    /** The values of the fields that were asked for. */
    List<@Nullable Object> values(Document document) {
        return allValues(document).subList(0, asked);
    }

    private List<@Nullable Object> allValues(Document document) {
        var values = new ArrayList<@Nullable Object>(order.size());
        for (var path : paths) {
            values.add(path.in(document));
        }
        return Collections.unmodifiableList(values);
    }
}
