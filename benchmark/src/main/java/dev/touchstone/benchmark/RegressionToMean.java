package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of a change is to be expected of units that were picked because they stood out: what of their distance from the others was
 * chance does not come again (Galton 1886; Barnett, van der Pols and Dobson 2005).
 *
 * @param reliability share of true differences in the variance of the units' means before the change: 1 less the mean square within
 *     units over that between them, periods allowed for
 * @param distance of the mean of the picked units from that of all, before
 * @param expected change of the picked units by chance alone
 * @param observed change of their mean
 * @param picked how often a choice by chance would stand out as far on that side
 * @param warning whether they stand out, and chance explains a tenth of their change or more
 */
public record RegressionToMean(
        double reliability,
        double distance,
        double expected,
        double observed,
        double picked,
        boolean warning,
        String sentence) {
    static final int LEAST_UNITS = 5;
    static final int LEAST_PERIODS = 4;
    private static final double STANDS_OUT = 0.1;
    private static final double MATTERS = 0.1;
    private static final int DRAWS = 4999;

    /**
     * @param before units by periods, without gaps; {@value #LEAST_UNITS} units and {@value #LEAST_PERIODS} periods or more
     * @param treated which units were picked
     * @param observed change of the mean of the picked units
     */
    public static RegressionToMean of(
            double[][] before, boolean[] treated, double observed, Direction direction, String unit, long seed) {
        int units = before.length;
        if (units < LEAST_UNITS || before[0].length < LEAST_PERIODS) {
            throw new BadData(
                    "too-few",
                    "There are " + units + " units and " + before[0].length + " periods before the change.",
                    "To tell chance from true differences give " + LEAST_UNITS + " and " + LEAST_PERIODS + " or more.");
        }
        double[] means = Arrays.stream(before).mapToDouble(Values::mean).toArray();
        double reliability = reliability(before, means);
        double all = Values.mean(means);
        double distance = mean(means, treated) - all;
        double expected = -(1 - reliability) * distance;
        double picked = picked(means, treated, direction, seed);
        boolean stands = picked <= STANDS_OUT;
        boolean warning = stands && expected * observed > 0 && Math.abs(expected) >= MATTERS * Math.abs(observed);
        return new RegressionToMean(
                reliability,
                distance,
                expected,
                observed,
                picked,
                warning,
                sentence(reliability, expected, observed, picked, warning, direction, unit));
    }

    private static double reliability(double[][] values, double[] means) {
        int units = values.length;
        int periods = values[0].length;
        double all = Values.mean(means);
        double between = 0;
        double within = 0;
        for (int t = 0; t < periods; t++) {
            int at = t;
            double period =
                    Arrays.stream(values).mapToDouble(v -> v[at]).average().orElseThrow();
            for (int i = 0; i < units; i++) {
                double rest = values[i][t] - means[i] - period + all;
                within += rest * rest / ((units - 1.0) * (periods - 1));
            }
        }
        for (double mean : means) {
            between += periods * (mean - all) * (mean - all) / (units - 1.0);
        }
        return between > 0 ? Math.clamp(1 - within / between, 0, 1) : 0;
    }

    private static double mean(double[] means, boolean[] chosen) {
        return IntStream.range(0, means.length)
                .filter(i -> chosen[i])
                .mapToDouble(i -> means[i])
                .average()
                .orElseThrow();
    }

    /** Share of choices that stand out as far on the bad side, or on either side where none is bad. */
    private static double picked(double[] means, boolean[] treated, Direction direction, long seed) {
        int[] from = new int[means.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = treated[i] ? 0 : Assignments.NEVER;
        }
        Assignments others = Assignments.of(from, DRAWS, seed);
        double all = Values.mean(means);
        double actual = badness(mean(means, treated) - all, direction);
        long asFar = IntStream.range(0, others.count())
                .parallel()
                .filter(b -> {
                    int[] other = others.other(b);
                    boolean[] chosen = new boolean[means.length];
                    for (int i = 0; i < chosen.length; i++) {
                        chosen[i] = other[i] != Assignments.NEVER;
                    }
                    return badness(mean(means, chosen) - all, direction) >= actual - 1e-12 * Math.abs(actual);
                })
                .count();
        return (1.0 + asFar) / (1 + others.count());
    }

    private static double badness(double distance, Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> distance;
            case HIGHER_IS_BETTER -> -distance;
            case NONE -> Math.abs(distance);
        };
    }

    private static String sentence(
            double reliability,
            double expected,
            double observed,
            double picked,
            boolean warning,
            Direction direction,
            String unit) {
        String chance =
                "a choice by chance would stand out as far in " + EffectWords.brief(100 * picked) + " % of cases";
        if (picked > STANDS_OUT) {
            return "The treated units did not stand out before: " + chance + ".";
        }
        String before = "Before, the treated units were among the "
                + (direction == Direction.NONE ? "outermost" : "worst") + ": " + chance + ". Of such units a change of "
                + EffectWords.brief(expected) + EffectWords.unit(unit)
                + " is to be expected by chance alone (reliability " + EffectWords.brief(reliability) + ")"
                + (observed == 0 ? "." : "; theirs was " + EffectWords.brief(observed) + EffectWords.unit(unit) + ".");
        return warning ? before + " Comparison with units that were not as extreme does not take that off." : before;
    }
}
