package dev.touchstone.benchmark;

import java.util.Arrays;

/** All slices with conditions on the same dimensions, and what the leaves not yet explained say of each. */
final class Cuboid {
    private final int mask;
    private final int[] cell;
    private final int count;
    private final double logTests;
    private final Evidence evidence;
    private final double[][] sums;
    private final double[] gain;
    private int best;

    /**
     * @param mask dimensions, as bits
     * @param explained leaves that are explained by slices found before; shared by all cuboids
     * @param logTests logarithm of the number of slices among which one of these is sought
     */
    Cuboid(int mask, Cube.Numbering numbering, Evidence evidence, boolean[] explained, double logTests) {
        this.mask = mask;
        this.cell = numbering.of();
        this.count = numbering.count();
        this.logTests = logTests;
        this.evidence = evidence;
        this.sums = new double[evidence.terms().length][count];
        this.gain = new double[count];
        for (int t = 0; t < sums.length; t++) {
            double[] term = evidence.terms()[t];
            for (int i = 0; i < cell.length; i++) {
                sums[t][cell[i]] += explained[i] ? 0 : term[i];
            }
        }
        boolean[] all = new boolean[count];
        Arrays.fill(all, true);
        judge(all, explained);
    }

    /** Logarithm of the number of slices, each depth being given the same weight. */
    static double logTests(int dimensions, int depth, int slices) {
        double log = depth == 0 ? 0 : Math.log(dimensions) + Math.log(slices);
        for (int i = 1; i <= depth; i++) {
            log += Math.log((dimensions - depth + i) / (double) i);
        }
        return log;
    }

    int mask() {
        return mask;
    }

    double logTests() {
        return logTests;
    }

    /** Gain of the best slice, after the price of having sought it among so many. */
    double net() {
        return gain[best] - logTests;
    }

    double gain() {
        return gain[best];
    }

    int profile() {
        return evidence.profile(sums(best));
    }

    int[] leavesOfBest(boolean[] explained) {
        int[] leaves = new int[cell.length];
        int n = 0;
        for (int i = 0; i < cell.length; i++) {
            if (cell[i] == best && !explained[i]) {
                leaves[n++] = i;
            }
        }
        return Arrays.copyOf(leaves, n);
    }

    /** Passes over the best slice until some of its leaves are explained by another. */
    void pass() {
        gain[best] = Double.NEGATIVE_INFINITY;
        findBest();
    }

    /** Takes leaves out that have been explained. */
    void remove(int[] leaves, boolean[] explained) {
        boolean[] touched = new boolean[count];
        for (int i : leaves) {
            touched[cell[i]] = true;
        }
        for (int t = 0; t < sums.length; t++) {
            double[] term = evidence.terms()[t];
            double[] sum = sums[t];
            for (int i : leaves) {
                sum[cell[i]] -= term[i];
            }
        }
        double[] left = sums[sums.length - 1];
        for (int i : leaves) {
            // rounding must not leave something where there is nothing
            if (left[cell[i]] == 0) {
                for (double[] sum : sums) {
                    sum[cell[i]] = 0;
                }
            }
        }
        judge(touched, explained);
    }

    private void judge(boolean[] which, boolean[] explained) {
        int[] profile = new int[count];
        boolean[] promising = new boolean[count];
        boolean any = false;
        double[] own = new double[sums.length];
        double[] bound = new double[count];
        for (int c = 0; c < count; c++) {
            if (which[c]) {
                for (int t = 0; t < own.length; t++) {
                    own[t] = sums[t][c];
                }
                gain[c] = 0;
                bound[c] = own[own.length - 1] > 0 ? evidence.bound(own) : 0;
                promising[c] = bound[c] > logTests;
                profile[c] = promising[c] ? evidence.profile(own) : 0;
                any |= promising[c];
            }
        }
        if (any) {
            for (int i = 0; i < cell.length; i++) {
                if (promising[cell[i]] && !explained[i]) {
                    gain[cell[i]] += evidence.gain(profile[cell[i]], i);
                }
            }
            // scatter of another shape than the noise is no change
            for (int c = 0; c < count; c++) {
                gain[c] = which[c] ? Math.min(gain[c], bound[c]) : gain[c];
            }
        }
        findBest();
    }

    private double[] sums(int c) {
        return Arrays.stream(sums).mapToDouble(sum -> sum[c]).toArray();
    }

    private void findBest() {
        best = 0;
        for (int c = 1; c < count; c++) {
            if (gain[c] > gain[best]) {
                best = c;
            }
        }
    }
}
