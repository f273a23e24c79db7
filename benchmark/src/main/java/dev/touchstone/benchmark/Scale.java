package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A linear scale from values to places on a drawing; {@code from} belongs to {@code low}. */
record Scale(double low, double high, double from, double to) {

    /** Covers all the values that are numbers, with a little room; one value alone stands in the middle. */
    static Scale covering(double[] values, double from, double to) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double room = high - low > 1e-12 * Math.abs(high) ? 0.04 * (high - low) : high == 0 ? 1 : 0.1 * Math.abs(high);
        return new Scale(low - room, high + room, from, to);
    }

    /** As {@link #covering}, with 0 at its end where all values lie on one side: for lengths that are compared. */
    static Scale fromZero(double[] values, double from, double to) {
        double[] all = Arrays.copyOf(values, values.length + 1);
        Scale scale = covering(all, from, to);
        boolean above = Arrays.stream(all).noneMatch(v -> v < 0);
        boolean below = Arrays.stream(all).noneMatch(v -> v > 0);
        return new Scale(above ? 0 : scale.low, below && !above ? 0 : scale.high, from, to);
    }

    /** Values outside are drawn at the edge. */
    double at(double value) {
        return from + (Math.clamp(value, low, high) - low) / (high - low) * (to - from);
    }

    /** As {@link #at(double)}; what is not a number stays so. */
    double[] at(double[] values) {
        return Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? at(v) : Double.NaN)
                .toArray();
    }

    /** @param words as many decimals as the step between ticks has */
    record Tick(double value, String words) {}

    /** Round numbers, so many or fewer. */
    List<Tick> ticks(int most) {
        double rough = (high - low) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
        int decimals = (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 12);
        List<Tick> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step && ticks.size() <= most; k++) {
            double value = k * step;
            boolean plain = Math.abs(value) < 1e9 && step >= 1e-6;
            ticks.add(new Tick(value, plain ? Show.number(value, decimals) : Show.number(value)));
        }
        return ticks;
    }
}
