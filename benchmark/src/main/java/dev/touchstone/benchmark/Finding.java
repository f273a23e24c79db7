package dev.touchstone.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one method says of a change.
 *
 * @param design what was held against what, one sentence
 * @param periodsBefore how many periods lie before the change
 * @param specifications two or more ways to model it; the answer is of the first, the second is its check
 * @param agreement whether they say the same, one sentence
 * @param before how the figure went before the change; absent where nothing was held against it
 * @param placebos the same made with units, or sets of units, that were not treated
 * @param weights of the donors of a synthetic control, the largest first
 * @param leaveOneOut the effect without one of those donors
 */
public record Finding(
        Method method,
        String design,
        int periodsBefore,
        List<Specification> specifications,
        String agreement,
        Proof proof,
        Optional<Leads> before,
        Optional<Placebos> placebos,
        List<Weight> weights,
        List<LeaveOneOut> leaveOneOut,
        List<Gate> gates,
        List<String> notes) {

    public enum Method {
        DIFFERENCE_IN_DIFFERENCES("difference in differences"),
        SYNTHETIC_CONTROL("synthetic control"),
        INTERRUPTED_TIME_SERIES("interrupted time series");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Reads {@code did}, {@code sc}, {@code its}, or a name in full. */
        public static Method parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "did", "difference-in-differences" -> DIFFERENCE_IN_DIFFERENCES;
                case "sc", "synthetic-control" -> SYNTHETIC_CONTROL;
                case "its", "interrupted-time-series" -> INTERRUPTED_TIME_SERIES;
                default ->
                    throw new BadData(
                            "unknown-method",
                            "\"" + text + "\" is not a method.",
                            "Write did, sc or its, or the name in full, such as synthetic-control.");
            };
        }
    }

    /** How far an effect is proved. */
    public enum Proof {
        /** The interval of the first specification leaves out 0, and so does that of the second, on the same side. */
        SHOWN,
        /** The first specification shows it, the second does not. */
        DEPENDS_ON_MODEL,
        NOT_SHOWN
    }

    /**
     * One way to model the change.
     *
     * @param errors how the uncertainty was found
     * @param average effect over all periods after the change
     * @param atEnd effect over the last third of them
     * @param pValue that there is no effect on average, two-sided
     * @param series for a plot: what was and what would have been
     */
    public record Specification(
            String name,
            String errors,
            Change average,
            Change atEnd,
            OptionalDouble pValue,
            List<Term> terms,
            List<Point> series) {}

    /**
     * An effect.
     *
     * @param value in units of the figure, negative where the figure fell
     * @param percent of what would have been; absent where that is not above 0
     */
    public record Change(double value, Interval interval, OptionalDouble percent, Optional<Interval> percentInterval) {

        /** @param actual mean of the figure over the periods of the effect, taken as it is */
        static Change ofUnits(double value, Interval interval, double actual) {
            double expected = actual - value;
            if (!(expected > 0) || !(actual > 0)) {
                return new Change(value, interval, OptionalDouble.empty(), Optional.empty());
            }
            boolean bounded = interval.complete() && actual - interval.high().getAsDouble() > 0;
            return new Change(
                    value,
                    interval,
                    OptionalDouble.of(100 * value / expected),
                    bounded
                            ? Optional.of(Interval.of(
                                    share(interval.low().getAsDouble(), actual),
                                    share(interval.high().getAsDouble(), actual),
                                    interval.level(),
                                    interval.method()))
                            : Optional.empty());
        }

        private static double share(double effect, double actual) {
            return 100 * effect / (actual - effect);
        }

        /** @param logRatio logarithm of what was over what would have been, with its interval */
        static Change ofRatio(double logRatio, Interval interval, double actual) {
            Interval units = Interval.of(
                    actual * (1 - Math.exp(-interval.low().getAsDouble())),
                    actual * (1 - Math.exp(-interval.high().getAsDouble())),
                    interval.level(),
                    interval.method());
            Interval percent = Interval.of(
                    100 * Math.expm1(interval.low().getAsDouble()),
                    100 * Math.expm1(interval.high().getAsDouble()),
                    interval.level(),
                    interval.method());
            return new Change(
                    actual * (1 - Math.exp(-logRatio)),
                    units,
                    OptionalDouble.of(100 * Math.expm1(logRatio)),
                    Optional.of(percent));
        }

        /** Whether chance alone would rarely bring it about. */
        boolean certain() {
            return interval.complete() && !interval.contains(0);
        }
    }

    /** A number of the model, such as the change of the slope; {@code interval} is absent where it has none. */
    public record Term(String name, double value, Optional<Interval> interval) {}

    /** @param expected what would have been without the change, with the interval in which single values were to be expected */
    public record Point(String period, double actual, double expected, OptionalDouble low, OptionalDouble high) {}

    /**
     * Treated and control units before the change.
     *
     * @param pValue that they went alike, by re-assignment of the treatment
     * @param drift by how much the treated units drew away from the others a period, before the change
     */
    public record Leads(OptionalDouble pValue, double drift, List<Lead> leads, String sentence) {}

    /** @param difference of treated and control units, each from its own mean before the change */
    public record Lead(String period, double difference) {}

    /**
     * @param rank of the treated among all, 1 for the largest effect
     * @param of how many there are, the treated included
     * @param units the largest first; for re-assignments of many units none are listed
     */
    public record Placebos(int rank, int of, double pValue, String sentence, List<Placebo> units) {}

    /**
     * @param fit root mean squared error before the change
     * @param ratio root mean squared error after the change over that before
     */
    public record Placebo(String unit, boolean treated, double effect, double fit, double ratio) {}

    public record Weight(String unit, double weight) {}

    public record LeaveOneOut(String without, double effect, double fit) {}
}
