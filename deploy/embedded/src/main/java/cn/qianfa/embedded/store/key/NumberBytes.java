package cn.qianfa.embedded.store.key;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;

/**
 * Whole numbers, doubles and decimals in one exact order: the nearest double first, then what it leaves out. 1, 1L,
 * 1.0 and a decimal 1 are the same bytes; 2^53 and 2^53 + 1 are not. NaN lies behind everything, as the stock
 * comparison has it.
 */
final class NumberBytes {

    private static final int REST_BELOW = 0x40;
    private static final int REST_NONE = 0x80;
    private static final int REST_ABOVE = 0xC0;
    private static final int EXPONENT_BIAS = 0x4000;
    private static final long EXACT_AS_DOUBLE = 1L << 53;

    private NumberBytes() {}

    static void add(Number number, Bytes out) {
        switch (number) {
            case Long whole -> addWhole(whole, out);
            case Integer whole -> addDouble(whole.doubleValue(), out).add(REST_NONE);
            case Decimal128 decimal -> addDecimal(decimal, out);
            default -> addDouble(number.doubleValue(), out).add(REST_NONE);
        }
    }

    private static void addWhole(long whole, Bytes out) {
        if (-EXACT_AS_DOUBLE <= whole && whole <= EXACT_AS_DOUBLE) {
            addDouble(whole, out).add(REST_NONE);
            return;
        }
        addExactly(BigDecimal.valueOf(whole), out);
    }

    private static void addDecimal(Decimal128 decimal, Bytes out) {
        double nearest = decimal.doubleValue();
        if (Double.isNaN(nearest) || decimal.toString().endsWith("Infinity")) {
            addDouble(nearest, out).add(REST_NONE);
            return;
        }
        addExactly(decimal.toBigDecimal(), out);
    }

    private static void addExactly(BigDecimal value, Bytes out) {
        // A finite decimal beyond the doubles must stay below infinity.
        double nearest = Math.clamp(value.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
        addDouble(nearest, out);
        addRest(value.subtract(new BigDecimal(nearest)), out);
    }

    private static Bytes addDouble(double value, Bytes out) {
        long bits = Double.doubleToLongBits(value == 0.0 ? 0.0 : value);
        return out.addLong(bits ^ (bits >> 63 | Long.MIN_VALUE));
    }

    private static void addRest(BigDecimal rest, Bytes out) {
        if (rest.signum() == 0) {
            out.add(REST_NONE);
            return;
        }
        var size = size(rest.abs());
        out.add(rest.signum() > 0 ? REST_ABOVE : REST_BELOW);
        out.addAll(rest.signum() > 0 ? size : KeyBytes.inverted(size));
    }

    /** 0.digits times ten to the exponent: the exponent, the digits, an end below every digit. */
    private static byte[] size(BigDecimal positive) {
        var plain = positive.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() + EXPONENT_BIAS;
        var size = new Bytes().add(exponent >>> 8).add(exponent);
        plain.unscaledValue().toString().chars().forEach(size::add);
        return size.add(0).toArray();
    }
}
