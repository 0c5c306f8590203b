package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types a key can hold, in the order in which values of different types are sorted. */
public enum TypeTag {
    MIN,
    NULL,
    NUMBER,
    TEXT,
    DOCUMENT,
    BINARY,
    LEGACY_UUID,
    UUID,
    OBJECT_ID,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    PATTERN,
    MAX;

    /**
     * @throws Unorderable for arrays, script code and anything BSON does not know
     */
    public static TypeTag of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case MinKey _ -> MIN;
            case Number _ -> NUMBER;
            case String _ -> TEXT;
            case Document _ -> DOCUMENT;
            case BinData _ -> BINARY;
            case LegacyUUID _ -> LEGACY_UUID;
            case UUID _ -> UUID;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> PATTERN;
            case MaxKey _ -> MAX;
            case Collection<?> _ -> throw new Unorderable("an array");
            default -> throw new Unorderable("a " + value.getClass().getSimpleName());
        };
    }

    /** Never 0, which ends things, and never 0xFF, which nothing could lie behind. */
    public int code() {
        return 8 * (ordinal() + 1);
    }
}
