package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Splits of a difference: known answers, and that the parts add up to the whole. */
class SplitsTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    @Test
    void rateAndMixByHand() {
        Kitagawa split = Kitagawa.of(
                List.of(new Kitagawa.GroupRate("A", 10, 100, 30, 200), new Kitagawa.GroupRate("B", 60, 300, 50, 200)));
        assertThat(split.before()).isCloseTo(0.175, EXACTLY);
        assertThat(split.after()).isCloseTo(0.2, EXACTLY);
        assertThat(split.rateEffect()).isCloseTo(0.375 * 0.05 + 0.625 * 0.05, EXACTLY);
        assertThat(split.mixEffect()).isCloseTo(0.125 * 0.25 - 0.225 * 0.25, EXACTLY);
        // the group with less than the mean rate grows: that lowers the whole
        assertThat(split.parts().getFirst().mixEffect()).isCloseTo(0.25 * (0.125 - 0.1875), EXACTLY);
    }

    @Test
    void rateAndMixAddUpWithGroupsThatComeAndGo() {
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 200; draw++) {
            List<Kitagawa.GroupRate> groups = new ArrayList<>();
            for (int g = 0; g < 2 + random.nextInt(8); g++) {
                double d0 = g > 0 && random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(100);
                double d1 = g > 0 && random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(100);
                groups.add(new Kitagawa.GroupRate("g" + g, d0 * random.nextDouble(), d0, d1 * random.nextDouble(), d1));
            }
            Kitagawa split = Kitagawa.of(groups);
            assertThat(split.rateEffect() + split.mixEffect()).isCloseTo(split.difference(), EXACTLY);
        }
    }

    @Test
    void factorsThatBothDoubleShareTheChange() {
        Lmdi split = Lmdi.of(List.of("a", "b"), new double[][] {{1, 10}}, new double[][] {{2, 20}});
        assertThat(split.factors())
                .extracting(Lmdi.Factor::additive)
                .allSatisfy(x -> assertThat(x).isCloseTo(15, EXACTLY));
        assertThat(split.factors().getFirst().multiplicative().getAsDouble()).isCloseTo(2, EXACTLY);
    }

    @Test
    void factorsOfSumsOfProductsAddUpAndMultiplyUp() {
        SplittableRandom random = new SplittableRandom(2);
        for (int draw = 0; draw < 200; draw++) {
            int products = 1 + random.nextInt(4);
            double[][] before = new double[products][];
            double[][] after = new double[products][];
            for (int i = 0; i < products; i++) {
                before[i] = random.doubles(3, 0.1, 9).toArray();
                after[i] = random.doubles(3, 0.1, 9).toArray();
            }
            Lmdi split = Lmdi.of(List.of("a", "b", "c"), before, after);
            double sum =
                    split.factors().stream().mapToDouble(Lmdi.Factor::additive).sum();
            double product = split.factors().stream()
                    .mapToDouble(f -> f.multiplicative().getAsDouble())
                    .reduce(1, (a, b) -> a * b);
            assertThat(sum).isCloseTo(split.after() - split.before(), within(1e-9));
            assertThat(product).isCloseTo(split.after() / split.before(), within(1e-9));
        }
    }

    @Test
    void factorsOfZeroAreTakenAsLimits() {
        Lmdi gone = Lmdi.of(List.of("a", "b"), new double[][] {{4, 5}}, new double[][] {{0, 7}});
        assertThat(gone.factors()).extracting(Lmdi.Factor::additive).containsExactly(-20.0, 0.0);
        assertThat(gone.factors().getFirst().multiplicative()).isEmpty();
        Lmdi near = Lmdi.of(List.of("a", "b"), new double[][] {{4, 5}}, new double[][] {{1e-200, 7}});
        assertThat(near.factors().getFirst().additive()).isCloseTo(-20, within(0.1));
        Lmdi never = Lmdi.of(List.of("a", "b"), new double[][] {{0, 5}}, new double[][] {{0, 7}});
        assertThat(never.factors()).extracting(Lmdi.Factor::additive).containsExactly(0.0, 0.0);
        assertThat(Lmdi.logMean(3, 3)).isEqualTo(3);
        assertThat(Lmdi.logMean(1 + 1e-7, 1)).isCloseTo(1 + 0.5e-7, within(1e-14));
        assertThatThrownBy(() -> Lmdi.of(List.of("a"), new double[][] {{-1}}, new double[][] {{1}}))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("Shapley");
    }

    @Test
    void aProductOfThreeDriversByHand() {
        double[] before = {0.9, 0.8, 0.95};
        double[] after = {0.85, 0.9, 0.99};
        Shapley split = Shapley.of(
                List.of("availability", "performance", "quality"), before, after, x -> x[0] * x[1] * x[2], 2, 1);
        double expected = (after[0] - before[0])
                * (2 * before[1] * before[2] + before[1] * after[2] + after[1] * before[2] + 2 * after[1] * after[2])
                / 6;
        assertThat(split.exact()).isTrue();
        assertThat(split.drivers().getFirst().contribution()).isCloseTo(expected, EXACTLY);
    }

    /** The runway game of Littlechild and Owen (1973): each pays for the parts of the runway that it needs, with all who need them. */
    private static double[] runway(int n) {
        double[] share = new double[n];
        double paid = 0;
        for (int k = 0; k < n; k++) {
            paid += 1.0 / (n - k);
            share[k] = paid;
        }
        return share;
    }

    private static Shapley runwayGame(int n, int orders, long seed) {
        return Shapley.of(
                IntStream.range(0, n).mapToObj(k -> "p" + k).toList(),
                new double[n],
                IntStream.rangeClosed(1, n).asDoubleStream().toArray(),
                x -> Arrays.stream(x).max().getAsDouble(),
                orders,
                seed);
    }

    @Test
    void theRunwayGameIsSharedAsPublished() {
        assertThat(runwayGame(12, 2, 1).drivers().stream()
                        .mapToDouble(Shapley.Driver::contribution)
                        .toArray())
                .containsExactly(runway(12), within(1e-9));
    }

    @Test
    void drawnOrdersAddUpAndAreNearTheTruth() {
        Shapley drawn = runwayGame(20, 2000, 7);
        double[] truth = runway(20);
        assertThat(drawn.exact()).isFalse();
        assertThat(drawn.drivers().stream()
                        .mapToDouble(Shapley.Driver::contribution)
                        .sum())
                .isCloseTo(20, within(1e-9));
        for (int k = 0; k < 20; k++) {
            Shapley.Driver d = drawn.drivers().get(k);
            assertThat(d.contribution())
                    .isCloseTo(truth[k], within(4 * d.standardError().getAsDouble()));
        }
        assertThat(runwayGame(20, 2000, 7)).isEqualTo(drawn);
    }

    @Test
    void stagesByHand() {
        StageGaps gaps = StageGaps.of(
                List.of("pick", "pack", "ship"),
                new double[][] {{2, 4, 3}, {1, 1, 1}, {10, 14, 12}},
                new double[][] {{2, 3}, {1, 2}, {8, 8}});
        assertThat(gaps.gap()).isCloseTo(16 - 12, EXACTLY);
        assertThat(gaps.stages()).extracting(StageGaps.Stage::name).containsExactly("ship", "pick", "pack");
        assertThat(gaps.stages().getFirst().gap()).isEqualTo(4);
        assertThat(gaps.stages().getFirst().share()).hasValue(1);
        // totals 13, 19, 16, 11, 13 about 14.4; ship about 10.4
        double covariance = (-1.4 * -0.4 + 4.6 * 3.6 + 1.6 * 1.6 + -3.4 * -2.4 + -1.4 * -2.4) / 4;
        double variance = (1.4 * 1.4 + 4.6 * 4.6 + 1.6 * 1.6 + 3.4 * 3.4 + 1.4 * 1.4) / 4;
        assertThat(gaps.stages().getFirst().varianceShare().getAsDouble()).isCloseTo(covariance / variance, EXACTLY);
        assertThat(gaps.stages().stream()
                        .mapToDouble(s -> s.varianceShare().getAsDouble())
                        .sum())
                .isCloseTo(1, EXACTLY);
        assertThat(gaps.stages().stream().mapToDouble(StageGaps.Stage::gap).sum())
                .isCloseTo(gaps.gap(), EXACTLY);
    }

    private static final double[] PAY = {
        24.9, 14.6, 13.3, 17.9, 11.9, 14.6, 19.7, 17.4, 19.7, 26.5, 17.8, 27.5, 27.8, 17.3, 27.4, 16.4, 16.9, 16.9,
        16.3, 21, 21.6, 19.2, 20.5, 11.7, 25.1, 17.2, 21.8, 19.7, 14.5, 15.4, 25, 30.3, 26.8, 29.9, 24, 24.7, 31.4,
        22.6, 29.6, 28.7, 30.3, 26.9, 26.3, 25.2, 25.7, 26.9, 31.2, 28.5, 26.3, 29, 29.3, 25.2, 30.1, 33.6, 27.7, 29.2,
        25, 31.3, 29.6, 24.4
    };
    private static final double[] YEARS = {
        16.9, 6.4, 7.9, 8.8, 7.1, 7.2, 12.2, 9.6, 10.5, 16.6, 11.1, 18.2, 16.8, 11, 15.7, 11.4, 7.3, 9.1, 10, 13, 12.5,
        12.1, 13.9, 5.8, 13.8, 10.6, 12.3, 11.8, 7.1, 9.2, 11.3, 14.4, 13.2, 12.8, 12.2, 11.9, 15, 10.8, 12.7, 13.6,
        15.4, 11.6, 12.4, 10.4, 12.2, 12.2, 15.7, 14.2, 13.2, 14.9, 12.5, 13, 13.7, 16.4, 14.4, 14, 9.9, 13.6, 13.3,
        11.2
    };
    private static final String KINDS = "cbabaacabbcababcbacbacccbcbbaaaacbccacbbabababccacbcbacbbbba";

    /** @param first value that gets no column of its own */
    private static OaxacaBlinder pay(char first, int resamples) {
        List<String> dictionary = new ArrayList<>(List.of("a", "b", "c"));
        Collections.swap(dictionary, 0, first - 'a');
        int[] codes = KINDS.chars()
                .map(k -> dictionary.indexOf(String.valueOf((char) k)))
                .toArray();
        boolean[] group = new boolean[60];
        Arrays.fill(group, 30, 60, true);
        return OaxacaBlinder.of(
                PAY,
                List.of(new Column.Numbers("years", YEARS), new Column.Labels("kind", codes, dictionary)),
                group,
                resamples,
                1);
    }

    /** Numbers of R 4.2, from lm and the formulas. */
    @Test
    void oaxacaBlinderAsR() {
        OaxacaBlinder split = pay('a', 200);
        Offset<Double> printed = within(1e-9);
        assertThat(split.difference().value()).isCloseTo(8.74, printed);
        assertThat(split.explained().value()).isCloseTo(2.500377160740, printed);
        assertThat(split.unexplained().value()).isCloseTo(6.239622839260, printed);
        assertThat(split.endowments().value()).isCloseTo(2.376091242934, printed);
        assertThat(split.coefficients().value()).isCloseTo(5.670042491997, printed);
        assertThat(split.interaction().value()).isCloseTo(0.693866265069, printed);
        assertThat(split.variables())
                .extracting(OaxacaBlinder.Variable::name)
                .containsExactly("years", "kind", "(constant)");
        assertThat(split.variables()).extracting(v -> v.unexplained().value()).satisfies(u -> {
            assertThat(u.get(0)).isCloseTo(4.71386975010, printed);
            assertThat(u.get(1)).isCloseTo(0.0193028403910, printed);
            assertThat(u.get(2)).isCloseTo(1.50645024876, printed);
        });
        assertThat(split.variables().get(1).explained().value()).isCloseTo(0.0561965939648, printed);
        assertThat(split.variables().get(1).coefficients().value()).isCloseTo(0.0123171114692, printed);
        // Welch's error of the difference of the means
        assertThat(split.difference().standardError().getAsDouble()).isCloseTo(0.98, within(0.15));
    }

    @Test
    void noValueOfATextIsSpecial() {
        OaxacaBlinder a = pay('a', 50);
        OaxacaBlinder c = pay('c', 50);
        for (int v = 0; v < 3; v++) {
            assertThat(c.variables().get(v).unexplained().value())
                    .isCloseTo(a.variables().get(v).unexplained().value(), within(1e-9));
        }
        assertThat(a.explained().value() + a.unexplained().value())
                .isCloseTo(a.difference().value(), within(1e-9));
        assertThat(a.endowments().value()
                        + a.coefficients().value()
                        + a.interaction().value())
                .isCloseTo(a.difference().value(), within(1e-9));
    }

    private static Samples shifts(ToDoubleFunction<Integer> run) {
        return Samples.of(
                new Column.Labels("month", new int[] {0, 0, 1, 1}, List.of("May", "June")),
                new Column.Labels("line", new int[] {0, 1, 0, 1}, List.of("L1", "L2")),
                new Column.Numbers(
                        "run",
                        IntStream.range(0, 4).mapToDouble(run::applyAsDouble).toArray()),
                new Column.Numbers("planned", new double[] {10, 10, 10, 10}),
                new Column.Numbers("good", new double[] {80, 90, 60, 90}),
                new Column.Numbers("made", new double[] {100, 100, 100, 100}));
    }

    private static CausesReport report(CausesQuestion question) {
        CausesReport report = Benchmark.causes(shifts(i -> i == 3 ? 6 : 8), new CausesOptions(question));
        assertThat(report.json()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(report.text()).contains(report.answer().substring(0, 30));
        assertThat(report.html()).contains("June against May");
        return report;
    }

    private static final CausesQuestion.Between MONTHS = new CausesQuestion.Between("month", "May", "June");

    @Test
    void driversAreRatiosOfSumsBeforeTheyAreSplit() {
        CausesReport report = report(CausesQuestion.Drivers.of(
                "availability * quality",
                new LinkedHashMap<>(Map.of("availability", "sum(run)/sum(planned)", "quality", "sum(good)/sum(made)")),
                MONTHS));
        DriverTree tree = (DriverTree) report.found();
        assertThat(tree.shapley().before()).isCloseTo(0.8 * 0.85, EXACTLY);
        assertThat(tree.shapley().after()).isCloseTo(0.7 * 0.75, EXACTLY);
        assertThat(tree.shapley().drivers().getFirst().contribution()).isCloseTo(-0.1 * (0.85 + 0.75) / 2, EXACTLY);
        double l = (0.525 - 0.68) / Math.log(0.525 / 0.68);
        assertThat(tree.lmdi().orElseThrow().factors().getFirst().additive())
                .isCloseTo(l * Math.log(0.7 / 0.8), EXACTLY);
        assertThat(report.answer()).startsWith("Of the change of -0.155 (from 0.68 to 0.525), -0.08 comes from");
    }

    @Test
    void theOtherQuestionsAreAnsweredOverTheSameTable() {
        Kitagawa mix =
                (Kitagawa) report(new CausesQuestion.MixAndRate("good", Optional.of("made"), List.of("line"), MONTHS))
                        .found();
        assertThat(mix.rateEffect()).isCloseTo(-0.1, EXACTLY);
        assertThat(mix.mixEffect()).isCloseTo(0, EXACTLY);
        StageGaps stages = (StageGaps) report(new CausesQuestion.Stages(List.of("run", "planned"), MONTHS))
                .found();
        assertThat(stages.gap()).isCloseTo(-1, EXACTLY);
    }

    @Test
    void whatCannotBeSplitSaysWhatWouldBeRight() {
        assertThatThrownBy(() -> new CausesQuestion.Between("month", "May", "May"))
                .isInstanceOf(BadData.class);
        assertThatThrownBy(() -> report(
                        new CausesQuestion.Stages(List.of("run"), new CausesQuestion.Between("month", "May", "July"))))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("No row has \"July\"")
                .hasMessageContaining("May, June");
        assertThatThrownBy(() -> report(CausesQuestion.Drivers.of(
                        "run / planned", new LinkedHashMap<>(Map.of("x", "sum(run)")), MONTHS)))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("not in the formula");
        assertThatThrownBy(() -> report(CausesQuestion.Regressed.of("good", List.of("run"), MONTHS)))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("2 rows for 2 coefficients");
        assertThatThrownBy(() -> Shapley.of(List.of("a"), new double[] {1}, new double[] {0}, x -> 1 / x[0], 2, 1))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("no value");
        assertThatThrownBy(() -> Kitagawa.of(List.of(new Kitagawa.GroupRate("A", 1, 0, 1, 1))))
                .isInstanceOf(BadData.class);
    }
}
