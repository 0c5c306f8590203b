package cn.qianfa.embedded.store.plan;

import java.util.List;
import java.util.Optional;

/**
 * How an index yields an order.
 *
 * @param backwards from its end
 * @param merged with its stretches side by side instead of one after the other
 */
record Direction(boolean backwards, boolean merged) {

    /**
     * @param pinned how many fields at the front are pinned to points
     * @return empty if the index does not lie in this order
     */
    static Optional<Direction> of(Ordered ordered, int pinned, Demands demands, List<OrderedField> sort) {
        // A field that can have one value only orders nothing.
        var free = sort.stream().filter(field -> !demands.fixed(field.name())).toList();
        if (free.isEmpty()) {
            return Optional.of(new Direction(false, false));
        }
        var fields = ordered.fields();
        var chained = along(fields, true, demands, free).map(backwards -> new Direction(backwards, false));
        return chained.isPresent()
                ? chained
                : along(fields.subList(pinned, fields.size()), false, demands, free)
                        .map(backwards -> new Direction(backwards, true));
    }

    /**
     * Whether the fields lie in the order asked for, and if so, whether backwards.
     *
     * @param total whether these fields tell any two documents apart: what is asked for beyond them orders nothing
     */
    private static Optional<Boolean> along(
            List<OrderedField> fields, boolean total, Demands demands, List<OrderedField> sort) {
        boolean backwards = false;
        int matched = 0;
        for (var field : fields) {
            if (matched == sort.size()) {
                break;
            }
            if (demands.fixed(field.name())) {
                continue;
            }
            var wanted = sort.get(matched);
            boolean opposite = wanted.ascending() != field.ascending();
            if (!wanted.name().equals(field.name()) || matched > 0 && opposite != backwards) {
                return Optional.empty();
            }
            backwards = opposite;
            matched++;
        }
        return matched == sort.size() || total ? Optional.of(backwards) : Optional.empty();
    }
}
