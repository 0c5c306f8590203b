package cn.qianfa.embedded.store.plan;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** One stretch after the other. */
final class ChainedWalk implements Walk {

    private final Iterator<Walk> waiting;
    private Walk current;

    ChainedWalk(Ordered ordered, List<KeyRange> ranges, boolean backwards) {
        var sorted = backwards ? ranges.reversed() : ranges;
        waiting = sorted.stream().map(range -> ordered.walk(range, backwards)).iterator();
        current = waiting.next();
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext()) {
            if (!waiting.hasNext()) {
                return false;
            }
            current = waiting.next();
        }
        return true;
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    @Override
    public void putAside() {
        current.putAside();
    }
}
