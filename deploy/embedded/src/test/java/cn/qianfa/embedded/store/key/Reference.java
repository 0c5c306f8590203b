package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The stock comparison, except for numbers: that one cuts fractions off beside whole numbers beyond 2^31, so numbers
 * are compared as they are.
 */
final class Reference {

    private Reference() {}

    static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number some && other instanceof Number others) {
            return compareNumbers(some, others);
        }
        if (one instanceof Document some && other instanceof Document others) {
            return compareDocuments(some, others);
        }
        return ValueComparator.asc().compare(one, other);
    }

    static int compareNumbers(Number one, Number other) {
        double some = special(one);
        double others = special(other);
        if (some != 0 || others != 0) {
            return Double.compare(some, others);
        }
        return exact(one).compareTo(exact(other));
    }

    /** Infinite or not a number, else 0. */
    private static double special(Number number) {
        boolean exact = number instanceof Long || number instanceof Integer;
        if (exact || number instanceof Decimal128 decimal && !isSpecial(decimal)) {
            return 0;
        }
        return Double.isFinite(number.doubleValue()) ? 0 : number.doubleValue();
    }

    private static boolean isSpecial(Decimal128 decimal) {
        return decimal.toString().endsWith("Infinity") || decimal.toString().equals("NaN");
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case Decimal128 decimal -> decimal.toBigDecimal();
            case Double real -> new BigDecimal(real);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    /** Field by field: the type of the value, then the name, then the value; the shorter first. */
    private static int compareDocuments(Document one, Document other) {
        var some = new ArrayList<>(one.entrySet());
        var others = new ArrayList<>(other.entrySet());
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            var a = some.get(i);
            var b = others.get(i);
            int types = TypeTag.of(a.getValue()).compareTo(TypeTag.of(b.getValue()));
            int names = a.getKey().compareTo(b.getKey());
            int compared = types != 0 ? types : names != 0 ? names : compare(a.getValue(), b.getValue());
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(some.size(), others.size());
    }
}
