package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Fits the regressions of an Oaxaca-Blinder decomposition, once for the rows and once for each resample of them. */
final class OaxacaFit {
    private static final int EFFECTS = 5;
    private static final int LEAST_DRAWS = 20;

    private final double[] values;
    private final OaxacaDesign design;
    private final int[] group;
    private final int[] reference;
    private final double[] indicator;

    private OaxacaFit(double[] values, OaxacaDesign design, boolean[] inGroup) {
        this.values = values;
        this.design = design;
        this.group = rows(inGroup, true);
        this.reference = rows(inGroup, false);
        this.indicator = new double[values.length];
        for (int i : group) {
            indicator[i] = 1;
        }
    }

    static OaxacaFit of(double[] values, List<? extends Column> variables, boolean[] inGroup) {
        Values.checked(values, "the values");
        if (variables.isEmpty()) {
            throw new BadData("no-variable", "No variable is named.", "Name one or more that may explain the gap.");
        }
        OaxacaDesign design = OaxacaDesign.of(variables, values.length);
        OaxacaFit fit = new OaxacaFit(values, design, inGroup);
        for (int[] rows : List.of(fit.group, fit.reference)) {
            if (rows.length <= design.width()) {
                throw new BadData(
                        "too-few",
                        (rows == fit.group ? "The group has " : "The reference has ") + rows.length + " rows for "
                                + design.width() + " coefficients.",
                        "Give more rows or fewer variables.");
            }
        }
        return fit;
    }

    private static int[] rows(boolean[] inGroup, boolean which) {
        return IntStream.range(0, inGroup.length)
                .filter(i -> inGroup[i] == which)
                .toArray();
    }

    OaxacaBlinder answer(int resamples, long seed) {
        double[] once = effects(weights(group, null), weights(reference, null));
        if (once == null) {
            throw new BadData(
                    "collinear",
                    "The variables cannot be told from each other in one of the groups: one is constant there, or follows from others.",
                    "Leave such a variable out, or put rare values of a text together.");
        }
        double[] errors = errors(once.length, resamples, seed);
        int n = design.names().size() + 1;
        List<OaxacaBlinder.Variable> variables = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            OaxacaBlinder.Effect[] e = new OaxacaBlinder.Effect[EFFECTS];
            for (int k = 0; k < EFFECTS; k++) {
                e[k] = effect(once, errors, (v + 1) * EFFECTS + k);
            }
            String name = v < n - 1 ? design.names().get(v) : "(constant)";
            variables.add(new OaxacaBlinder.Variable(name, e[0], e[1], e[2], e[3], e[4]));
        }
        int means = (n + 1) * EFFECTS;
        return new OaxacaBlinder(
                group.length,
                reference.length,
                once[means],
                once[means + 1],
                effect(once, errors, means + 2),
                effect(once, errors, 0),
                effect(once, errors, 1),
                effect(once, errors, 2),
                effect(once, errors, 3),
                effect(once, errors, 4),
                variables);
    }

    private static OaxacaBlinder.Effect effect(double[] once, double[] errors, int at) {
        return new OaxacaBlinder.Effect(
                once[at], errors == null ? OptionalDouble.empty() : OptionalDouble.of(errors[at]));
    }

    /** Standard deviations over resamples; null where too few of them could be computed. */
    private double[] errors(int length, int resamples, long seed) {
        double[][] draws = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(draw -> {
                    UniformRandomProvider random = RandomStream.of(seed, draw);
                    return effects(weights(group, random), weights(reference, random));
                })
                .filter(Objects::nonNull)
                .toArray(double[][]::new);
        if (draws.length < LEAST_DRAWS || 2 * draws.length < resamples) {
            return null;
        }
        double[] errors = new double[length];
        Arrays.setAll(errors, k -> {
            double[] one = Arrays.stream(draws).mapToDouble(d -> d[k]).toArray();
            return Math.sqrt(Values.variance(one, Values.mean(one)));
        });
        return errors;
    }

    /** How often each row counts: once, or as often as it is drawn. */
    private double[] weights(int[] rows, UniformRandomProvider random) {
        double[] weights = new double[values.length];
        for (int i : rows) {
            weights[random == null ? i : rows[random.nextInt(rows.length)]]++;
        }
        return weights;
    }

    /**
     * Explained, unexplained, endowments, coefficients, interaction: of the whole, of each variable, of the constant; then both means and
     * their difference. Null where a regression cannot be computed.
     */
    private double[] effects(double[] ofGroup, double[] ofReference) {
        double[] both = new double[values.length];
        Arrays.setAll(both, i -> ofGroup[i] + ofReference[i]);
        double[] a = design.fit(values, ofGroup, null);
        double[] b = design.fit(values, ofReference, null);
        double[] pooled = design.fit(values, both, indicator);
        if (a == null || b == null || pooled == null) {
            return null;
        }
        double[] xa = design.means(ofGroup);
        double[] xb = design.means(ofReference);
        int n = design.names().size();
        double[] effects = new double[(n + 2) * EFFECTS + 3];
        for (int v = 0; v < n; v++) {
            double[][] x = {means(v, xa), means(v, xb)};
            double[][] coefficient = {level(v, a), level(v, b), level(v, pooled)};
            for (int j = 0; j < x[0].length; j++) {
                add(effects, v, x[0][j], x[1][j], coefficient[0][j], coefficient[1][j], coefficient[2][j]);
            }
        }
        add(effects, n, 1, 1, constant(a), constant(b), constant(pooled));
        int means = (n + 2) * EFFECTS;
        effects[means] = mean(ofGroup);
        effects[means + 1] = mean(ofReference);
        effects[means + 2] = effects[means] - effects[means + 1];
        return effects;
    }

    private static void add(double[] effects, int variable, double xa, double xb, double a, double b, double pooled) {
        double[] own = {
            (xa - xb) * pooled, xa * (a - pooled) + xb * (pooled - b), (xa - xb) * b, xb * (a - b), (xa - xb) * (a - b)
        };
        for (int k = 0; k < EFFECTS; k++) {
            effects[k] += own[k];
            effects[(variable + 1) * EFFECTS + k] += own[k];
        }
    }

    /** Means of a variable as it was given: of a text the share of each value, the one without a column first. */
    private double[] means(int variable, double[] of) {
        int from = design.from()[variable];
        int to = design.from()[variable + 1];
        if (!design.texts()[variable]) {
            return new double[] {of[from] + design.centres()[from]};
        }
        double[] shares = new double[to - from + 1];
        shares[0] = 1;
        for (int j = from; j < to; j++) {
            shares[j - from + 1] = of[j];
            shares[0] -= of[j];
        }
        return shares;
    }

    private double[] level(int variable, double[] coefficients) {
        int from = design.from()[variable];
        int to = design.from()[variable + 1];
        if (!design.texts()[variable]) {
            return new double[] {coefficients[from]};
        }
        double mean = meanOfText(variable, coefficients);
        double[] level = new double[to - from + 1];
        level[0] = -mean;
        for (int j = from; j < to; j++) {
            level[j - from + 1] = coefficients[j] - mean;
        }
        return level;
    }

    private double meanOfText(int variable, double[] coefficients) {
        int from = design.from()[variable];
        int to = design.from()[variable + 1];
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += coefficients[j];
        }
        return sum / (to - from + 1);
    }

    /** The constant for variables as they were given and coefficients counted from their mean. */
    private double constant(double[] coefficients) {
        double constant = coefficients[0];
        for (int v = 0; v < design.names().size(); v++) {
            int from = design.from()[v];
            constant += design.texts()[v] ? meanOfText(v, coefficients) : -coefficients[from] * design.centres()[from];
        }
        return constant;
    }

    private double mean(double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }
}
