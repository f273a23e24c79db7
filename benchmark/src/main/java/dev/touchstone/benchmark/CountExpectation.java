package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Counts of leaves and what is expected of them. An expectation that was itself counted is drawn towards the rate that the leaf's values
 * show in all other leaves (main effects), the more the fewer cases it rests on.
 *
 * @param shapes how sure each mean is: its variance is the square of the mean over the shape
 */
record CountExpectation(double[] counts, double[] means, double[] shapes) {
    private static final int ROUNDS = 4;
    private static final double LEAST_SHAPE = 2;
    private static final double MOST_SHAPE = 1e4;

    /** Scatter of rates beyond chance where there are too few counts to see it. */
    private static final double USUAL_SHAPE = 10;

    private static final double LEAST_MEAN_FOR_SCATTER = 2;
    private static final int LEAST_LEAVES_FOR_SCATTER = 50;

    /** Expectations that are exact: they were computed, not counted. */
    static CountExpectation exact(double[] counts, double[] means) {
        double shape = scatter(counts, means);
        double[] shapes = new double[counts.length];
        Arrays.fill(shapes, shape);
        return new CountExpectation(counts, means, shapes);
    }

    /** With all means multiplied. */
    CountExpectation times(double level) {
        return new CountExpectation(
                counts, Arrays.stream(means).map(m -> m * level).toArray(), shapes);
    }

    /**
     * @param cases in which the counts were counted, of each leaf
     * @param before counts before
     * @param casesBefore in which they were counted
     */
    static CountExpectation counted(Cube cube, double[] counts, double[] cases, double[] before, double[] casesBefore) {
        double[] rates = mainEffects(cube, before, casesBefore);
        double excess = 0;
        double squares = 0;
        for (int i = 0; i < rates.length; i++) {
            double mean = rates[i] * casesBefore[i];
            excess += (before[i] - mean) * (before[i] - mean) - mean;
            squares += mean * mean;
        }
        double prior = Math.clamp(excess <= 0 ? MOST_SHAPE : squares / excess, LEAST_SHAPE, MOST_SHAPE);
        double[] means = new double[rates.length];
        double[] shapes = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            shapes[i] = prior + before[i];
            means[i] = rates[i] == 0 ? 0 : cases[i] * shapes[i] / (prior / rates[i] + casesBefore[i]);
        }
        double scatter = scatter(counts, means);
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = 1 / (1 / shapes[i] + 1 / scatter);
        }
        return new CountExpectation(counts, means, shapes);
    }

    /** Rate of each leaf as a product of one factor for each of its values, by iterative proportional fitting. */
    private static double[] mainEffects(Cube cube, double[] counts, double[] cases) {
        double[] rates = new double[counts.length];
        double allCases = Arrays.stream(cases).sum();
        Arrays.fill(rates, allCases > 0 ? Arrays.stream(counts).sum() / allCases : 0);
        for (int round = 0; round < ROUNDS; round++) {
            for (int d = 0; d < cube.codes().length; d++) {
                int[] codes = cube.codes()[d];
                int size = cube.dimensions().get(d).texts().size();
                double[] counted = new double[size];
                double[] fitted = new double[size];
                for (int i = 0; i < rates.length; i++) {
                    counted[codes[i]] += counts[i];
                    fitted[codes[i]] += rates[i] * cases[i];
                }
                // one case more on both sides keeps a value without counts from a rate of 0
                for (int i = 0; i < rates.length; i++) {
                    rates[i] *= (counted[codes[i]] + 1) / (fitted[codes[i]] + 1);
                }
            }
        }
        return rates;
    }

    /** Shape of the scatter beyond chance, from the side of the expectation on which it is smaller. */
    private static double scatter(double[] counts, double[] means) {
        return Math.min(MOST_SHAPE, Math.max(side(counts, means, 1), side(counts, means, -1)));
    }

    private static double side(double[] counts, double[] means, int sign) {
        double excess = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < counts.length; i++) {
            double off = counts[i] - means[i];
            if (means[i] >= LEAST_MEAN_FOR_SCATTER && off * sign > 0) {
                excess += off * off - means[i];
                squares += means[i] * means[i];
                n++;
            }
        }
        if (n < LEAST_LEAVES_FOR_SCATTER) {
            return USUAL_SHAPE;
        }
        return excess <= 0 ? MOST_SHAPE : Math.max(LEAST_SHAPE, squares / excess);
    }
}
