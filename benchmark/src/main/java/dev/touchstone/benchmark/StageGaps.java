package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The gap of mean lead time between a group and a reference, split by the stages that make it up. Each object's lead time is the sum of
 * its stages, so the gaps of the stages add up to the gap of the whole, and their shares of the variance, cov(stage, total) / var(total)
 * over all objects, to 1.
 *
 * @param group mean lead time
 * @param reference mean lead time
 * @param gap group less reference
 * @param stages by the size of their gap
 */
public record StageGaps(
        int objectsOfGroup, int objectsOfReference, double group, double reference, double gap, List<Stage> stages)
        implements CausesAnswer {
    private static final double LEVEL = 0.95;

    /**
     * @param share of the gap of the whole; absent where that is 0
     * @param interval of the gap (Welch), with both at least two objects
     * @param varianceShare absent where all lead times are equal; below 0 for a stage that is short where the others are long
     */
    public record Stage(
            String name,
            double group,
            double reference,
            double gap,
            OptionalDouble share,
            Interval interval,
            OptionalDouble varianceShare) {}

    public StageGaps {
        stages = List.copyOf(stages);
    }

    /**
     * @param group durations by stage of each object, {@code [stage][object]}
     * @param reference in the same order of stages
     */
    public static StageGaps of(List<String> names, double[][] group, double[][] reference) {
        if (names.isEmpty() || group.length != names.size() || reference.length != names.size()) {
            throw new BadData(
                    "wrong-shape",
                    names.size() + " stages are named, " + group.length + " and " + reference.length + " are given.",
                    "Give the durations of each stage for the group and for the reference.");
        }
        double[] ofGroup = totals(names, group, "the group");
        double[] ofReference = totals(names, reference, "the reference");
        double[] all = joined(ofGroup, ofReference);
        double meanOfAll = Values.mean(all);
        double variance = all.length < 2 ? 0 : Values.variance(all, meanOfAll);
        double gap = Values.mean(ofGroup) - Values.mean(ofReference);
        List<Stage> stages = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            double mean = Values.mean(group[s]);
            double other = Values.mean(reference[s]);
            double[] stage = joined(group[s], reference[s]);
            stages.add(new Stage(
                    names.get(s),
                    mean,
                    other,
                    mean - other,
                    gap == 0 ? OptionalDouble.empty() : OptionalDouble.of((mean - other) / gap),
                    welch(group[s], mean, reference[s], other),
                    variance > 0
                            ? OptionalDouble.of(covariance(stage, all, meanOfAll) / variance)
                            : OptionalDouble.empty()));
        }
        stages.sort(Comparator.comparingDouble((Stage s) -> -Math.abs(s.gap())));
        return new StageGaps(
                ofGroup.length, ofReference.length, Values.mean(ofGroup), Values.mean(ofReference), gap, stages);
    }

    private static double[] totals(List<String> names, double[][] stages, String whose) {
        double[] totals = new double[stages[0].length];
        for (int s = 0; s < stages.length; s++) {
            Values.checked(stages[s], "stage \"" + names.get(s) + "\" of " + whose);
            if (stages[s].length != totals.length) {
                throw new BadData(
                        "wrong-shape",
                        "Stage \"" + names.get(s) + "\" has " + stages[s].length + " objects, the first has "
                                + totals.length + ".",
                        "Give each object a duration of each stage, 0 where it skipped it.");
            }
            for (int i = 0; i < totals.length; i++) {
                totals[i] += stages[s][i];
            }
        }
        return totals;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = new double[a.length + b.length];
        System.arraycopy(a, 0, both, 0, a.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double covariance(double[] stage, double[] total, double meanOfTotal) {
        double mean = Values.mean(stage);
        double sum = 0;
        for (int i = 0; i < stage.length; i++) {
            sum += (stage[i] - mean) * (total[i] - meanOfTotal);
        }
        return sum / (stage.length - 1);
    }

    private static Interval welch(double[] a, double meanA, double[] b, double meanB) {
        if (a.length < 2 || b.length < 2) {
            return Interval.none(LEVEL, "Welch", "One object gives no interval: at least 2 are needed on both sides.");
        }
        double va = Values.variance(a, meanA) / a.length;
        double vb = Values.variance(b, meanB) / b.length;
        double gap = meanA - meanB;
        if (va + vb == 0) {
            return Interval.of(gap, gap, LEVEL, "Welch");
        }
        double degrees = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
        double half = TDistribution.of(degrees).inverseSurvivalProbability((1 - LEVEL) / 2) * Math.sqrt(va + vb);
        return Interval.of(gap - half, gap + half, LEVEL, "Welch");
    }
}
