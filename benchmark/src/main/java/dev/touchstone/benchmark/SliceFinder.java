package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the leaves of a table in the way that tells most of them, and finds the slices that deviate. */
final class SliceFinder {
    /** Scale of the noise, by half of all amounts, up to which single leaves can be read. */
    private static final double READABLE = 0.45;

    /** The same where the amounts are counts, whose noise is better known from their size. */
    private static final double READABLE_COUNTS = 0.15;

    private static final double NO_STRAYS = 1e-6;

    /** Where leaves are too small to be read, a slice of less than this share of the change has to be beyond doubt. */
    private static final double SMALL_SHARE = 0.01;

    private static final double BEYOND_DOUBT = 1e-6;

    /** How often the level of the whole table may be corrected. */
    private static final int CORRECTIONS = 2;

    /**
     * @param actual of each leaf
     * @param expected of each leaf
     * @param level by which the expectation had to be multiplied for the table as a whole, before slices could be told from it
     * @param byLeaf whether single leaves could be read
     */
    record Result(double[] actual, double[] expected, double level, boolean byLeaf, List<SliceSearch.Found> found) {}

    /** Leaves as they are read one by one. */
    private record Leaves(double[] size, double[] change, Noise noise) {
        static Leaves of(double[] actual, double[] expected) {
            double[] size = new double[actual.length];
            Arrays.setAll(size, i -> Math.max(Math.abs(actual[i]), Math.abs(expected[i])));
            double[] change = ChangeEvidence.changes(actual, expected);
            return new Leaves(size, change, Noise.of(size, change, Math.max(step(actual), step(expected))));
        }

        boolean readable(boolean counts) {
            double readable = 0;
            for (int i = 0; i < size.length; i++) {
                readable += noise.scale()[i] <= (counts ? READABLE_COUNTS : READABLE) ? size[i] : 0;
            }
            return 2 * readable >= sum(size);
        }
    }

    private final Cube cube;
    private final CountExpectation expectation;
    private final Leaves leaves;
    private final boolean byLeaf;
    private final double chance;
    private final int most;

    private SliceFinder(
            Cube cube, CountExpectation expectation, Leaves leaves, boolean byLeaf, double chance, int most) {
        this.cube = cube;
        this.expectation = expectation;
        this.leaves = leaves;
        this.byLeaf = byLeaf;
        this.chance = chance;
        this.most = most;
    }

    /** Of amounts: those of the cube are actual and expected. */
    static Result ofAmounts(Cube cube, double chance, int most) {
        double[] actual = cube.amounts()[0];
        double[] expected = cube.amounts()[1];
        boolean counts = whole(actual);
        Leaves leaves = Leaves.of(actual, expected);
        boolean byLeaf = leaves.readable(counts) || negative(actual) || negative(expected);
        CountExpectation expectation;
        if (!byLeaf && counts && countedToo(actual, expected)) {
            double[] one = new double[actual.length];
            Arrays.fill(one, 1);
            expectation = CountExpectation.counted(cube, actual, one, expected, one);
        } else {
            double unit = byLeaf || counts ? 1 : unit(actual, expected);
            expectation = CountExpectation.exact(scaled(actual, unit), scaled(expected, unit));
        }
        return new SliceFinder(cube, expectation, leaves, byLeaf, chance, most).result(actual, expected);
    }

    /** Of rates: the amounts of the cube are actual count, actual cases, expected count, expected cases. */
    static Result ofRates(Cube cube, double chance, int most) {
        double[] cases = cube.amounts()[1];
        double[] casesBefore = cube.amounts()[3];
        // of cases of which most count, those that do not count tell more
        boolean complement = 2 * sum(cube.amounts()[2]) > sum(casesBefore)
                && within(cube.amounts()[0], cases)
                && within(cube.amounts()[2], casesBefore);
        double[] counts = complement ? without(cases, cube.amounts()[0]) : cube.amounts()[0];
        double[] before = complement ? without(casesBefore, cube.amounts()[2]) : cube.amounts()[2];
        CountExpectation expectation = CountExpectation.counted(cube, counts, cases, before, casesBefore);
        double[] expected = complement ? without(cases, expectation.means()) : expectation.means();
        Leaves leaves = Leaves.of(counts, expectation.means());
        boolean byLeaf = leaves.readable(true);
        return new SliceFinder(cube, expectation, leaves, byLeaf, chance, most).result(cube.amounts()[0], expected);
    }

    private Result result(double[] actual, double[] expected) {
        double level = 1;
        List<SliceSearch.Found> found = found(level);
        for (int k = 0; k < CORRECTIONS; k++) {
            Optional<SliceSearch.Found> whole = SliceSearch.whole(found);
            if (whole.isEmpty()) {
                break;
            }
            level = ratio(whole.get().leaves());
            found = found(level);
        }
        return new Result(
                actual,
                expected,
                level,
                byLeaf,
                found.stream().filter(slice -> slice.mask() != 0).toList());
    }

    private double ratio(int[] leaves) {
        double ratio =
                sum(Evidence.choose(expectation.counts(), leaves)) / sum(Evidence.choose(expectation.means(), leaves));
        return ratio > 0 && Double.isFinite(ratio) ? ratio : 1;
    }

    private List<SliceSearch.Found> found(double level) {
        CountExpectation expected = expectation.times(level);
        return byLeaf
                ? byLeaf(level == 1 ? leaves : Leaves.of(expected.counts(), expected.means()))
                : worthNaming(SliceSearch.search(cube, CountEvidence.of(expected), chance, most), expected);
    }

    private List<SliceSearch.Found> byLeaf(Leaves read) {
        ChangeEvidence evidence = ChangeEvidence.of(read.change(), read.noise(), NO_STRAYS);
        List<SliceSearch.Found> found = SliceSearch.search(cube, evidence, chance, most);
        boolean[] together = new boolean[cube.leaves()];
        boolean alone = false;
        for (SliceSearch.Found slice : found) {
            alone |= slice.leaves().length == 1;
            for (int i : slice.leaves()) {
                together[i] = slice.leaves().length > 1;
            }
        }
        if (!alone) {
            return found;
        }
        int dimensions = cube.dimensions().size();
        int[] rest =
                IntStream.range(0, together.length).filter(i -> !together[i]).toArray();
        double price = Cuboid.logTests(dimensions, dimensions, cube.leaves()) - Math.log(chance);
        int loners = evidence.only(rest).loners(price);
        if (loners <= SliceSearch.MOST_ALONE) {
            return found;
        }
        double stray = Math.min(0.5, 2.0 * loners / cube.leaves());
        return SliceSearch.search(cube, ChangeEvidence.of(read.change(), read.noise(), stray), chance, most);
    }

    private static List<SliceSearch.Found> worthNaming(List<SliceSearch.Found> found, CountExpectation expectation) {
        double whole = sum(expectation.counts()) - sum(expectation.means());
        return found.stream()
                .filter(slice -> {
                    double change = sum(Evidence.choose(expectation.counts(), slice.leaves()))
                            - sum(Evidence.choose(expectation.means(), slice.leaves()));
                    return change / whole >= SMALL_SHARE || slice.net() > -Math.log(BEYOND_DOUBT);
                })
                .toList();
    }

    /** To what the values are rounded: 1, 0.1, 0.01 or 0.001; 0 for nothing of these. */
    private static double step(double[] values) {
        for (double perOne = 1; perOne <= 1000; perOne *= 10) {
            double parts = perOne;
            if (Arrays.stream(values).allMatch(v -> Math.abs(v * parts - Math.rint(v * parts)) < 1e-6)) {
                return 1 / perOne;
            }
        }
        return 0;
    }

    private static boolean whole(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    }

    /** Whether the expectation shows that it was counted: it is whole, or 0 where things happened. */
    private static boolean countedToo(double[] actual, double[] expected) {
        double unexpected = 0;
        for (int i = 0; i < actual.length; i++) {
            unexpected += expected[i] == 0 ? actual[i] : 0;
        }
        return whole(expected) || unexpected > 0.01 * sum(actual);
    }

    /** What counts for one, so that the noise of sums is that of counts. */
    private static double unit(double[] actual, double[] expected) {
        double[] squares = new double[2];
        double[] sums = new double[2];
        for (int i = 0; i < actual.length; i++) {
            double off = actual[i] - expected[i];
            squares[off > 0 ? 1 : 0] += off * off;
            sums[off > 0 ? 1 : 0] += Math.abs(expected[i]);
        }
        double unit = Math.min(
                squares[0] / Math.max(sums[0], Double.MIN_NORMAL), squares[1] / Math.max(sums[1], Double.MIN_NORMAL));
        return unit > 0 && Double.isFinite(unit) ? unit : 1;
    }

    private static double[] scaled(double[] values, double unit) {
        return Arrays.stream(values).map(v -> v / unit).toArray();
    }

    private static boolean negative(double[] values) {
        return Arrays.stream(values).anyMatch(v -> v < 0);
    }

    private static boolean within(double[] counts, double[] cases) {
        return IntStream.range(0, counts.length).allMatch(i -> counts[i] <= cases[i]);
    }

    private static double[] without(double[] all, double[] part) {
        double[] rest = new double[all.length];
        Arrays.setAll(rest, i -> all[i] - part[i]);
        return rest;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
