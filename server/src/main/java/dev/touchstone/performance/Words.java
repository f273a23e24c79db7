package dev.touchstone.performance;

import java.util.Locale;

/** Numbers as a person would say them. */
final class Words {

    private Words() {}

    /** A duration: 45 min, 3.2 h, 6.1 days. */
    static String duration(double hours) {
        double size = Math.abs(hours);
        if (size < 1.0 / 60) {
            return String.format(Locale.ROOT, "%.0f s", hours * 3600);
        }
        if (size < 1) {
            return String.format(Locale.ROOT, "%.0f min", hours * 60);
        }
        return size < 72
                ? String.format(Locale.ROOT, "%.1f h", hours)
                : String.format(Locale.ROOT, "%.1f days", hours / 24);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    /** With thin spaces between thousands. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }
}
