package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the data, there is a report without NaN in which no unit is lost, or a sentence that says what is wrong. */
class BadDataTest {
    private static final Direction LOWER = Direction.LOWER_IS_BETTER;

    @ParameterizedTest
    @MethodSource("figures")
    void any_frame_gives_a_whole_report_or_a_sentence(Figure figure) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Samples samples = frame(random);
            CompareOptions options = options(figure, random);
            CompareReport report;
            try {
                report = Benchmark.compare(samples, options);
            } catch (BadData bad) {
                assertThat(bad.detail()).as("seed " + seed).endsWith(".").doesNotContain("NaN");
                assertThat(bad.remedy()).endsWith(".");
                continue;
            } catch (RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
            }
            assertThat(report.json()).as("seed " + seed).doesNotContain("NaN", "Infinity");
            CompareReport.FigureReport only = report.figures().getFirst();
            assertThat(only.comparison().rows().stream()
                            .map(Comparison.Row::name)
                            .collect(Collectors.toSet()))
                    .as("seed " + seed)
                    .isEqualTo(unitsWithRows(figure, samples));
            assertThat(only.comparison().rows())
                    .filteredOn(r -> r.value().isEmpty())
                    .allMatch(r -> r.note().isPresent());
            boolean left = only.rows() < samples.rows();
            assertThat(only.notes().stream().anyMatch(note -> note.contains("left out")))
                    .isEqualTo(left);
        }
    }

    static List<Figure> figures() {
        return List.of(
                Figure.values("v", Statistic.MEDIAN, LOWER).target(3),
                Figure.values("v", Statistic.P90, Direction.HIGHER_IS_BETTER).target(3),
                Figure.values("v", Statistic.MEAN, LOWER).moneyPerUnit(10),
                Figure.values("v", Statistic.GEOMETRIC_MEAN, Direction.NONE),
                Figure.ratio("v", "w", LOWER),
                Figure.ratio("k", "w", LOWER).moneyPerUnit(3),
                Figure.of("share", LOWER, new Figure.Ratio("k", "1")).target(0.5),
                Figure.of("rate", LOWER, new Figure.Rate("k", "w", 1000)).moneyPerUnit(2),
                Figure.of("formula", LOWER, new Figure.Formula("sum(v) / sum(w) * mean(k) / sd(v)")),
                Figure.of("slope", LOWER, new Figure.Regression("v", "w", Statistic.SLOPE)),
                Figure.of("height", LOWER, new Figure.Regression("v", "w", Statistic.STANDARDISED)),
                mix(Figure.values("v", Statistic.MEAN, LOWER), Figure.CaseMix.Method.INDIRECT, true),
                mix(
                        Figure.values("v", Statistic.GEOMETRIC_MEAN, LOWER),
                        Figure.CaseMix.Method.OBSERVED_OVER_EXPECTED,
                        false),
                mix(Figure.values("v", Statistic.P90, LOWER), Figure.CaseMix.Method.INDIRECT, false),
                mix(Figure.values("v", Statistic.MEAN, LOWER), Figure.CaseMix.Method.DIRECT, false),
                mix(
                        Figure.of("share", LOWER, new Figure.Ratio("k", "1")),
                        Figure.CaseMix.Method.OBSERVED_OVER_EXPECTED,
                        false),
                mix(Figure.of("rate", LOWER, new Figure.Rate("k", "w", 10)), Figure.CaseMix.Method.INDIRECT, false),
                mix(Figure.of("rate", LOWER, new Figure.Rate("k", "w", 10)), Figure.CaseMix.Method.DIRECT, false));
    }

    private static Figure mix(Figure figure, Figure.CaseMix.Method method, boolean trimmed) {
        return figure.caseMix(new Figure.CaseMix(List.of("kind"), method, trimmed));
    }

    private static CompareOptions options(Figure figure, Random random) {
        CompareOptions options = CompareOptions.of(figure, "unit")
                .dispersion(random.nextBoolean() ? Dispersion.Model.ADDITIVE : Dispersion.Model.MULTIPLICATIVE);
        if (random.nextInt(3) == 0) {
            options = options.by(List.of("kind"));
        }
        if (random.nextBoolean()) {
            options = options.time("at").period(Period.MONTH);
        }
        return random.nextBoolean()
                ? options
                : options.time("at")
                        .references(List.of(
                                new Reference.History(Instant.parse("2025-04-01T00:00:00Z")),
                                new Reference.Peers(List.of("u1", "u2", "nobody")),
                                new Reference.Cohort(2, List.of(new Reference.Trait("trait", 1))),
                                new Reference.Target(0),
                                new Reference.External("norm", 0, 0, 0, 0, "a survey", "2024", "D")));
    }

    /** Some columns whole, some with gaps, constant, zero, negative, huge or tiny; units of any size from one row on. */
    private static Samples frame(Random random) {
        int n = List.of(1, 2, 7, 40, 300).get(random.nextInt(5));
        int units = 1 + random.nextInt(12);
        String[] names = IntStream.range(0, units).mapToObj(i -> "u" + i).toArray(String[]::new);
        int[] unit = IntStream.range(0, n)
                .map(i -> random.nextInt(4) == 0 ? 0 : random.nextInt(units))
                .toArray();
        int[] kind = IntStream.range(0, n).map(i -> random.nextInt(4) - 1).toArray();
        double[] trait = IntStream.range(0, n).mapToDouble(i -> unit[i]).toArray();
        long[] at = IntStream.range(0, n)
                .mapToLong(i -> random.nextInt(20) == 0
                        ? Column.Times.MISSING
                        : 1_735_689_600_000L + 86_400_000L * random.nextInt(300))
                .toArray();
        return Samples.of(
                new Column.Labels("unit", unit, List.of(names)),
                new Column.Labels("kind", kind, List.of("a", "b", "c")),
                new Column.Numbers("trait", trait),
                new Column.Times("at", at),
                new Column.Numbers("v", values(random, n)),
                new Column.Numbers(
                        "w", Arrays.stream(values(random, n)).map(Math::abs).toArray()),
                new Column.Numbers("k", counts(random, n)));
    }

    private static double[] values(Random random, int n) {
        int way = random.nextInt(9);
        double scale = way == 6 ? 1e150 : way == 7 ? 1e-150 : 1;
        return IntStream.range(0, n)
                .mapToDouble(i -> switch (way) {
                    case 0 -> 5;
                    case 1 -> 0;
                    case 2 -> random.nextInt(3) == 0 ? Double.NaN : random.nextDouble();
                    case 3 -> random.nextGaussian();
                    case 4 -> random.nextInt(10) == 0 ? 1e9 : random.nextInt(3);
                    case 5 -> random.nextInt(40) == 0 ? 1 : 0;
                    default -> scale * -Math.log(random.nextDouble());
                })
                .toArray();
    }

    private static double[] counts(Random random, int n) {
        int way = random.nextInt(4);
        return IntStream.range(0, n)
                .mapToDouble(i -> switch (way) {
                    case 0 -> 0;
                    case 1 -> 1;
                    case 2 -> random.nextInt(2);
                    default -> random.nextInt(5) == 0 ? Double.NaN : random.nextInt(2);
                })
                .toArray();
    }

    private static Set<String> unitsWithRows(Figure figure, Samples samples) {
        FigureRows rows = FigureRows.of(figure, samples);
        Column.Labels units = samples.labels("unit");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < samples.rows(); i++) {
            if (rows.usable()[i]) {
                names.add(units.text(i));
            }
        }
        return names;
    }

    @Test
    void what_is_wrong_is_said_in_words_of_the_data() {
        Samples bad = Samples.of(
                new Column.Labels("unit", new int[] {0, 0, 1, 1}, List.of("a", "b")),
                new Column.Numbers("v", new double[] {1, 2, 3, 4}),
                new Column.Numbers("w", new double[] {1, -2, 1, 1}),
                new Column.Numbers("k", new double[] {1, 0.5, 1, 1}),
                new Column.Numbers("none", new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}));
        assertMessage(bad, Figure.ratio("v", "w", LOWER), "The denominator [w] is -2 in row 2.");
        assertMessage(bad, Figure.of("r", LOWER, new Figure.Rate("k", "v", 1)), "The count k is 0.5 in row 2.");
        assertMessage(bad, Figure.values("none", Statistic.MEAN, LOWER), "No row has a value of none (mean).");
        assertMessage(bad, Figure.values("x", Statistic.MEAN, LOWER), "There is no column \"x\".");
        assertMessage(bad, Figure.values("unit", Statistic.MEAN, LOWER), "Column \"unit\" holds texts.");
        assertMessage(bad, Figure.of("f", LOWER, new Figure.Formula("v / w")), "holds no sum or mean");
    }

    private static void assertMessage(Samples samples, Figure figure, String message) {
        assertThatThrownBy(() -> Benchmark.compare(samples, CompareOptions.of(figure, "unit")))
                .isInstanceOf(BadData.class)
                .hasMessageContaining(message);
    }
}
