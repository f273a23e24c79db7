package dev.touchstone.label;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Lengths as text. */
final class Millimetres {

    private Millimetres() {}

    /** A length to the tenth of a micrometre, without needless zeros, with a point. */
    static String text(double mm) {
        return Double.isFinite(mm) ? rounded(mm, 4) : String.valueOf(mm);
    }

    /** A length to the millionth of a micrometre, for what is multiplied: many modules wide, the error stays invisible. */
    static String exact(double mm) {
        return rounded(mm, 12);
    }

    /** A length that something needs, rounded up to the tenth of a millimetre. */
    static String atLeast(double mm) {
        return rounded(Math.ceil(mm * 10 - 1e-6) / 10, 1);
    }

    /** A length that there is, rounded down to the tenth of a millimetre. */
    static String atMost(double mm) {
        return rounded(Math.floor(mm * 10 + 1e-6) / 10, 1);
    }

    private static String rounded(double mm, int decimals) {
        BigDecimal value =
                BigDecimal.valueOf(mm).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }
}
