package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final List<String> DIMENSIONS = List.of("region", "carrier", "weekday");
    private static final int[] SIZES = {4, 5, 7};

    /** A leaf for each combination of values, its amounts by the codes of its values. */
    private static Samples table(ToDoubleFunction<int[]> actual, ToDoubleFunction<int[]> expected) {
        List<int[]> leaves = new ArrayList<>();
        for (int i = 0; i < SIZES[0] * SIZES[1] * SIZES[2]; i++) {
            leaves.add(new int[] {i / (SIZES[1] * SIZES[2]), i / SIZES[2] % SIZES[1], i % SIZES[2]});
        }
        List<Column> columns = new ArrayList<>();
        for (int d = 0; d < SIZES.length; d++) {
            int at = d;
            columns.add(new Column.Labels(
                    DIMENSIONS.get(d),
                    leaves.stream().mapToInt(leaf -> leaf[at]).toArray(),
                    IntStream.range(0, SIZES[d])
                            .mapToObj(v -> DIMENSIONS.get(at).charAt(0) + "" + v)
                            .toList()));
        }
        columns.add(
                new Column.Numbers("actual", leaves.stream().mapToDouble(actual).toArray()));
        columns.add(new Column.Numbers(
                "expected", leaves.stream().mapToDouble(expected).toArray()));
        return Samples.of(columns);
    }

    private static SlicesFound found(Samples samples) {
        CausesReport report = Benchmark.causes(samples, CausesOptions.slices("actual", "expected", DIMENSIONS));
        assertThat(report.json()).doesNotContain("NaN").doesNotContain("Infinity");
        return (SlicesFound) report.found();
    }

    @Test
    void oneCauseIsFoundWithWhatItChanges() {
        SlicesFound found = found(table(leaf -> leaf[0] == 1 && leaf[1] == 2 ? 60 : 100, leaf -> 100));
        assertThat(found.slices()).singleElement().satisfies(s -> {
            assertThat(s.where()).isEqualTo(Map.of("region", "r1", "carrier", "c2"));
            assertThat(s.actual()).isEqualTo(420);
            assertThat(s.expected()).isEqualTo(700);
            assertThat(s.change()).isEqualTo(-280);
            assertThat(s.share()).hasValue(1);
            assertThat(s.leaves()).isEqualTo(7);
            assertThat(s.significance()).isLessThan(1e-6);
        });
        assertThat(found.unexplained()).isZero();
    }

    @Test
    void causesInBothDirectionsAreRankedByTheirChange() {
        SlicesFound found = found(table(
                leaf -> leaf[2] == 3 ? 50 : leaf[0] == 0 && leaf[1] == 4 ? 220 : 100 + (leaf[0] + leaf[1]) % 3 - 1,
                leaf -> 100));
        assertThat(found.slices()).extracting(Slice::name).containsExactly("weekday=w3", "region=r0 & carrier=c4");
        double shares = found.slices().stream()
                .mapToDouble(s -> s.share().getAsDouble())
                .sum();
        assertThat(shares + found.unexplainedShare().getAsDouble()).isCloseTo(1, within(1e-12));
    }

    @Test
    void oneLeafCanBeACause() {
        SplittableRandom random = new SplittableRandom(1);
        SlicesFound found = found(table(
                leaf -> leaf[0] == 3 && leaf[1] == 0 && leaf[2] == 6 ? 0 : 100 + random.nextGaussian(), leaf -> 100));
        assertThat(found.slices()).extracting(Slice::name).containsExactly("region=r3 & carrier=c0 & weekday=w6");
    }

    @Test
    void twoValuesOfOneDimensionAreTwoSlicesAndNotTheirWhole() {
        SplittableRandom random = new SplittableRandom(5);
        SlicesFound found =
                found(table(leaf -> leaf[0] == 2 && leaf[1] <= 1 ? 30 : 100 + random.nextGaussian(), leaf -> 100));
        assertThat(found.slices())
                .extracting(Slice::name)
                .containsExactlyInAnyOrder("region=r2 & carrier=c0", "region=r2 & carrier=c1");
    }

    @Test
    void noiseShowsACauseInAtMostOneTableOfTwenty() {
        long alarms = IntStream.range(0, 200)
                .filter(seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    return !found(table(leaf -> 100 + 10 * random.nextGaussian(), leaf -> 100))
                            .slices()
                            .isEmpty();
                })
                .count();
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void aForecastThatIsOffEverywhereIsNoCauseOfOneSlice() {
        SplittableRandom random = new SplittableRandom(2);
        CausesReport report = Benchmark.causes(
                table(leaf -> 80 + 5 * random.nextGaussian(), leaf -> 100),
                CausesOptions.slices("actual", "expected", DIMENSIONS));
        assertThat(((SlicesFound) report.found()).slices()).isEmpty();
        assertThat(report.answer())
                .startsWith("No cause stands out: the shortfall of ")
                .endsWith("The table as a whole is at 80 % of what was expected; slices are told from that level.");
    }

    @Test
    void countsThatAreSmallEverywhereAreJudgedTogether() {
        SplittableRandom random = new SplittableRandom(3);
        SlicesFound found = found(table(
                leaf -> random.doubles(40)
                        .filter(u -> u < (leaf[1] == 3 ? 0.15 : 0.025))
                        .count(),
                leaf -> 1));
        assertThat(found.slices()).extracting(Slice::name).containsExactly("carrier=c3");
        assertThat(found.readBy()).startsWith("counts");
    }

    @Test
    void ratesAreJudgedAmongTheirCases() {
        SplittableRandom random = new SplittableRandom(4);
        Samples samples = table(leaf -> 10 + 5 * leaf[2], leaf -> 10 + 5 * leaf[2]);
        double[] cases = samples.numbers("actual");
        int[] region = samples.labels("region").codes();
        double[] late = new double[cases.length];
        double[] lateBefore = new double[cases.length];
        for (int i = 0; i < cases.length; i++) {
            double rate = region[i] == 2 ? 0.3 : 0.05;
            late[i] = random.doubles((long) cases[i]).filter(u -> u < rate).count();
            lateBefore[i] =
                    random.doubles((long) cases[i]).filter(u -> u < 0.05).count();
        }
        CausesReport report = Benchmark.causes(
                samples.with(new Column.Numbers("late", late)).with(new Column.Numbers("lateBefore", lateBefore)),
                new CausesOptions(CausesQuestion.Slices.of("late", "lateBefore", DIMENSIONS)
                        .among("actual", "expected")));
        SlicesFound found = (SlicesFound) report.found();
        assertThat(found.slices()).extracting(Slice::name).containsExactly("region=r2");
        assertThat(found.slices().getFirst().rate().getAsDouble()).isCloseTo(0.3, within(0.03));
        assertThat(found.slices().getFirst().expectedRate().getAsDouble()).isCloseTo(0.05, within(0.02));
        assertThat(report.text()).contains("region=r2");
    }

    @Test
    void nothingThatWasExpectedStaysNothing() {
        SlicesFound found = found(table(leaf -> 0, leaf -> 0));
        assertThat(found.slices()).isEmpty();
        assertThat(found.unexplainedShare()).isEmpty();
    }

    @Test
    void surpriseRanksTheDimensionOfTheCauseFirst() {
        SlicesFound found = found(table(leaf -> leaf[1] == 2 ? 10 : 100, leaf -> 100));
        assertThat(found.dimensions().getFirst().dimension()).isEqualTo("carrier");
        // shares of the five carriers were 1/5 each, and are 10/410 and 100/410
        double q = 10 / 410.0;
        double p = 1 / 5.0;
        double r = 100 / 410.0;
        double surprise = (p * Math.log(2 * p / (p + q)) + q * Math.log(2 * q / (p + q))) / 2
                + 4 * (p * Math.log(2 * p / (p + r)) + r * Math.log(2 * r / (p + r))) / 2;
        assertThat(found.dimensions().getFirst().surprise().getAsDouble()).isCloseTo(surprise, within(1e-12));
        assertThat(found.dimensions().getFirst().values().getFirst().explanatoryPower())
                .hasValue(1);
    }

    @Test
    void rowsOfOneLeafAreAddedAndTheirOrderDoesNotMatter() {
        Samples samples = table(leaf -> leaf[1] == 2 ? 10 : 100, leaf -> 100);
        int n = samples.rows();
        int[] order = IntStream.range(0, 2 * n).map(i -> 2 * n - 1 - i).toArray();
        List<Column> columns = new ArrayList<>();
        for (String dimension : DIMENSIONS) {
            Column.Labels labels = samples.labels(dimension);
            columns.add(new Column.Labels(
                    dimension,
                    IntStream.of(order).map(i -> labels.codes()[i % n]).toArray(),
                    labels.dictionary()));
        }
        for (String amount : List.of("actual", "expected")) {
            columns.add(new Column.Numbers(
                    amount,
                    IntStream.of(order)
                            .mapToDouble(i -> samples.numbers(amount)[i % n] / 2)
                            .toArray()));
        }
        assertThat(found(Samples.of(columns)).slices()).isEqualTo(found(samples).slices());
    }

    @Test
    void questionsThatCannotBeAnsweredSayWhatWouldBeRight() {
        Samples samples = table(leaf -> 1, leaf -> 1);
        assertThatThrownBy(() -> CausesOptions.slices("actual", "expected", List.of()))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("Name 1 to 10 columns");
        assertThatThrownBy(() -> Benchmark.causes(
                        samples, CausesOptions.slices("actual", "expected", List.of("region", "country"))))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("no column \"country\"");
        assertThatThrownBy(() -> Benchmark.causes(
                        samples,
                        new CausesOptions(CausesQuestion.Slices.of("actual", "expected", DIMENSIONS)
                                .among("expected", "none"))))
                .isInstanceOf(BadData.class);
        assertThatThrownBy(() -> Benchmark.causes(
                        table(leaf -> 3, leaf -> 0),
                        new CausesOptions(CausesQuestion.Slices.of("actual", "expected", DIMENSIONS)
                                .among("expected", "expected"))))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("counts 3 of 0 cases");
    }
}
