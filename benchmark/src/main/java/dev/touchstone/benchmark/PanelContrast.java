package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The effect in a balanced panel as differences of changes: each treated unit's change from its own past, less the mean change, from
 * the same periods, of the units not yet treated (Callaway and Sant'Anna 2021). With one date and the mean of the past this is the
 * regression with effects of units and periods; with several dates it avoids that regression's comparisons with units already
 * treated.
 *
 * <p>Linear in the data for any assignment, so that re-assignments are quick.
 */
final class PanelContrast {
    /** What a unit's past says of its future without treatment. */
    enum Past {
        /** It stays at its mean. */
        MEAN,
        /** It stays where it was last. */
        LAST,
        /** Its own straight line goes on. */
        TREND
    }

    private final long[] times;
    private final int end;
    /** For each first treated period, what each unit does in each period beside its past before it. */
    private final Map<Integer, double[][]> changes = new TreeMap<>();

    /**
     * @param from first treated period of each unit, whose dates are all that will ever be asked for
     * @param end first of the last periods, whose mean effect is asked for
     */
    PanelContrast(double[][] values, long[] times, int[] from, Past past, int end) {
        this.times = times;
        this.end = end;
        for (int date : from) {
            if (date != Assignments.NEVER) {
                changes.computeIfAbsent(
                        date,
                        d -> Arrays.stream(values)
                                .map(series -> change(series, d, past))
                                .toArray(double[][]::new));
            }
        }
    }

    private double[] change(double[] series, int date, Past past) {
        if (past == Past.LAST) {
            return Arrays.stream(series).map(x -> x - series[date - 1]).toArray();
        }
        double meanTime = 0;
        double mean = 0;
        for (int t = 0; t < date; t++) {
            meanTime += times[t] / (double) date;
            mean += series[t] / date;
        }
        double squares = 0;
        double products = 0;
        for (int t = 0; t < date; t++) {
            squares += (times[t] - meanTime) * (times[t] - meanTime);
            products += (times[t] - meanTime) * (series[t] - mean);
        }
        double slope = past == Past.TREND && squares > 0 ? products / squares : 0;
        double[] change = new double[series.length];
        for (int t = 0; t < change.length; t++) {
            change[t] = series[t] - mean - slope * (times[t] - meanTime);
        }
        return change;
    }

    /**
     * @param average over all treated units and periods
     * @param atEnd over the last of those periods
     * @param byPeriod of the units treated by then; 0 before
     * @param treatedBy how many of them there are in each period
     */
    record Effect(double average, double atEnd, double[] byPeriod, int[] treatedBy) {}

    Effect of(int[] from) {
        int periods = times.length;
        double[] sums = new double[periods];
        int[] cells = new int[periods];
        for (Map.Entry<Integer, double[][]> cohort : changes.entrySet()) {
            int date = cohort.getKey();
            double[][] change = cohort.getValue();
            for (int t = date; t < periods; t++) {
                double treated = 0;
                double others = 0;
                int treatedCount = 0;
                int otherCount = 0;
                for (int i = 0; i < from.length; i++) {
                    if (from[i] == date) {
                        treated += change[i][t];
                        treatedCount++;
                    } else if (from[i] > t) {
                        others += change[i][t];
                        otherCount++;
                    }
                }
                if (otherCount > 0) {
                    sums[t] += treated - treatedCount * others / otherCount;
                    cells[t] += treatedCount;
                }
            }
        }
        return new Effect(mean(sums, cells, 0), mean(sums, cells, end), byPeriod(sums, cells), cells);
    }

    private static double mean(double[] sums, int[] cells, int first) {
        double sum = 0;
        int count = 0;
        for (int t = first; t < sums.length; t++) {
            sum += sums[t];
            count += cells[t];
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double[] byPeriod(double[] sums, int[] cells) {
        double[] effects = new double[sums.length];
        for (int t = 0; t < effects.length; t++) {
            effects[t] = cells[t] == 0 ? 0 : sums[t] / cells[t];
        }
        return effects;
    }

    /** Data that are 1 where treatment was at work, and 0 elsewhere. */
    static double[][] exposure(int[] from, int periods) {
        double[][] exposure = new double[from.length][periods];
        for (int i = 0; i < from.length; i++) {
            for (int t = Math.min(from[i], periods); t < periods; t++) {
                exposure[i][t] = 1;
            }
        }
        return exposure;
    }

    /** Mean change of each unit from a row on, beside its past before a date. */
    double[] meanChanges(int date, int row) {
        return Arrays.stream(changes.get(date))
                .mapToDouble(change -> Values.mean(Arrays.copyOfRange(change, row, change.length)))
                .toArray();
    }

    /** In each period, the change of one unit less the mean change of all others. */
    double[] gaps(int unit, int date) {
        double[][] change = changes.get(date);
        double[] gaps = new double[times.length];
        for (int t = 0; t < gaps.length; t++) {
            for (int i = 0; i < change.length; i++) {
                gaps[t] += i == unit ? change[i][t] : -change[i][t] / (change.length - 1);
            }
        }
        return gaps;
    }
}
