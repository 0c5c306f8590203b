package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.TypeTag;
import cn.qianfa.embedded.store.key.Unorderable;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands field by field, as far as an order of keys can tell. It never demands more than the filter
 * does, so what meets the filter always meets the demands; what they let through is filtered again.
 */
final class Demands {

    private final Map<String, Demand> byField = new HashMap<>();

    private Demands() {}

    static Demands of(Document filter) {
        var demands = new Demands();
        demands.addFilter(filter);
        return demands;
    }

    Optional<Demand> on(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    /** Whether only one value is left for this field. */
    boolean fixed(String field) {
        return byField.get(field) instanceof Demand.Points(var values) && values.size() == 1;
    }

    private void addFilter(Document filter) {
        for (var part : filter.entrySet()) {
            switch (part.getKey()) {
                case "$and" -> documents(part.getValue()).forEach(this::addFilter);
                case "$or" -> addAlternatives(documents(part.getValue()));
                default -> addField(part.getKey(), part.getValue());
            }
        }
    }

    /** A field that every alternative demands something of lies within what covers them all. */
    private void addAlternatives(List<Document> alternatives) {
        var each = alternatives.stream().map(Demands::of).toList();
        if (each.isEmpty()) {
            return;
        }
        for (String field : each.getFirst().byField.keySet()) {
            var all = each.stream().map(demands -> demands.on(field)).toList();
            if (all.stream().allMatch(Optional::isPresent)) {
                all.stream().map(Optional::get).reduce(Demand::either).ifPresent(demand -> add(field, demand));
            }
        }
    }

    private void addField(String field, @Nullable Object wanted) {
        if (field.startsWith("$")) {
            return;
        }
        try {
            if (wanted instanceof Document operators && isOperators(operators)) {
                operators.forEach((operator, operand) -> addOperator(field, operator, operand));
            } else if (!BsonRegularExpression.isRegularExpression(wanted)) {
                add(field, points(List.of(Key.of(wanted))));
            }
        } catch (Unorderable _) {
            // An array or a script: the filter itself decides.
        }
    }

    private void addOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> {
                if (!(operand instanceof BsonRegularExpression)) {
                    add(field, points(List.of(Key.of(operand))));
                }
            }
            case "$in" -> addOneOf(field, (Collection<?>) operand);
            case "$gt", "$gte", "$lt", "$lte" -> addBound(field, operator, operand);
            case "$exists" -> {
                if (operand instanceof Boolean there && there) {
                    add(field, Demand.PRESENT);
                }
            }
            default -> {}
        }
    }

    private void addOneOf(String field, @Nullable Collection<?> values) {
        if (values == null || values.stream().anyMatch(BsonRegularExpression::isRegularExpression)) {
            return;
        }
        add(field, points(values.stream().map(Key::of).toList()));
    }

    /** Only values of the operand's own type are greater or smaller. */
    private void addBound(String field, String operator, @Nullable Object operand) {
        var type = TypeTag.of(operand);
        if (type == TypeTag.NULL || type == TypeTag.MIN || type == TypeTag.MAX) {
            return;
        }
        add(
                field,
                switch (operator) {
                    case "$gt" -> new Demand.Between(Cut.behind(operand), Cut.behindType(type), true);
                    case "$gte" -> new Demand.Between(Cut.before(operand), Cut.behindType(type), true);
                    case "$lt" -> new Demand.Between(Cut.beforeType(type), Cut.before(operand), true);
                    default -> new Demand.Between(Cut.beforeType(type), Cut.behind(operand), true);
                });
    }

    private void add(String field, Demand demand) {
        byField.merge(field, demand, Demand::both);
    }

    private static Demand points(Collection<Key> values) {
        return new Demand.Points(new TreeSet<>(values));
    }

    private static boolean isOperators(Document value) {
        return value.keySet().stream().anyMatch(name -> name.startsWith("$"));
    }

    private static List<Document> documents(@Nullable Object value) {
        if (!(value instanceof Collection<?> parts)) {
            return List.of();
        }
        return parts.stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }
}
