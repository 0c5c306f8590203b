package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of keys.
 *
 * @param from the first key that may belong to it
 * @param to the first key behind it, or null where nothing lies behind
 * @param shared how many bytes at the front all its keys have in common
 */
public record KeyRange(Key from, @Nullable Key to, int shared) {

    /** Everything there is. */
    public static final KeyRange ALL = new KeyRange(new Key(new byte[0]), null, 0);

    boolean contains(Key key) {
        return from.compareTo(key) <= 0 && (to == null || key.compareTo(to) < 0);
    }
}
