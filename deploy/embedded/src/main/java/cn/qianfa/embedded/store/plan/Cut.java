package cn.qianfa.embedded.store.plan;

import cn.qianfa.embedded.store.key.Key;
import cn.qianfa.embedded.store.key.KeyBytes;
import cn.qianfa.embedded.store.key.TypeTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place between keys: before, or behind, everything that begins with these bytes. */
record Cut(byte[] start, boolean behind) implements Comparable<Cut> {

    private static final int HIGHEST = 0xFF;

    static Cut before(@Nullable Object value) {
        return new Cut(KeyBytes.of(value), false);
    }

    static Cut behind(@Nullable Object value) {
        return new Cut(KeyBytes.of(value), true);
    }

    static Cut before(Key point) {
        return new Cut(point.bytes(), false);
    }

    static Cut behind(Key point) {
        return new Cut(point.bytes(), true);
    }

    static Cut beforeType(TypeTag type) {
        return new Cut(new byte[] {(byte) type.code()}, false);
    }

    static Cut behindType(TypeTag type) {
        return new Cut(new byte[] {(byte) type.code()}, true);
    }

    /** The same place where the order runs the other way. */
    Cut inverted() {
        return new Cut(KeyBytes.inverted(start), !behind);
    }

    /** The first bytes that lie behind this cut. */
    byte[] bytes() {
        return behind ? next(start) : start;
    }

    @Override
    public int compareTo(Cut other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }

    /** The smallest bytes greater than everything that begins so; a tag is never 0xFF, so there always are such. */
    static byte[] next(byte[] start) {
        int length = start.length;
        while ((start[length - 1] & 0xFF) == HIGHEST) {
            length--;
        }
        var next = Arrays.copyOf(start, length);
        next[length - 1]++;
        return next;
    }
}
