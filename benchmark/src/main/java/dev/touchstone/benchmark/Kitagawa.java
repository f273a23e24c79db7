package dev.touchstone.benchmark;

import java.util.List;

/**
 * The difference of two overall rates, split into what the groups do differently (rate) and how much each weighs (mix), without a rest
 * (Kitagawa 1955). With weights w (shares of the denominators) and rates r before (0) and after (1):
 * rate effect = sum of (w1 + w0)/2 (r1 - r0), mix effect = sum of (r1 + r0)/2 (w1 - w0). The rates are ratios of sums.
 *
 * @param before overall rate
 * @param after overall rate
 * @param difference after less before: rate effect and mix effect together
 */
public record Kitagawa(
        double before, double after, double difference, double rateEffect, double mixEffect, List<Part> parts)
        implements CausesAnswer {

    /** Numerators and denominators of one group in two populations; a mean is a sum over a number of rows. */
    public record GroupRate(
            String name,
            double numeratorBefore,
            double denominatorBefore,
            double numeratorAfter,
            double denominatorAfter) {}

    /**
     * One group. A group that is in one population alone has one rate, and its effect is all mix.
     *
     * @param mixEffect counted from the mean of both overall rates, so that a group with a rate above it adds where it grows; the sum over
     *     groups is not changed by that
     */
    public record Part(
            String name,
            double weightBefore,
            double weightAfter,
            double rateBefore,
            double rateAfter,
            double rateEffect,
            double mixEffect) {}

    public Kitagawa {
        parts = List.copyOf(parts);
    }

    public static Kitagawa of(List<GroupRate> groups) {
        double[] sums = new double[4];
        for (GroupRate g : groups) {
            double[] own = {g.numeratorBefore(), g.denominatorBefore(), g.numeratorAfter(), g.denominatorAfter()};
            Values.finite(own, "group \"" + g.name() + "\"");
            if (own[1] < 0 || own[3] < 0 || own[1] == 0 && own[0] != 0 || own[3] == 0 && own[2] != 0) {
                throw new BadData(
                        "out-of-range",
                        "Group \"" + g.name() + "\" has a denominator below 0, or a numerator over a denominator of 0.",
                        "Give each numerator a denominator above 0.");
            }
            for (int k = 0; k < 4; k++) {
                sums[k] += own[k];
            }
        }
        if (sums[1] == 0 || sums[3] == 0) {
            throw new BadData(
                    "zero-denominator",
                    "All denominators of one population are 0.",
                    "Compare two populations that both have cases.");
        }
        double before = sums[0] / sums[1];
        double after = sums[2] / sums[3];
        double level = (before + after) / 2;
        List<Part> parts = groups.stream()
                .filter(g -> g.denominatorBefore() > 0 || g.denominatorAfter() > 0)
                .map(g -> part(g, sums, level))
                .toList();
        return new Kitagawa(
                before,
                after,
                after - before,
                parts.stream().mapToDouble(Part::rateEffect).sum(),
                parts.stream().mapToDouble(Part::mixEffect).sum(),
                parts);
    }

    private static Part part(GroupRate g, double[] sums, double level) {
        double w0 = g.denominatorBefore() / sums[1];
        double w1 = g.denominatorAfter() / sums[3];
        double r0 = w0 > 0 ? g.numeratorBefore() / g.denominatorBefore() : g.numeratorAfter() / g.denominatorAfter();
        double r1 = w1 > 0 ? g.numeratorAfter() / g.denominatorAfter() : r0;
        return new Part(g.name(), w0, w1, r0, r1, (w1 + w0) / 2 * (r1 - r0), ((r1 + r0) / 2 - level) * (w1 - w0));
    }
}
