package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A walk along one map. */
public final class MapWalk<V> implements Walk {

    private final MVMap<Key, V> map;
    private final Function<V, byte @Nullable []> document;
    private final KeyRange range;
    private final boolean backwards;
    private @Nullable Cursor<Key, V> cursor;
    private @Nullable Key last;
    private @Nullable Found ahead;

    /**
     * @param document from what the map holds to the document, or null if that is gone
     */
    public MapWalk(MVMap<Key, V> map, Function<V, byte @Nullable []> document, KeyRange range, boolean backwards) {
        this.map = map;
        this.document = document;
        this.range = range;
        this.backwards = backwards;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = find();
        }
        return ahead != null;
    }

    @Override
    public Found next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        var found = ahead;
        ahead = null;
        return found;
    }

    @Override
    public void putAside() {
        cursor = null;
    }

    private @Nullable Found find() {
        var open = cursor == null ? reopen() : cursor;
        cursor = open;
        while (open.hasNext()) {
            var key = open.next();
            if (key.equals(last) || key.equals(range.to())) {
                continue; // The end of a range does not belong to it, and a reopened walk begins at its last key.
            }
            if (!range.contains(key)) {
                return null;
            }
            last = key;
            var value = open.getValue();
            return new Found(key, () -> document.apply(value));
        }
        return null;
    }

    private Cursor<Key, V> reopen() {
        var start = last != null ? last : backwards ? range.to() : range.from();
        return map.cursor(start, null, backwards);
    }
}
