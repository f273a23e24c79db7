package dev.touchstone.benchmark;

import java.util.Arrays;

/** Control of the share of false alarms among all alarms raised (Benjamini and Hochberg 1995). */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted p-values, in the order given: raising an alarm wherever the result is at most q keeps the expected share of false
     * alarms at or below q.
     */
    public static double[] adjust(double[] pValues) {
        int m = pValues.length;
        Integer[] order = new Integer[m];
        for (int i = 0; i < m; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new BadData(
                        "out-of-range",
                        "P-value " + (i + 1) + " is " + pValues[i] + ".",
                        "A p-value lies between 0 and 1.");
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(pValues[b], pValues[a]));
        double[] adjusted = new double[m];
        double least = 1;
        for (int i = 0; i < m; i++) {
            least = Math.min(least, pValues[order[i]] * m / (m - i));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
