package dev.touchstone.benchmark;

import java.util.Locale;

/** Effects as they are said in sentences. */
final class EffectWords {
    private EffectWords() {}

    /** "-6.1 s (95 % -9.3 to -2.9; -7.2 %; difference in differences)". */
    static String signed(Finding.Change change, String unit, Finding.Method method) {
        return brief(change.value()) + unit(unit) + " (" + interval(change, 1) + "; " + method.words() + ")";
    }

    /** "-6.1 s (95 % -9.3 to -2.9; -7.2 %)". */
    static String signed(Finding.Change change, String unit) {
        return brief(change.value()) + unit(unit) + " (" + interval(change, 1) + ")";
    }

    /** "lowered it by 6.1 s (95 % 2.9 to 9.3; -7.2 %; difference in differences)", for a change that is certain. */
    static String certain(Finding.Change change, String figure, String unit, Finding.Method method) {
        boolean fell = change.value() < 0;
        return (fell ? "lowered " : "raised ") + figure + " by " + brief(Math.abs(change.value())) + unit(unit) + " ("
                + interval(change, fell ? -1 : 1) + "; " + method.words() + ")";
    }

    private static String interval(Finding.Change change, int sign) {
        StringBuilder words = new StringBuilder();
        Interval interval = change.interval();
        if (interval.complete()) {
            double low = sign * interval.low().getAsDouble();
            double high = sign * interval.high().getAsDouble();
            words.append(Words.percent(interval.level()))
                    .append(' ')
                    .append(brief(Math.min(low, high)))
                    .append(" to ")
                    .append(brief(Math.max(low, high)));
        } else {
            words.append("no ").append(Words.percent(interval.level())).append(" interval");
        }
        change.percent()
                .ifPresent(p -> words.append("; ")
                        .append(p > 0 ? "+" : "")
                        .append(brief(p))
                        .append(" %"));
        return words.toString();
    }

    static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    /** Two significant digits at least, and all digits before the point. */
    static String brief(double value) {
        int digits = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        String text = String.format(Locale.ROOT, "%." + Math.clamp(3L - digits, 0, 8) + "f", value);
        String trimmed = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        return trimmed.equals("-0") ? "0" : trimmed;
    }

    /** A p-value that never reads as 0. */
    static String p(double p) {
        return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, p < 0.01 ? "%.3f" : "%.2f", p);
    }

    static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
