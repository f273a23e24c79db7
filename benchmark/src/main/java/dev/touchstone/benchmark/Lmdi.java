package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The change of a sum of products, split among their factors without a rest: logarithmic mean Divisia index, LMDI-I (Ang 2005). With
 * L(a, b) = (a - b) / ln(a / b) and L(a, a) = a, factor k adds the sum over products of L(V1, V0) ln(x1 / x0), and multiplies the whole by
 * exp of that sum over L of the whole. Factors of 0 are taken as limits (Ang and Liu 2007).
 *
 * @param before sum of products
 * @param after sum of products
 * @param factors their {@code additive} parts add up to the difference, their {@code multiplicative} parts multiply to the ratio
 */
public record Lmdi(double before, double after, List<Factor> factors) {

    /** @param multiplicative absent where the sum is 0 before or after, or a factor vanishes */
    public record Factor(String name, double additive, OptionalDouble multiplicative) {}

    public Lmdi {
        factors = List.copyOf(factors);
    }

    /**
     * @param before factors of each product, {@code [product][factor]}, none below 0
     * @param after in the same order
     */
    public static Lmdi of(List<String> names, double[][] before, double[][] after) {
        if (before.length == 0 || before.length != after.length) {
            throw new BadData(
                    "wrong-shape",
                    "There are " + before.length + " products before and " + after.length + " after.",
                    "Give the same products, one or more, for both.");
        }
        double[] additive = new double[names.size()];
        boolean[] vanishes = new boolean[names.size()];
        double v0 = 0;
        double v1 = 0;
        for (int i = 0; i < before.length; i++) {
            check(names, before[i]);
            check(names, after[i]);
            v0 += product(before[i]);
            v1 += product(after[i]);
            double[] own = effects(before[i], after[i]);
            for (int k = 0; k < own.length; k++) {
                additive[k] += own[k];
                vanishes[k] |= (before[i][k] == 0) != (after[i][k] == 0);
            }
        }
        List<Factor> factors = new ArrayList<>();
        double mean = v0 > 0 && v1 > 0 ? logMean(v1, v0) : 0;
        for (int k = 0; k < additive.length; k++) {
            factors.add(new Factor(
                    names.get(k),
                    additive[k],
                    mean == 0 || vanishes[k]
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Math.exp(additive[k] / mean))));
        }
        return new Lmdi(v0, v1, factors);
    }

    private static void check(List<String> names, double[] factors) {
        if (factors.length != names.size()) {
            throw new BadData(
                    "wrong-shape",
                    "A product has " + factors.length + " factors, and " + names.size() + " are named.",
                    "Give each product one value of each factor.");
        }
        Values.finite(factors, "a product");
        for (int k = 0; k < factors.length; k++) {
            if (factors[k] < 0) {
                throw new BadData(
                        "out-of-range",
                        "Factor \"" + names.get(k) + "\" is " + Words.number(factors[k]) + ".",
                        "Factors are 0 or more; use Shapley values where they can be negative.");
            }
        }
    }

    private static double product(double[] factors) {
        return Arrays.stream(factors).reduce(1, (a, b) -> a * b);
    }

    /** In the limit where zeros come near 0 at one speed, the factors that are 0 on one side alone share the change. */
    private static double[] effects(double[] before, double[] after) {
        double v0 = product(before);
        double v1 = product(after);
        double[] effects = new double[before.length];
        if (v0 > 0 && v1 > 0) {
            double mean = logMean(v1, v0);
            Arrays.setAll(effects, k -> mean * Math.log(after[k] / before[k]));
        } else if (v0 > 0 || v1 > 0) {
            double[] gone = v0 > 0 ? after : before;
            long zeros = Arrays.stream(gone).filter(x -> x == 0).count();
            Arrays.setAll(effects, k -> gone[k] == 0 ? (v1 - v0) / zeros : 0);
        }
        return effects;
    }

    /** Logarithmic mean of two numbers above 0; by its series where they are nearly equal. */
    static double logMean(double a, double b) {
        double ratio = (a - b) / b;
        if (Math.abs(ratio) < 1e-6) {
            return b * (1 + ratio / 2 - ratio * ratio / 12);
        }
        return (a - b) / (Math.abs(ratio) < 0.5 ? Math.log1p(ratio) : Math.log(a / b));
    }
}
