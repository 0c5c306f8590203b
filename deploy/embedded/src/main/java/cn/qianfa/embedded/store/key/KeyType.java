package cn.qianfa.embedded.store.key;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How a {@link Key} is compared in memory and laid down in the file: its length, then its bytes. */
public final class KeyType extends BasicDataType<Key> {

    public static final KeyType INSTANCE = new KeyType();

    private static final int OBJECT_AND_ARRAY_HEADER_BYTES = 32;

    private KeyType() {}

    @Override
    public int compare(Key a, Key b) {
        return a.compareTo(b);
    }

    @Override
    public int getMemory(Key key) {
        return OBJECT_AND_ARRAY_HEADER_BYTES + key.bytes().length;
    }

    @Override
    public void write(WriteBuffer buffer, Key key) {
        buffer.putVarInt(key.bytes().length).put(key.bytes());
    }

    @Override
    public Key read(ByteBuffer buffer) {
        var bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return new Key(bytes);
    }

    @Override
    public Key[] createStorage(int size) {
        return new Key[size];
    }
}
