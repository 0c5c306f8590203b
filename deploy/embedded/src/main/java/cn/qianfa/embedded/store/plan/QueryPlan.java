package cn.qianfa.embedded.store.plan;

import java.util.List;

/**
 * Where to look, and in which direction.
 *
 * @param ordered what to walk along
 * @param ranges the stretches to walk, in ascending order
 * @param backwards whether to begin at the end
 * @param merged whether the stretches are walked together, in the order of what follows their common part
 * @param sorted whether the documents come in the order that was asked for
 */
public record QueryPlan(Ordered ordered, List<KeyRange> ranges, boolean backwards, boolean merged, boolean sorted) {

    public Walk walk() {
        if (ranges.isEmpty()) {
            return new NoWalk();
        }
        if (ranges.size() == 1) {
            return ordered.walk(ranges.getFirst(), backwards);
        }
        return merged ? new MergedWalk(ordered, ranges, backwards) : new ChainedWalk(ordered, ranges, backwards);
    }
}
