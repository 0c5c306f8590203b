package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every type a key can hold, often close to one another. */
final class AnyValue {

    private static final String LETTERS = "\0\1aab字签发\uFF01\uE000\uD83D\uDE00\uD840\uDC00\u007F\u0080\u07FF\u0800";

    private final Random random;

    AnyValue(long seed) {
        random = new Random(seed);
    }

    @Nullable
    Object next(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 13)) {
            case 0 -> null;
            case 1 -> MinKey.getInstance();
            case 2 -> MaxKey.getInstance();
            case 3, 4 -> number();
            case 5 -> text();
            case 6 -> new BinData(bytes(random.nextInt(4)));
            case 7 -> new UUID(random.nextInt(3) - 1L, random.nextLong());
            case 8 -> new LegacyUUID(random.nextInt(3) - 1L, random.nextInt(3) - 1L);
            case 9 -> new ObjectId(bytes(12));
            case 10 -> random.nextBoolean();
            case 11 -> Instant.ofEpochMilli(random.nextBoolean() ? random.nextInt(5) - 2 : random.nextLong() >> 20);
            case 12 -> new BsonTimestamp(random.nextBoolean() ? random.nextInt(3) : -1L - random.nextInt(3));
            default -> document(depth);
        };
    }

    Number number() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(7) - 3;
            case 1 -> random.nextInt(7) - 3L;
            case 2 -> (random.nextInt(13) - 6) / 2.0;
            case 3 -> (1L << 53) + random.nextInt(5) - 2;
            case 4 -> Long.MAX_VALUE - random.nextInt(3);
            case 5 -> Double.longBitsToDouble(random.nextLong());
            case 6 -> new Decimal128(new BigDecimal(BigInteger.valueOf(random.nextInt(31) - 15), random.nextInt(3)));
            default -> extreme();
        };
    }

    private Number extreme() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.POSITIVE_INFINITY;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Long.MIN_VALUE + random.nextInt(3);
            case 3 -> (double) (1L << 53);
            case 4 -> new Decimal128(new BigDecimal("9007199254740993." + random.nextInt(3)));
            case 5 -> new Decimal128(new BigDecimal((random.nextBoolean() ? "-" : "") + "1.5E" + random.nextInt(6000)));
            case 6 -> new Decimal128(new BigDecimal((random.nextBoolean() ? "-" : "") + "2E-" + random.nextInt(6000)));
            default -> -0.0;
        };
    }

    private String text() {
        var text = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private Document document(int depth) {
        var document = new Document();
        int fields = random.nextInt(3);
        for (int i = 0; i < fields; i++) {
            document.put("ab".substring(random.nextInt(2)), next(depth - 1));
        }
        return document;
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
