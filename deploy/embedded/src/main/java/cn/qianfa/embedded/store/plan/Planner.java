package cn.qianfa.embedded.store.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index for a filter and an order: the one that pins the most fields from its front, then the one that
 * narrows the next, then the one that already lies in the order that is asked for.
 */
public final class Planner {

    private Planner() {}

    /**
     * @param choices what could be walked along, in order of preference where they are equally good
     * @param sort the fields asked for, empty for any order
     * @return the best plan, or empty if nothing is better than looking at every document
     */
    public static Optional<QueryPlan> plan(Document filter, List<OrderedField> sort, List<? extends Ordered> choices) {
        var demands = Demands.of(filter);
        var candidates = new ArrayList<Candidate>();
        for (var ordered : choices) {
            if (!ordered.sparse() || Candidate.holdsAllThatMatch(ordered, demands)) {
                candidates.add(Candidate.of(ordered, demands, sort));
            }
        }
        return candidates.stream()
                .filter(candidate -> candidate.worth() > 0)
                .reduce((best, next) -> next.worth() > best.worth() ? next : best)
                .map(Candidate::plan);
    }

    /** The order that a sort document asks for, or empty if it is none that an index could have. */
    public static Optional<List<OrderedField>> sort(@Nullable Document sort) {
        if (sort == null) {
            return Optional.of(List.of());
        }
        var fields = new ArrayList<OrderedField>();
        for (var field : sort.entrySet()) {
            if (!(field.getValue() instanceof Number direction)
                    || field.getKey().startsWith("$")) {
                return Optional.empty();
            }
            fields.add(new OrderedField(field.getKey(), direction.intValue() > 0));
        }
        return Optional.of(fields);
    }

    static final Comparator<KeyRange> BY_START = Comparator.comparing(KeyRange::from);
}
