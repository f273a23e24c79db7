package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A measure over time, with the limits within which it varies by its own common causes, and the signals of something else. Limits
 * are drawn anew only at a recorded intervention, never silently.
 *
 * @param panels the chart of the figure itself first; then that of its spread, where the kind has one
 * @param variation what the figure does now
 * @param assurance whether its limits keep to the target; absent without a target or a direction
 * @param notes what should be doubted, and why
 */
public record ControlChart(
        Kind kind,
        Setup setup,
        List<Panel> panels,
        Variation variation,
        Optional<Assurance> assurance,
        List<String> notes) {

    /** Kinds of chart. */
    public enum Kind {
        INDIVIDUALS("individuals and moving ranges"),
        XBAR_R("means and ranges of subgroups"),
        XBAR_S("means and standard deviations of subgroups"),
        P("proportions"),
        NP("numbers of units affected, subgroups of one size"),
        C("counts"),
        U("counts per unit"),
        P_LANEY("proportions, allowing for variation between subgroups (Laney)"),
        U_LANEY("counts per unit, allowing for variation between subgroups (Laney)"),
        G("opportunities between rare events"),
        T("time between rare events"),
        EWMA("exponentially weighted moving average"),
        CUSUM("cumulative sums");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Reads {@code individuals}, {@code x-mr}, {@code xbar-r}, {@code p}, {@code laney-p}, {@code p'} and so on. */
        public static Kind parse(String text) {
            String name = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
            return switch (name) {
                case "i", "x", "x-mr", "xmr", "i-mr", "imr" -> INDIVIDUALS;
                case "p'", "laney-p" -> P_LANEY;
                case "u'", "laney-u" -> U_LANEY;
                default ->
                    Arrays.stream(values())
                            .filter(kind -> kind.name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')
                                    .equals(name))
                            .findFirst()
                            .orElseThrow(() -> new BadData(
                                    "unknown-kind",
                                    "\"" + text + "\" is not a kind of chart.",
                                    "Write individuals, xbar-r, xbar-s, p, np, c, u, p-laney, u-laney, g, t, ewma or"
                                            + " cusum."));
            };
        }
    }

    /**
     * How to read a series.
     *
     * @param target for the assurance
     * @param baseline number of points at the beginning of each phase from which its limits are computed; absent for all of them
     * @param standard what is given, and so not estimated
     * @param interventions points at which limits are drawn anew, in order
     * @param labels of the points, such as dates; empty for their numbers
     */
    public record Setup(
            RuleSet rules,
            Direction direction,
            OptionalDouble target,
            OptionalInt baseline,
            Standard standard,
            List<Intervention> interventions,
            List<String> labels) {
        public Setup {
            interventions = List.copyOf(interventions);
            labels = List.copyOf(labels);
            if (!standard.equals(Standard.NONE) && !interventions.isEmpty()) {
                throw new BadData(
                        "two-limits",
                        "Limits are to rest on a given centre or standard deviation, and to be drawn anew at an intervention.",
                        "Ask for one of them.");
            }
        }

        public static Setup of(RuleSet rules, Direction direction) {
            return new Setup(
                    rules, direction, OptionalDouble.empty(), OptionalInt.empty(), Standard.NONE, List.of(), List.of());
        }

        public Setup target(double value) {
            return new Setup(rules, direction, OptionalDouble.of(value), baseline, standard, interventions, labels);
        }

        public Setup baseline(int points) {
            return new Setup(rules, direction, target, OptionalInt.of(points), standard, interventions, labels);
        }

        public Setup interventions(List<Intervention> made) {
            return new Setup(rules, direction, target, baseline, standard, made, labels);
        }

        public Setup labels(List<String> names) {
            return new Setup(rules, direction, target, baseline, standard, interventions, names);
        }

        public Setup standard(Standard given) {
            return new Setup(rules, direction, target, baseline, given, interventions, labels);
        }
    }

    /**
     * Standards given, such as those of a process that is known well (ISO 7870-2): what is absent is estimated from the data.
     *
     * @param sigma of a single value by common causes, above 0; of subgroups that within them. Charts of counts have none: theirs
     *     follows from the centre
     */
    public record Standard(OptionalDouble centre, OptionalDouble sigma) {
        public static final Standard NONE = new Standard(OptionalDouble.empty(), OptionalDouble.empty());

        public Standard {
            centre.ifPresent(c -> Values.finite(new double[] {c}, "the given centre"));
            sigma.ifPresent(s -> Values.finite(new double[] {s}, "the given standard deviation"));
            if (sigma.isPresent() && !(sigma.getAsDouble() > 0)) {
                throw new BadData(
                        "out-of-range",
                        "The given standard deviation is " + sigma.getAsDouble() + ".",
                        "Give one above 0.");
            }
        }
    }

    /** Something that was done on purpose; {@code from} is the index of the first point after it. */
    public record Intervention(int from, String reason) {}

    /** @param phases stretches between interventions */
    public record Panel(String name, List<Phase> phases, List<Point> points, List<Signal> signals) {}

    /**
     * Stretch with one centre, from the point {@code from} up to but without {@code to}.
     *
     * @param sigma standard deviation of a point by common causes; of the mean one where points differ in size
     * @param reason the intervention that began it, absent for the first
     */
    public record Phase(int from, int to, double centre, double sigma, Optional<String> reason) {}

    /** @param lower absent where the measure has no room below its limit, such as a proportion below 0; so {@code upper} */
    public record Point(String label, double value, double centre, OptionalDouble lower, OptionalDouble upper) {}

    /**
     * A pattern that common causes seldom make.
     *
     * @param from index of its first point
     * @param to index of its last point
     * @param inControlRunLength mean number of points until the rule, alone, gives a false alarm on this panel
     */
    public record Signal(Rule rule, int from, int to, Meaning meaning, int inControlRunLength) {}

    /** What a signal says, given the direction of the measure. */
    public enum Meaning {
        IMPROVEMENT,
        CONCERN,
        HIGH,
        LOW,
        /** A pattern without a side. */
        PATTERN
    }

    /** What the figure does now: whether its last point is part of a signal. */
    public enum Variation {
        COMMON_CAUSE,
        IMPROVEMENT,
        CONCERN,
        SPECIAL_CAUSE
    }

    /** Whether the target will be met if nothing changes: limits all on its good side, all on its bad side, or about it. */
    public enum Assurance {
        CONSISTENTLY_HITS,
        CONSISTENTLY_FAILS,
        HIT_AND_MISS
    }

    /** Individual values in order of time, with their moving ranges (X-mR). */
    public static ControlChart individuals(double[] values, Setup setup) {
        return VariablesCharts.individuals(values, setup);
    }

    /** Means and ranges of subgroups of 2 to 25 values. */
    public static ControlChart xbarR(double[][] subgroups, Setup setup) {
        return VariablesCharts.subgroups(Kind.XBAR_R, subgroups, setup);
    }

    /** Means and standard deviations of subgroups of 2 values or more. */
    public static ControlChart xbarS(double[][] subgroups, Setup setup) {
        return VariablesCharts.subgroups(Kind.XBAR_S, subgroups, setup);
    }

    /** Shares of each subgroup. */
    public static ControlChart p(long[] affected, long[] sizes, Setup setup) {
        return AttributesCharts.proportions(Kind.P, affected, sizes, setup);
    }

    /** Shares of large subgroups, which differ among themselves by more than chance. */
    public static ControlChart laneyP(long[] affected, long[] sizes, Setup setup) {
        return AttributesCharts.proportions(Kind.P_LANEY, affected, sizes, setup);
    }

    /** Numbers of units affected in subgroups of one size. */
    public static ControlChart np(long[] affected, long size, Setup setup) {
        return AttributesCharts.numbers(affected, size, setup);
    }

    /** Counts in equal areas of opportunity. */
    public static ControlChart c(long[] counts, Setup setup) {
        return AttributesCharts.counts(counts, setup);
    }

    /** Counts per unit of exposure. */
    public static ControlChart u(long[] counts, double[] exposures, Setup setup) {
        return AttributesCharts.rates(Kind.U, counts, exposures, setup);
    }

    /** Counts per unit of large exposures, which differ among themselves by more than chance. */
    public static ControlChart laneyU(long[] counts, double[] exposures, Setup setup) {
        return AttributesCharts.rates(Kind.U_LANEY, counts, exposures, setup);
    }

    /** Opportunities, such as units made, between one rare event and the next. */
    public static ControlChart g(long[] between, Setup setup) {
        return AttributesCharts.between(between, setup);
    }

    /** Time between one rare event and the next. */
    public static ControlChart t(double[] between, Setup setup) {
        return VariablesCharts.times(between, setup);
    }

    /**
     * @param lambda weight of the newest value, above 0 and up to 1; usually 0.2
     * @param width of the limits in standard deviations; usually 3
     */
    public static ControlChart ewma(double[] values, double lambda, double width, Setup setup) {
        return MemoryCharts.ewma(values, lambda, width, setup);
    }

    /**
     * Sums of what exceeds the centre by more than the allowance, upward and downward (tabular CUSUM), in standard deviations.
     *
     * @param allowance k, half of the shift to be seen; usually 0.5
     * @param limit h; 4 or 5
     */
    public static ControlChart cusum(double[] values, double allowance, double limit, Setup setup) {
        return MemoryCharts.cusum(values, allowance, limit, setup);
    }
}
