package dev.touchstone.benchmark;

/**
 * All differences between a value of one ascending array and a value of another, in order, without forming them: a rank is found by
 * bisection over the doubles themselves, each step counting in one walk along both arrays.
 */
record Differences(double[] a, double[] b) {

    long count() {
        return (long) a.length * b.length;
    }

    double median() {
        long n = count();
        double high = smallest(n / 2 + 1);
        return n % 2 == 1 ? high : (smallest(n / 2) + high) / 2;
    }

    /** The difference of the given rank, from 1. */
    double smallest(long rank) {
        long low = key(a[0] - b[b.length - 1]);
        long high = key(a[a.length - 1] - b[0]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (countUpTo(value(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return value(low) + 0.0;
    }

    private long countUpTo(double x) {
        long count = 0;
        int j = b.length;
        for (int i = a.length - 1; i >= 0; i--) {
            while (j > 0 && a[i] - b[j - 1] <= x) {
                j--;
            }
            count += b.length - j;
        }
        return count;
    }

    /** An integer in the order of the doubles. */
    private static long key(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits < 0 ? ~bits ^ Long.MIN_VALUE : bits;
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key < 0 ? ~(key ^ Long.MIN_VALUE) : key);
    }
}
