package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** Makes the answer about slices from what the search found. */
final class SliceReport {
    private static final int VALUES_SHOWN = 10;

    /** A change of the whole below this share of all changes together is rounding. */
    private static final double NO_CHANGE = 1e-12;

    /** Smaller probabilities than this are not told apart. */
    private static final double LEAST_SIGNIFICANCE = 1e-300;

    private final CausesQuestion.Slices question;
    private final Cube cube;
    private final SliceFinder.Result result;
    private final double actual;
    private final double expected;

    private SliceReport(CausesQuestion.Slices question, Cube cube, SliceFinder.Result result) {
        this.question = question;
        this.cube = cube;
        this.result = result;
        this.actual = Arrays.stream(result.actual()).sum();
        this.expected = Arrays.stream(result.expected()).sum();
    }

    static SlicesFound of(Samples samples, CausesQuestion.Slices question) {
        Cube cube = Cube.of(samples, question.dimensions(), question.amounts());
        for (int a = 0; a < cube.amounts().length; a++) {
            Values.finite(cube.amounts()[a], "column \"" + question.amounts().get(a) + "\"");
        }
        boolean rates = question.cases().isPresent();
        if (rates) {
            checkRates(cube, question);
        }
        SliceFinder.Result result = rates
                ? SliceFinder.ofRates(cube, question.chance(), question.most())
                : SliceFinder.ofAmounts(cube, question.chance(), question.most());
        return new SliceReport(question, cube, result).found();
    }

    private static void checkRates(Cube cube, CausesQuestion.Slices question) {
        for (int pair = 0; pair < 4; pair += 2) {
            double[] counts = cube.amounts()[pair];
            double[] cases = cube.amounts()[pair + 1];
            for (int i = 0; i < counts.length; i++) {
                if (!(counts[i] >= 0 && cases[i] >= 0) || counts[i] > 0 && cases[i] == 0) {
                    throw new BadData(
                            "out-of-range",
                            "Column \"" + question.amounts().get(pair) + "\" counts " + Words.number(counts[i]) + " of "
                                    + Words.number(cases[i]) + " cases.",
                            "Counts and cases are 0 or more, and what is counted has a case.");
                }
            }
            if (Arrays.stream(cases).sum() == 0) {
                throw new BadData(
                        "no-cases",
                        "Column \"" + question.amounts().get(pair + 1) + "\" has no cases at all.",
                        "Name a column of the cases among which was counted.");
            }
        }
    }

    private SlicesFound found() {
        boolean[] explained = new boolean[cube.leaves()];
        List<Slice> slices = new ArrayList<>();
        List<SliceSearch.Found> ranked = result.found().stream()
                .sorted(Comparator.comparingDouble(found -> -Math.abs(change(found.leaves()))))
                .toList();
        for (SliceSearch.Found found : ranked) {
            slices.add(slice(found));
            for (int i : found.leaves()) {
                explained[i] = true;
            }
        }
        double unexplained = 0;
        for (int i = 0; i < explained.length; i++) {
            unexplained += explained[i] ? 0 : result.actual()[i] - result.expected()[i];
        }
        return new SlicesFound(
                actual,
                expected,
                actual - expected,
                result.level(),
                List.copyOf(slices),
                unexplained,
                share(unexplained),
                cube.leaves(),
                SliceSearch.depth(cube),
                result.byLeaf()
                        ? "each leaf by its change as a share of its size"
                        : "counts of leaves beside their expectation, too small to be read one by one",
                shifts());
    }

    private Slice slice(SliceSearch.Found found) {
        int example = found.leaves()[0];
        SequencedMap<String, String> where = new LinkedHashMap<>();
        for (int d = 0; d < cube.dimensions().size(); d++) {
            if ((found.mask() >> d & 1) == 1) {
                where.put(cube.dimensions().get(d).name(), text(d, example));
            }
        }
        int[] all = cube.like(example, found.mask());
        double in = sum(result.actual(), all);
        double should = sum(result.expected(), all);
        boolean rates = question.cases().isPresent();
        return new Slice(
                where,
                in,
                should,
                in - should,
                share(change(found.leaves())),
                rates ? ratio(sum(cube.amounts()[0], all), sum(cube.amounts()[1], all)) : OptionalDouble.empty(),
                rates ? ratio(sum(cube.amounts()[2], all), sum(cube.amounts()[3], all)) : OptionalDouble.empty(),
                all.length,
                Math.clamp(Math.exp(-found.net()), LEAST_SIGNIFICANCE, 1));
    }

    private String text(int dimension, int leaf) {
        return cube.dimensions().get(dimension).texts().get(cube.codes()[dimension][leaf]);
    }

    private double change(int[] leaves) {
        return sum(result.actual(), leaves) - sum(result.expected(), leaves);
    }

    private static double sum(double[] values, int[] at) {
        double sum = 0;
        for (int i : at) {
            sum += values[i];
        }
        return sum;
    }

    private static OptionalDouble ratio(double a, double b) {
        return b > 0 ? OptionalDouble.of(a / b) : OptionalDouble.empty();
    }

    private OptionalDouble share(double change) {
        double all = 0;
        for (int i = 0; i < cube.leaves(); i++) {
            all += Math.abs(result.actual()[i] - result.expected()[i]);
        }
        double whole = actual - expected;
        return Math.abs(whole) > NO_CHANGE * all ? OptionalDouble.of(change / whole) : OptionalDouble.empty();
    }

    private List<SlicesFound.DimensionShift> shifts() {
        List<SlicesFound.DimensionShift> shifts = new ArrayList<>();
        for (int d = 0; d < cube.dimensions().size(); d++) {
            int size = cube.dimensions().get(d).texts().size();
            double[] happened = new double[size];
            double[] should = new double[size];
            for (int i = 0; i < cube.leaves(); i++) {
                happened[cube.codes()[d][i]] += result.actual()[i];
                should[cube.codes()[d][i]] += result.expected()[i];
            }
            List<SlicesFound.ValueShift> values = new ArrayList<>();
            for (int c = 0; c < size; c++) {
                double change = happened[c] - should[c];
                values.add(new SlicesFound.ValueShift(
                        cube.dimensions().get(d).texts().get(c), happened[c], should[c], change, share(change)));
            }
            values.sort(Comparator.comparingDouble((SlicesFound.ValueShift v) -> -Math.abs(v.change()))
                    .thenComparing(SlicesFound.ValueShift::value));
            shifts.add(new SlicesFound.DimensionShift(
                    cube.dimensions().get(d).name(),
                    surprise(happened, should),
                    values.stream().limit(VALUES_SHOWN).toList()));
        }
        shifts.sort(Comparator.comparingDouble(
                (SlicesFound.DimensionShift s) -> -s.surprise().orElse(0)));
        return shifts;
    }

    private OptionalDouble surprise(double[] happened, double[] should) {
        double sum = 0;
        for (int c = 0; c < happened.length; c++) {
            double q = happened[c] / actual;
            double p = should[c] / expected;
            if (!(p >= 0 && q >= 0 && Double.isFinite(p + q))) {
                return OptionalDouble.empty();
            }
            sum += half(p, q) + half(q, p);
        }
        return OptionalDouble.of(Math.max(0, sum));
    }

    private static double half(double p, double q) {
        return p == 0 ? 0 : p / 2 * Math.log(2 * p / (p + q));
    }
}
