package dev.touchstone.benchmark;

/**
 * A definition of the sample quantile: types 1 to 9 of Hyndman and Fan (1996), as numbered by R. Type 7 is that of Excel INC and
 * numpy, type 6 that of Minitab and SPSS. For small groups the type matters: the third quartile of six values may be 8 or 14.
 */
public record Quantile(int type) {
    public static final Quantile DEFAULT = new Quantile(7);

    private static final double FUZZ = 4 * Math.ulp(1.0);

    public Quantile {
        if (type < 1 || type > 9) {
            throw new BadData("out-of-range", "There is no quantile type " + type + ".", "Choose a type from 1 to 9.");
        }
    }

    /** The quantile at probability {@code p} of values in any order; the array is left as it is. */
    public double of(double[] values, double p) {
        return ofSorted(Values.sorted(values, "the sample"), p);
    }

    /** The quantile at probability {@code p} of values already in ascending order. */
    public double ofSorted(double[] ascending, double p) {
        Position at = position(ascending.length, p);
        double low = ascending[at.rank() - 1];
        if (at.weight() == 0) {
            return low;
        }
        double high = ascending[at.rank()];
        return low == high ? low : (1 - at.weight()) * low + at.weight() * high;
    }

    /** A quantile as the rank below it (from 1) and the weight of the next rank; the next rank exists where the weight is not 0. */
    record Position(int rank, double weight) {}

    Position position(int n, double p) {
        if (n == 0) {
            throw new BadData("empty", "The sample has no values.", "Give at least one value.");
        }
        if (!(p >= 0 && p <= 1)) {
            throw new BadData("out-of-range", "The probability is " + p + ".", "It must lie between 0 and 1.");
        }
        double h = virtualRank(n, p);
        int below = (int) Math.floor(h + FUZZ * Math.max(1, h));
        boolean between = h > below + FUZZ * Math.max(1, h);
        double weight = switch (type) {
            case 1 -> between ? 1 : 0;
            case 2 -> between ? 1 : 0.5;
            case 3 -> between || below % 2 != 0 ? 1 : 0;
            default -> between ? h - below : 0;
        };
        if (weight == 1) {
            below++;
            weight = 0;
        }
        if (below < 1) {
            return new Position(1, 0);
        }
        return below >= n ? new Position(n, 0) : new Position(below, weight);
    }

    private double virtualRank(int n, double p) {
        return switch (type) {
            case 3 -> n * p - 0.5;
            case 5 -> n * p + 0.5;
            case 6 -> (n + 1) * p;
            case 7 -> (n - 1) * p + 1;
            case 8 -> (n + 1 / 3.0) * p + 1 / 3.0;
            case 9 -> (n + 0.25) * p + 0.375;
            default -> n * p;
        };
    }
}
