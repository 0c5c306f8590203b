package cn.qianfa.embedded.store.plan;

import java.util.NoSuchElementException;

/** No document can match. */
final class NoWalk implements Walk {

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public Found next() {
        throw new NoSuchElementException();
    }

    @Override
    public void putAside() {}
}
