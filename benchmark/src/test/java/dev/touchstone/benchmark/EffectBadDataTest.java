package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the data, there is a report without NaN, or a sentence that says what is wrong. */
class EffectBadDataTest {
    private static final Instant DATE = Instant.parse("2025-01-01T00:00:00Z");

    static List<Figure> figures() {
        return List.of(
                Figure.values("v", Statistic.MEAN, Direction.LOWER_IS_BETTER),
                Figure.values("v", Statistic.P90, Direction.NONE),
                Figure.values("v", Statistic.GEOMETRIC_MEAN, Direction.HIGHER_IS_BETTER),
                Figure.ratio("v", "w", Direction.LOWER_IS_BETTER),
                Figure.of("share", Direction.LOWER_IS_BETTER, new Figure.Ratio("k", "w")),
                Figure.of("rate", Direction.LOWER_IS_BETTER, new Figure.Rate("k", "w", 1000)));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void any_frame_gives_a_whole_report_or_a_sentence(Figure figure) {
        int reports = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Samples samples = frame(random);
            EffectOptions options = options(figure, random);
            try {
                EffectReport report = Benchmark.effect(samples, options);
                assertThat(report.json()).as("seed " + seed).doesNotContain("NaN", "Infinity");
                assertThat(report.text()).as("seed " + seed).doesNotContain("NaN", "Infinity");
                assertThat(report.html()).as("seed " + seed).doesNotContain("NaN", "Infinity");
                reports++;
            } catch (BadData bad) {
                sentence(bad, seed);
            } catch (RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
            }
        }
        assertThat(reports).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void any_past_gives_a_plan_or_a_sentence(Figure figure) {
        int plans = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Samples samples = frame(random);
            try {
                EffectPlan plan = Benchmark.effectPlan(
                        samples,
                        EffectPlanOptions.of(figure, "at", Optional.of("unit"), List.of("u0", "u1"))
                                .difference(-1));
                assertThat(plan.json() + plan.text()).as("seed " + seed).doesNotContain("NaN", "Infinity");
                plans++;
            } catch (BadData bad) {
                sentence(bad, seed);
            } catch (RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
            }
        }
        assertThat(plans).isGreaterThan(8);
    }

    private static void sentence(BadData bad, int seed) {
        assertThat(bad.detail()).as("seed " + seed).endsWith(".").doesNotContain("NaN");
        assertThat(bad.remedy()).as("seed " + seed).endsWith(".");
    }

    private static EffectOptions options(Figure figure, Random random) {
        List<Action.Step> steps = new ArrayList<>();
        int treated = List.of(1, 1, 2, 3, 30).get(random.nextInt(5));
        boolean severalDates = random.nextInt(5) == 0;
        for (int i = 0; i < treated; i++) {
            steps.add(new Action.Step("u" + i, severalDates ? DATE.plusSeconds(86_400L * 40 * i) : DATE));
        }
        Action action = new Action(
                "A",
                steps,
                Optional.of(random.nextBoolean() ? "v" : "other"),
                random.nextBoolean() ? OptionalDouble.of(-1) : OptionalDouble.empty(),
                Optional.empty(),
                random.nextBoolean() ? Optional.of(DATE) : Optional.empty());
        Optional<String> entity = random.nextInt(8) == 0 ? Optional.empty() : Optional.of("unit");
        EffectOptions options = EffectOptions.of(
                        List.of(figure), "at", entity, List.of(entity.isPresent() ? action : alone()))
                .transition(random.nextInt(3) == 0 ? 1 : 0);
        return switch (random.nextInt(6)) {
            case 0 -> options.controls(EffectOptions.controls("none"));
            case 1 -> options.controls(EffectOptions.controls("matched:2:trait"));
            case 2 -> options.period(Period.QUARTER);
            case 3 -> options.period(Period.WEEK);
            default -> options.period(Period.MONTH);
        };
    }

    private static Action alone() {
        return Action.unregistered(List.of("all"), DATE);
    }

    /** Panels of two years, some whole, some with gaps, constant, planned, zero, huge or tiny; denominators that may be 0. */
    private static Samples frame(Random random) {
        int units = List.of(1, 2, 3, 8, 14).get(random.nextInt(5));
        int rowsPerCell = List.of(1, 1, 3, 8).get(random.nextInt(4));
        double missing = List.of(0.0, 0.0, 0.02, 0.4).get(random.nextInt(4));
        int kind = random.nextInt(6);
        List<int[]> cells = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            for (int month = 0; month < 24; month++) {
                for (int row = 0; row < rowsPerCell; row++) {
                    if (random.nextDouble() >= missing) {
                        cells.add(new int[] {unit, month});
                    }
                }
            }
        }
        cells.add(new int[] {0, 0});
        int n = cells.size();
        double scale = List.of(1.0, 1.0, 1e-9, 1e9).get(random.nextInt(4));
        double[] v = new double[n];
        double[] w = new double[n];
        double[] k = new double[n];
        for (int i = 0; i < n; i++) {
            int[] cell = cells.get(i);
            v[i] = switch (kind) {
                case 0 -> 7;
                case 1 -> 3 + cell[1];
                case 2 -> random.nextInt(2);
                case 3 -> random.nextInt(10) == 0 ? Double.NaN : scale * (20 + cell[0] + random.nextGaussian());
                default -> scale * (20 + cell[0] + random.nextGaussian() - (cell[0] < 2 && cell[1] >= 12 ? 4 : 0));
            };
            w[i] = random.nextInt(kind == 2 ? 2 : 9) + (kind == 4 ? 100 : 0);
            k[i] = kind == 0 ? 0 : Math.min(w[i], random.nextInt(3));
        }
        long month = 30L * 86_400_000 + 37_000_000;
        return Samples.of(
                new Column.Labels(
                        "unit",
                        cells.stream().mapToInt(c -> c[0]).toArray(),
                        IntStream.range(0, units).mapToObj(i -> "u" + i).toList()),
                new Column.Times(
                        "at",
                        cells.stream()
                                .mapToLong(c -> DATE.toEpochMilli() - 12 * month + c[1] * month + 86_400_000L)
                                .toArray()),
                new Column.Numbers("v", v),
                new Column.Numbers("w", w),
                new Column.Numbers("k", k),
                new Column.Numbers(
                        "trait",
                        Arrays.stream(v).map(x -> Double.isNaN(x) ? 0 : x).toArray()));
    }
}
