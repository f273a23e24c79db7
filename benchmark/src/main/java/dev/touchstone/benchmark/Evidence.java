package dev.touchstone.benchmark;

/** How strongly the leaves of a slice speak for a cause that they have in common: logarithms of likelihood ratios, a gain for each leaf. */
sealed interface Evidence permits ChangeEvidence, CountEvidence {
    /** Numbers summed over the leaves of a slice, {@code [term][leaf]}; the last is 1 for a leaf that tells anything, else 0. */
    double[][] terms();

    /** About the most that the leaves of a slice with these sums can gain, and quick to say. */
    double bound(double[] sums);

    /** Which common change fits a slice with these sums. */
    int profile(double[] sums);

    /** Gain of one leaf in a slice of this profile. */
    double gain(int profile, int leaf);

    /** The same for some of the leaves. */
    Evidence only(int[] leaves);

    static double[] choose(double[] values, int[] at) {
        double[] chosen = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            chosen[i] = values[at[i]];
        }
        return chosen;
    }
}
