package cn.qianfa.embedded.store.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Several stretches at once, in the order of what follows the part that each has in common. */
final class MergedWalk implements Walk {

    private record Stretch(Walk walk, int shared, Found head) {}

    private final List<Walk> walks;
    private final PriorityQueue<Stretch> heads;

    MergedWalk(Ordered ordered, List<KeyRange> ranges, boolean backwards) {
        Comparator<Stretch> order = MergedWalk::compare;
        heads = new PriorityQueue<>(ranges.size(), backwards ? order.reversed() : order);
        walks = ranges.stream().map(range -> ordered.walk(range, backwards)).toList();
        for (int i = 0; i < walks.size(); i++) {
            advance(walks.get(i), ranges.get(i).shared());
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Found next() {
        var first = heads.remove();
        advance(first.walk(), first.shared());
        return first.head();
    }

    @Override
    public void putAside() {
        walks.forEach(Walk::putAside);
    }

    private void advance(Walk walk, int shared) {
        if (walk.hasNext()) {
            heads.add(new Stretch(walk, shared, walk.next()));
        }
    }

    private static int compare(Stretch one, Stretch other) {
        var some = one.head().key().bytes();
        var others = other.head().key().bytes();
        return Arrays.compareUnsigned(some, one.shared(), some.length, others, other.shared(), others.length);
    }
}
