package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;

/**
 * A document as it is kept: BSON. Whoever reads gets a copy of his own, so nothing that is answered can change
 * under its reader.
 */
public final class BsonBytes {

    private static final int FIRST_GUESS_BYTES = 512;

    private BsonBytes() {}

    public static byte[] of(Document document) {
        var buffer = Unpooled.buffer(FIRST_GUESS_BYTES);
        try {
            BsonEncoder.encodeDocument(document, buffer);
            var bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
            return bytes;
        } finally {
            buffer.release();
        }
    }

    public static Document read(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
