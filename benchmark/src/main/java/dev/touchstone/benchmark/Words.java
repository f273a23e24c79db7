package dev.touchstone.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are said in sentences. */
final class Words {
    private Words() {}

    /** 0.95 as "95 %", 0.998 as "99.8 %". */
    static String percent(double share) {
        return number(100 * share) + " %";
    }

    /** At most six significant digits, no trailing zeros, no exponent. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
