package cn.qianfa.embedded.store.key;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A place in a map: bytes compared as unsigned numbers from the left. Never changed after it is made. */
public record Key(byte[] bytes) implements Comparable<Key> {

    /** The key of a single value, ascending. */
    public static Key of(@Nullable Object value) {
        return new Key(KeyBytes.of(value));
    }

    /** A key that lies behind every smaller number, for collections without an id. */
    public static Key ofSequence(long number) {
        var bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (number >>> (56 - 8 * i));
        }
        return new Key(bytes);
    }

    /** The number given to {@link #ofSequence}. */
    public long sequence() {
        long number = 0;
        for (byte part : bytes) {
            number = number << 8 | part & 0xFF;
        }
        return number;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
