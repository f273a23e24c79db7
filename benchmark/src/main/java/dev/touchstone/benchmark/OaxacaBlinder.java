package dev.touchstone.benchmark;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The difference of two means, split by regression into what the groups have (characteristics) and what that is worth in each (Blinder
 * 1973, Oaxaca 1973). With means x and coefficients b of the group (A) and of the reference (B):
 * endowments (xA - xB)'bB, coefficients xB'(bA - bB), interaction (xA - xB)'(bA - bB);
 * and in two parts with the coefficients b* of both together, the group itself being a variable of that regression (Jann 2008):
 * explained (xA - xB)'b*, unexplained xA'(bA - b*) + xB'(b* - bB). Both splits add up to the difference.
 *
 * @param group mean
 * @param reference mean
 * @param difference group less reference
 * @param variables what each adds; a variable of texts as a whole, its coefficients counted from their mean (Yun 2005), so that nothing
 *     depends on which value is left out; the last is the constant
 */
public record OaxacaBlinder(
        int rowsOfGroup,
        int rowsOfReference,
        double group,
        double reference,
        Effect difference,
        Effect explained,
        Effect unexplained,
        Effect endowments,
        Effect coefficients,
        Effect interaction,
        List<Variable> variables)
        implements CausesAnswer {

    /** @param standardError by bootstrap of the rows within each group; absent where too few draws could be computed */
    public record Effect(double value, OptionalDouble standardError) {}

    public record Variable(
            String name,
            Effect explained,
            Effect unexplained,
            Effect endowments,
            Effect coefficients,
            Effect interaction) {}

    public OaxacaBlinder {
        variables = List.copyOf(variables);
    }

    /**
     * @param values of each row
     * @param variables columns of numbers or texts, as many rows
     * @param inGroup whether a row is of the group, else of the reference
     * @param resamples for the standard errors
     */
    public static OaxacaBlinder of(
            double[] values, List<? extends Column> variables, boolean[] inGroup, int resamples, long seed) {
        return OaxacaFit.of(values, variables, inGroup).answer(resamples, seed);
    }
}
