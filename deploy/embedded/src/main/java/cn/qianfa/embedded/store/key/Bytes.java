package cn.qianfa.embedded.store.key;

import java.util.Arrays;

/** A growing row of bytes. */
final class Bytes {

    private byte[] bytes = new byte[32];
    private int length;

    Bytes add(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    Bytes addAll(byte[] values) {
        for (byte value : values) {
            add(value);
        }
        return this;
    }

    /** Eight bytes, the highest first. */
    Bytes addLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            add((int) (value >>> shift));
        }
        return this;
    }

    Bytes addInt(int value) {
        return add(value >>> 24).add(value >>> 16).add(value >>> 8).add(value);
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
