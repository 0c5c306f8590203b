package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.KeyBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one index could do for a query. */
record Candidate(QueryPlan plan, int worth) {

    /** Beyond this many points, the fields that follow no longer narrow the search. */
    private static final int MOST_RANGES = 1000;

    private static final int ONE_DOCUMENT = 1000;
    private static final int PINNED = 10;
    private static final int ONE_OF = 8;
    private static final int NARROWED = 5;
    private static final int IN_ORDER = 4;

    /** Whether each document that meets the demands has one of the fields, and so an entry in a sparse index. */
    static boolean holdsAllThatMatch(Ordered ordered, Demands demands) {
        return ordered.fields().stream()
                .filter(field -> !field.name().equals("_id"))
                .anyMatch(field ->
                        demands.on(field.name()).map(Demand::needsPresence).orElse(false));
    }

    static Candidate of(Ordered ordered, Demands demands, List<OrderedField> sort) {
        var fields = ordered.fields();
        var fronts = List.of(new byte[0]);
        int pinned = 0;
        int worth = 0;
        while (pinned < fields.size()
                && demands.on(fields.get(pinned).name()).orElse(null) instanceof Demand.Points points
                && fronts.size() * points.values().size() <= MOST_RANGES) {
            fronts = extended(fronts, points, fields.get(pinned).ascending());
            worth += points.values().size() == 1 ? PINNED : ONE_OF;
            pinned++;
        }
        var narrowed = pinned < fields.size() ? demands.on(fields.get(pinned).name()) : Optional.<Demand>empty();
        if (pinned == fields.size()) {
            worth += ONE_DOCUMENT;
        }
        if (narrowed.isPresent()) {
            worth += narrowed.get().equals(Demand.PRESENT) ? 1 : NARROWED;
        }
        var direction = Direction.of(ordered, pinned, demands, sort);
        var ranges = ranges(
                fronts, narrowed, pinned < fields.size() && fields.get(pinned).ascending());
        boolean sorted = direction.isPresent();
        var plan = new QueryPlan(
                ordered,
                ranges,
                direction.map(Direction::backwards).orElse(false),
                direction.map(Direction::merged).orElse(false),
                sorted);
        return new Candidate(plan, sorted && !sort.isEmpty() ? worth + IN_ORDER : worth);
    }

    private static List<byte[]> extended(List<byte[]> fronts, Demand.Points points, boolean ascending) {
        var longer = new ArrayList<byte[]>(fronts.size() * points.values().size());
        for (var front : fronts) {
            for (var point : points.values()) {
                longer.add(joined(front, ascending ? point.bytes() : KeyBytes.inverted(point.bytes())));
            }
        }
        return longer;
    }

    private static List<KeyRange> ranges(List<byte[]> fronts, Optional<Demand> narrowed, boolean ascending) {
        return fronts.stream()
                .map(front -> narrowed.map(demand -> narrowed(front, demand, ascending))
                        .orElseGet(() -> whole(front)))
                .sorted(Planner.BY_START)
                .toList();
    }

    private static KeyRange narrowed(byte[] front, Demand demand, boolean ascending) {
        var low = ascending ? demand.low() : demand.high().inverted();
        var high = ascending ? demand.high() : demand.low().inverted();
        return new KeyRange(new Key(joined(front, low.bytes())), new Key(joined(front, high.bytes())), front.length);
    }

    private static KeyRange whole(byte[] front) {
        return front.length == 0 ? KeyRange.ALL : new KeyRange(new Key(front), new Key(Cut.next(front)), front.length);
    }

    private static byte[] joined(byte[] front, byte[] rest) {
        var joined = new byte[front.length + rest.length];
        System.arraycopy(front, 0, joined, 0, front.length);
        System.arraycopy(rest, 0, joined, front.length, rest.length);
        return joined;
    }
}
