package dev.touchstone.benchmark;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as they stand in tables: four significant digits, thin spaces between thousands that do not break, a true minus. */
final class Show {
    /** Where there is nothing to show. */
    static final String NOTHING = "\u2013";

    private static final char THIN = '\u202f';
    private static final double GREATEST_PLAIN = 1e12;
    private static final double SMALLEST_PLAIN = 1e-6;

    private Show() {}

    static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= GREATEST_PLAIN || size < SMALLEST_PLAIN) {
            return sign(value) + String.format(Locale.ROOT, "%.3e", size).replaceFirst("\\.?0*e", "e");
        }
        int digits = (int) Math.floor(Math.log10(size)) + 1;
        return number(value, Math.clamp(4 - digits, 0, 9));
    }

    /** With so many decimals at most; zeros at the end are left out. */
    static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
        if (decimals > 0) {
            text = text.replaceFirst("\\.?0+$", "");
        }
        text = text.replace(',', THIN);
        return text.equals("0") ? text : sign(value) + text;
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NOTHING;
    }

    static String count(long value) {
        return sign(value) + String.format(Locale.ROOT, "%,d", Math.abs(value)).replace(',', THIN);
    }

    /** With a plus where it is above 0. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }

    static String signed(OptionalDouble value) {
        return value.isPresent() ? signed(value.getAsDouble()) : NOTHING;
    }

    /** A share from 0 to 1 as a percentage. */
    static String percent(double share) {
        return number(100 * share, Math.abs(share) < 0.0095 ? 3 : 2) + " %";
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : NOTHING;
    }

    static String interval(Interval interval) {
        if (interval.low().isEmpty() && interval.high().isEmpty()) {
            return NOTHING;
        }
        if (interval.low().isEmpty()) {
            return "up to " + number(interval.high().getAsDouble());
        }
        return interval.high().isEmpty()
                ? number(interval.low().getAsDouble()) + " or more"
                : interval(interval.low().getAsDouble(), interval.high().getAsDouble());
    }

    static String interval(double low, double high) {
        return number(low) + " to " + number(high);
    }

    static String q(OptionalDouble q) {
        if (q.isEmpty()) {
            return NOTHING;
        }
        return q.getAsDouble() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", q.getAsDouble());
    }

    /** Text that came from outside, without the characters that steer a terminal or break a page. */
    static String plain(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i)) && lonely(text, i)) {
                plain = plain == null ? new StringBuilder(text) : plain;
                plain.setCharAt(i, Character.isWhitespace(text.charAt(i)) ? ' ' : '\ufffd');
            }
        }
        return plain == null ? text : plain.toString();
    }

    private static boolean lonely(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static String sign(double value) {
        return value < 0 ? "\u2212" : "";
    }
}
