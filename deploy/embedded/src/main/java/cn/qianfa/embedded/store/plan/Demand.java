package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.TypeTag;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a filter demands of one field: a value that is one of some points, or lies between two cuts. */
sealed interface Demand {

    Key NULL = Key.of(null);

    /** Anything that is there, null included: {@code $exists}. */
    Demand PRESENT = new Between(Cut.beforeType(TypeTag.MIN), Cut.behindType(TypeTag.MAX), true);

    /** Whether a document without the field can never meet this demand. */
    boolean needsPresence();

    Cut low();

    Cut high();

    record Points(SortedSet<Key> values) implements Demand {
        static Points none() {
            return new Points(Collections.emptySortedSet());
        }

        @Override
        public boolean needsPresence() {
            return !values.contains(NULL);
        }

        @Override
        public Cut low() {
            return Cut.before(values.first());
        }

        @Override
        public Cut high() {
            return Cut.behind(values.last());
        }

        Points within(Between span) {
            var kept = new TreeSet<>(values);
            kept.removeIf(point -> Cut.before(point).compareTo(span.low()) < 0
                    || Cut.behind(point).compareTo(span.high()) > 0);
            return new Points(kept);
        }
    }

    record Between(Cut low, Cut high, boolean needsPresence) implements Demand {}

    /** Both at once. */
    static Demand both(Demand one, Demand other) {
        return switch (one) {
            case Points(var some)
            when other instanceof Points(var others) -> {
                var common = new TreeSet<>(some);
                common.retainAll(others);
                yield new Points(common);
            }
            case Points points -> points.within((Between) other);
            case Between span when other instanceof Points points -> points.within(span);
            case Between span -> overlap(span, (Between) other);
        };
    }

    /** One or the other: their points together, or the span that covers both. */
    static Demand either(Demand one, Demand other) {
        if (one instanceof Points(var some) && other instanceof Points(var others)) {
            var all = new TreeSet<>(some);
            all.addAll(others);
            return new Points(all);
        }
        if (one instanceof Points(var some) && some.isEmpty()) {
            return other;
        }
        if (other instanceof Points(var others) && others.isEmpty()) {
            return one;
        }
        return new Between(
                Collections.min(List.of(one.low(), other.low())),
                Collections.max(List.of(one.high(), other.high())),
                one.needsPresence() && other.needsPresence());
    }

    private static Demand overlap(Between one, Between other) {
        var low = Collections.max(List.of(one.low(), other.low()));
        var high = Collections.min(List.of(one.high(), other.high()));
        if (low.compareTo(high) >= 0) {
            return Points.none();
        }
        return new Between(low, high, one.needsPresence() || other.needsPresence());
    }
}
