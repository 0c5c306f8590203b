package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns one value into bytes that lie in the order in which the store sorts and compares values: a tag for the type,
 * then the value. No value's bytes begin another's. Null and a missing field are one value.
 *
 * <p>Text lies in the order of its UTF-16 units, because the filters that are applied to what an index finds compare
 * so; MongoDB sorts by UTF-8, which differs only between characters above U+FFFF and those from U+E000.
 */
public final class KeyBytes {

    private static final int ESCAPED_ZERO = 0xFF;
    private static final int END_OF_TEXT = 0x01;

    private KeyBytes() {}

    /**
     * The bytes of one value, ascending.
     *
     * @throws Unorderable if the value is or contains an array or script code
     */
    public static byte[] of(@Nullable Object value) {
        var out = new Bytes();
        add(value, out);
        return out.toArray();
    }

    /** The bytes of the same value, descending. */
    public static byte[] inverted(byte[] ascending) {
        var inverted = new byte[ascending.length];
        for (int i = 0; i < ascending.length; i++) {
            inverted[i] = (byte) ~ascending[i];
        }
        return inverted;
    }

    private static void add(@Nullable Object value, Bytes out) {
        var tag = TypeTag.of(value);
        out.add(tag.code());
        switch (tag) {
            case MIN, NULL, MAX -> {}
            case NUMBER -> NumberBytes.add((Number) some(value), out);
            case TEXT -> addText((String) some(value), out);
            case DOCUMENT -> addDocument((Document) some(value), out);
            case BINARY -> addBinary(((BinData) some(value)).getData(), out);
            case LEGACY_UUID -> addLegacy(((LegacyUUID) some(value)).getUuid(), out);
            case UUID -> addUuid((UUID) some(value), out);
            case OBJECT_ID -> out.addAll(((ObjectId) some(value)).toByteArray());
            case BOOLEAN -> out.add((Boolean) some(value) ? 1 : 0);
            case DATE -> out.addLong(((Instant) some(value)).toEpochMilli() ^ Long.MIN_VALUE);
            case TIMESTAMP -> out.addLong(((BsonTimestamp) some(value)).getValue());
            case PATTERN -> addPattern((BsonRegularExpression) some(value), out);
        }
    }

    private static void addText(String text, Bytes out) {
        for (int i = 0; i < text.length(); i++) {
            addUnit(text.charAt(i), out);
        }
        out.add(0).add(END_OF_TEXT);
    }

    private static void addUnit(char unit, Bytes out) {
        if (unit == 0) {
            out.add(0).add(ESCAPED_ZERO);
        } else if (unit < 0x80) {
            out.add(unit);
        } else if (unit < 0x800) {
            out.add(0xC0 | unit >> 6).add(0x80 | unit & 0x3F);
        } else {
            out.add(0xE0 | unit >> 12).add(0x80 | unit >> 6 & 0x3F).add(0x80 | unit & 0x3F);
        }
    }

    /** Field by field: the type of the value, the name, the value; the end lies below every type. */
    private static void addDocument(Document document, Bytes out) {
        for (var field : document.entrySet()) {
            out.add(TypeTag.of(field.getValue()).code());
            addText(field.getKey(), out);
            add(field.getValue(), out);
        }
        out.add(0);
    }

    private static void addBinary(byte[] bytes, Bytes out) {
        out.addInt(bytes.length).addAll(bytes);
    }

    private static void addUuid(UUID uuid, Bytes out) {
        out.addLong(uuid.getMostSignificantBits()).addLong(uuid.getLeastSignificantBits());
    }

    private static void addLegacy(UUID uuid, Bytes out) {
        out.addLong(uuid.getMostSignificantBits() ^ Long.MIN_VALUE)
                .addLong(uuid.getLeastSignificantBits() ^ Long.MIN_VALUE);
    }

    private static void addPattern(BsonRegularExpression pattern, Bytes out) {
        addText(pattern.getPattern(), out);
        var options = pattern.getOptions();
        addText(options == null ? "" : options, out);
    }

    private static Object some(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            throw new IllegalStateException("null has a tag of its own");
        }
        return value;
    }
}
