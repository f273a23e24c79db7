package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareReportTest {
    @TempDir
    Path folder;

    private static final CompareOptions HOURS =
            CompareOptions.of(Figure.values("hours", Statistic.MEDIAN, Direction.LOWER_IS_BETTER), "site");

    @Test
    void the_answer_names_the_site_that_is_worse() throws IOException {
        CompareReport report = Benchmark.compare(table(), Reading.all(), HOURS);
        CompareReport.FigureReport figure = report.figures().getFirst();
        assertThat(report.answer())
                .startsWith("hours (median): site 5 is worse (")
                .contains("against the median of 8 units");
        assertThat(figure.rows()).isEqualTo(2400);
        assertThat(figure.gates())
                .extracting(Gate::name)
                .containsExactly("data", "volume", "case mix", "ranks", "size of units");
        assertThat(figure.gates().get(2).status()).isEqualTo(Gate.Status.NOT_CHECKED);
        assertThat(report.load().orElseThrow().refused()).isZero();
    }

    @Test
    void by_makes_the_comparison_again_for_each_kind_of_row() throws IOException {
        CompareReport report = Benchmark.compare(table(), Reading.all(), HOURS.by(List.of("shift")));
        List<CompareReport.Stratum> strata = report.figures().getFirst().strata();
        assertThat(strata).extracting(CompareReport.Stratum::name).containsExactly("day", "night");
        assertThat(verdicts(strata.get(0), Verdict.WORSE)).isEmpty();
        assertThat(verdicts(strata.get(1), Verdict.WORSE)).containsExactly("site 5");
    }

    @Test
    void every_kind_of_reference_has_its_own_verdicts() throws IOException {
        CompareOptions options = HOURS.time("shipped")
                .references(List.of(
                        Reference.parse("target:1"),
                        Reference.parse("peers:site 1, site 2,site 9"),
                        Reference.parse("cohort:3:beds"),
                        Reference.parse("history:2025-07-01"),
                        new Reference.External("norm", 8, 10, 12, 400, "trade survey", "2024", "C")));
        CompareReport.FigureReport figure =
                Benchmark.compare(table(), Reading.all(), options).figures().getFirst();
        List<CompareReport.Against> against = figure.references();
        assertThat(against)
                .extracting(CompareReport.Against::reference)
                .containsExactly(
                        "target 1",
                        "median of site 1, site 2, site 9",
                        "median of the 3 units most alike in beds",
                        "own figure before 2025-07-01T00:00:00Z",
                        "median of norm (trade survey, 2024, n 400, strength C)");
        assertThat(against.get(0).standings()).allMatch(s -> s.verdict() == Verdict.WORSE);
        assertThat(against.get(1).standings())
                .extracting(CompareReport.Standing::entity)
                .doesNotContain("site 1", "site 2")
                .hasSize(6);
        assertThat(against.get(1).notes())
                .containsExactly("Peer \"site 9\" is not among the units that have enough values.");
        assertThat(against.get(2).standings().getFirst().peers()).containsExactly("site 2", "site 3", "site 4");
        assertThat(against.get(3).standings())
                .filteredOn(s -> s.verdict() == Verdict.BETTER)
                .extracting(CompareReport.Standing::entity)
                .containsExactly("site 8");
        assertThat(against.get(4).standings())
                .hasSize(8)
                .allSatisfy(s -> assertThat(s.note())
                        .hasValue(
                                s.value().getAsDouble() <= 12 && s.value().getAsDouble() > 10
                                        ? "In the third quarter of it."
                                        : "In the worst quarter of it."));
    }

    @Test
    void the_target_is_the_one_that_holds_at_the_end_of_the_data() throws IOException {
        Targets schedule = new Targets(List.of(
                new Targets.Step(java.util.Optional.of(LocalDate.of(2025, 1, 1)), 30),
                new Targets.Step(java.util.Optional.of(LocalDate.of(2025, 12, 1)), 1),
                new Targets.Step(java.util.Optional.of(LocalDate.of(2026, 6, 1)), 0.5)));
        Figure figure = HOURS.figures().getFirst().targets(schedule);
        CompareReport.FigureReport dated = Benchmark.compare(
                        table(),
                        Reading.all(),
                        CompareOptions.of(figure, "site").time("shipped"))
                .figures()
                .getFirst();
        assertThat(dated.references().getFirst().reference()).isEqualTo("target 1");
        assertThat(dated.window().orElseThrow().from()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        CompareReport.FigureReport undated = Benchmark.compare(
                        table(), Reading.all(), CompareOptions.of(figure, "site"))
                .figures()
                .getFirst();
        assertThat(undated.references().getFirst().reference()).isEqualTo("target 0.5");
    }

    @Test
    void work_that_only_one_unit_does_is_no_fair_comparison() {
        int n = 400;
        double[] hours = new Random(1).doubles(n, 1, 5).toArray();
        int[] site = new int[n];
        int[] kind = new int[n];
        for (int i = 0; i < n; i++) {
            site[i] = i % 4;
            kind[i] = site[i] == 3 ? 1 : 0;
        }
        Samples samples = Samples.of(
                new Column.Numbers("hours", hours),
                new Column.Labels("site", site, List.of("a", "b", "c", "d")),
                new Column.Labels("kind", kind, List.of("usual", "special")));
        Figure figure = HOURS.figures().getFirst().caseMix(List.of("kind"));
        Gate gate = Benchmark.compare(samples, CompareOptions.of(figure, "site"))
                .figures()
                .getFirst()
                .gates()
                .get(2);
        assertThat(gate.status()).isEqualTo(Gate.Status.FAILED);
        assertThat(gate.sentence()).contains("25 % of the rows are of kinds that only one unit has");
    }

    @Test
    void a_figure_that_cannot_be_computed_does_not_keep_the_others_from_being_shown() throws IOException {
        Figure hours = HOURS.figures().getFirst();
        Figure broken = Figure.of("broken", Direction.NONE, new Figure.Values("hours / (beds - beds)", Statistic.MEAN));
        CompareReport report =
                Benchmark.compare(table(), Reading.all(), CompareOptions.of(List.of(hours, broken), "site"));
        assertThat(report.figures()).hasSize(1);
        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("broken was left out: No row has a value of broken."));
        assertThatThrownBy(() -> Benchmark.compare(table(), Reading.all(), CompareOptions.of(broken, "site")))
                .hasMessageContaining("No row has a value of broken");
    }

    @Test
    void the_trend_of_a_gap_says_when_it_closes() throws IOException {
        CompareReport.Trend trend = Benchmark.compare(table(), Reading.all(), HOURS.time("shipped"))
                .figures()
                .getFirst()
                .trend()
                .orElseThrow();
        assertThat(trend.period()).isEqualTo(Period.MONTH);
        CompareReport.GapTrend improving = trend.entities().get(7);
        assertThat(improving.entity()).isEqualTo("site 8");
        assertThat(improving.periods()).hasSize(12);
        assertThat(improving.slope().orElseThrow().slope()).isNegative();
        assertThat(trend.entities().get(0).sentence()).isEqualTo("The gap shows no trend.");
        CompareReport.GapTrend few = Benchmark.compare(
                        table(), Reading.all(), HOURS.time("shipped").period(Period.QUARTER))
                .figures()
                .getFirst()
                .trend()
                .orElseThrow()
                .entities()
                .getFirst();
        assertThat(few.sentence()).contains("4 periods are too few");
    }

    @Test
    void every_kind_of_figure_has_a_trend_of_its_gap() throws IOException {
        Direction lower = Direction.LOWER_IS_BETTER;
        List<Figure> figures = List.of(
                Figure.ratio("hours", "orders", lower),
                Figure.ratio("late", "orders", lower),
                Figure.of("rate", lower, new Figure.Rate("late", "hours", 100)),
                Figure.of("formula", lower, new Figure.Formula("sum(late) / count()")),
                Figure.of("line", lower, new Figure.Regression("hours", "orders", Statistic.STANDARDISED)),
                Figure.values("hours", Statistic.MEAN, lower).caseMix(List.of("shift")),
                Figure.values("hours", Statistic.GEOMETRIC_MEAN, lower).caseMix(List.of("shift")));
        CompareReport report = Benchmark.compare(
                table(), Reading.all(), CompareOptions.of(figures, "site").time("shipped"));
        assertThat(report.figures()).hasSize(figures.size()).allSatisfy(figure -> {
            assertThat(figure.trend().orElseThrow().entities()).hasSize(8).allSatisfy(e -> {
                assertThat(e.periods()).hasSize(12);
                assertThat(e.slope()).isPresent();
                assertThat(e.sentence()).startsWith("The gap");
            });
            assertThat(figure.comparison().rows()).allSatisfy(row -> {
                assertThat(row.gapToMedian()).isPresent();
                assertThat(row.gapToTop()).isPresent();
                assertThat(row.robustZ()).isPresent();
                assertThat(row.percentileRank()).isPresent();
                assertThat(row.shrunken()).isPresent();
                assertThat(row.expectedRank()).isPresent();
                assertThat(row.interval().complete()).isTrue();
                assertThat(row.q()).isPresent();
            });
        });
    }

    @Test
    void counts_of_a_whole_are_held_against_the_share_of_all_in_a_funnel() throws IOException {
        CompareReport report = Benchmark.compare(
                table(),
                Reading.all(),
                CompareOptions.of(Figure.ratio("late", "orders", Direction.LOWER_IS_BETTER), "site"));
        CompareReport.FigureReport figure = report.figures().getFirst();
        assertThat(figure.statistic()).isEqualTo("share");
        assertThat(figure.comparison().rows().getLast().name()).isEqualTo("site 3");
        assertThat(figure.comparison().landmarks()).isPresent();
        assertThat(figure.funnel().shares().orElseThrow().rows().getFirst().name())
                .isEqualTo("site 3");
        assertThat(report.answer()).contains("site 3 is worse");
        assertThat(figure.gates()).extracting(Gate::name).contains("over-dispersion");
    }

    @Test
    void case_mix_takes_off_what_is_only_harder_work() throws IOException {
        StringBuilder csv = new StringBuilder("ward,drg,days\n");
        Random random = new Random(9);
        for (int i = 0; i < 3000; i++) {
            int ward = i % 6;
            // ward 6 takes mostly the long cases, and treats each kind as all others do
            boolean hard = random.nextDouble() < (ward == 5 ? 0.9 : 0.2);
            csv.append("ward %d,%s,%.3f%n"
                    .formatted(ward + 1, hard ? "hip" : "eye", (hard ? 8 : 2) * Math.exp(0.4 * random.nextGaussian())));
        }
        Path file = folder.resolve("stays.csv");
        Files.writeString(file, csv.toString());
        for (Statistic statistic : List.of(Statistic.MEAN, Statistic.MEDIAN)) {
            Figure days = Figure.values("days", statistic, Direction.LOWER_IS_BETTER);
            assertThat(Benchmark.compare(file, Reading.all(), CompareOptions.of(days, "ward"))
                            .answer())
                    .contains("ward 6 is worse");
            CompareReport fair =
                    Benchmark.compare(file, Reading.all(), CompareOptions.of(days.caseMix(List.of("drg")), "ward"));
            assertThat(fair.answer()).contains("no unit can be told from");
            assertThat(fair.figures().getFirst().gates().get(2).sentence()).startsWith("Allowed for by drg");
        }
    }

    @Test
    void several_figures_share_one_control_of_false_discovery() throws IOException {
        Figure one = Figure.values("hours", Statistic.MEDIAN, Direction.LOWER_IS_BETTER);
        CompareOptions alone = CompareOptions.of(one, "site");
        CompareOptions three = CompareOptions.of(
                List.of(
                        one,
                        Figure.values("noise", Statistic.MEAN, Direction.NONE),
                        Figure.values("beds", Statistic.MEAN, Direction.NONE)),
                "site");
        double qAlone = q(Benchmark.compare(table(), Reading.all(), alone), "site 2");
        double qOfThree = q(Benchmark.compare(table(), Reading.all(), three), "site 2");
        assertThat(qOfThree).isNotEqualTo(qAlone);
        assertThatThrownBy(() -> CompareOptions.of(List.of(one, one), "site"))
                .hasMessageContaining("Two figures have one name");
    }

    @Test
    void gaps_have_a_price() throws IOException {
        Figure figure = Figure.values("hours", Statistic.MEAN, Direction.LOWER_IS_BETTER)
                .moneyPerUnit(20);
        CompareReport.FigureReport report = Benchmark.compare(table(), Reading.all(), CompareOptions.of(figure, "site"))
                .figures()
                .getFirst();
        Comparison.Row worst = report.comparison().rows().getLast();
        CompareReport.Price price = report.prices().stream()
                .filter(p -> p.entity().equals(worst.name()))
                .findFirst()
                .orElseThrow();
        assertThat(price.toMedian())
                .isCloseTo(20 * worst.n() * worst.gapToMedian().orElseThrow().units(), within(1e-6));
        assertThat(price.toTop())
                .isCloseTo(20 * worst.n() * worst.gapToTop().orElseThrow().units(), within(1e-6))
                .isGreaterThan(price.toMedian());
        Figure late = Figure.ratio("late", "orders", Direction.LOWER_IS_BETTER).moneyPerUnit(50);
        CompareReport.FigureReport lates = Benchmark.compare(table(), Reading.all(), CompareOptions.of(late, "site"))
                .figures()
                .getFirst();
        Comparison.Row site3 = lates.comparison().rows().getLast();
        // so many orders would be less late, at 50 each
        assertThat(lates.prices().stream()
                        .filter(p -> p.entity().equals("site 3"))
                        .findFirst()
                        .orElseThrow()
                        .toMedian())
                .isCloseTo(50 * site3.n() * site3.gapToMedian().orElseThrow().units(), within(1e-6));
    }

    @Test
    void the_json_holds_every_row_and_no_number_that_is_none() throws IOException {
        CompareOptions options =
                HOURS.by(List.of("shift")).time("shipped").references(List.of(Reference.parse("history:2025-07-01")));
        String json = Benchmark.compare(table(), Reading.all(), options).json();
        assertThat(json)
                .contains("\"name\" : \"site 5\"", "\"verdict\" : \"worse\"", "\"statistic\" : \"median\"")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void the_report_is_the_same_on_any_number_of_cores() throws Exception {
        Path file = table();
        CompareOptions options = CompareOptions.of(
                        List.of(
                                HOURS.figures().getFirst(),
                                Figure.ratio("late", "orders", Direction.LOWER_IS_BETTER),
                                Figure.ratio("hours", "orders", Direction.LOWER_IS_BETTER)),
                        "site")
                .time("shipped")
                .references(List.of(Reference.parse("cohort:3:beds")));
        List<String> reports = new java.util.ArrayList<>();
        for (int cores : new int[] {1, 2, 7}) {
            try (java.util.concurrent.ForkJoinPool pool = new java.util.concurrent.ForkJoinPool(cores)) {
                reports.add(pool.submit(() ->
                                Benchmark.compare(file, Reading.all(), options).json())
                        .get());
            }
        }
        assertThat(reports.get(1)).isEqualTo(reports.get(0));
        assertThat(reports.get(2)).isEqualTo(reports.get(0));
    }

    @Test
    void bad_tables_and_bad_questions_get_a_sentence() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "site,hours\nLeeds,fast\nLyon,slow\n");
        assertThatThrownBy(() -> Benchmark.compare(file, Reading.all(), HOURS))
                .hasMessageContaining("line 2 has \"fast\" in column \"hours\", which is not a number");
        Files.writeString(file, "site,hours\nLeeds,3\nLeeds,4\nLeeds,\nLeeds,x\nLeeds,5\nLeeds,6\nLeeds,7\n");
        CompareReport one = Benchmark.compare(
                file, Reading.all(), CompareOptions.of(Figure.values("hours", Statistic.MEAN, Direction.NONE), "site"));
        assertThat(one.answer()).contains("fewer than two groups");
        assertThat(one.load().orElseThrow().refusals())
                .extracting(LoadReport.Refusal::line)
                .containsExactly(4L, 5L);
        assertThat(one.json()).doesNotContain("NaN");
        assertThatThrownBy(() -> HOURS.references(List.of(Reference.parse("history:2025-01-01"))))
                .hasMessageContaining("needs times");
        assertThatThrownBy(() -> Reference.parse("best")).hasMessageContaining("Write target:4.5");
        assertThatThrownBy(() -> Reference.parse("cohort:5")).isInstanceOf(BadData.class);
        assertThatThrownBy(() -> new Reference.External("x", 3, 2, 1, 5, "s", "d", ""))
                .hasMessageContaining("ascending");
    }

    @Test
    void published_benchmarks_are_read_from_a_table_with_their_source() throws IOException {
        Path file = folder.resolve("norms.csv");
        Files.writeString(
                file, "name,q1,median,q3,n,source,date,strength\nlast mile,90,92.5,95,40,operator survey,2023,D\n");
        assertThat(Reference.external(file))
                .containsExactly(new Reference.External("last mile", 90, 92.5, 95, 40, "operator survey", "2023", "D"));
    }

    @Test
    void periods_of_the_calendar_follow_each_other() {
        for (Period period : Period.values()) {
            for (long day = -1000; day < 30_000; day += 17) {
                long index = period.index(day * 86_400_000);
                LocalDate start = period.start(index);
                assertThat(start.toEpochDay()).isLessThanOrEqualTo(day);
                assertThat(period.start(index + 1).toEpochDay()).isGreaterThan(day);
                assertThat(period.index(start.toEpochDay() * 86_400_000)).isEqualTo(index);
            }
        }
        assertThat(Period.QUARTER.label(Period.QUARTER.index(
                        Instant.parse("2025-08-01T00:00:00Z").toEpochMilli())))
                .isEqualTo("2025-Q3");
    }

    private static double q(CompareReport report, String site) {
        return report.figures().getFirst().comparison().rows().stream()
                .filter(r -> r.name().equals(site))
                .findFirst()
                .orElseThrow()
                .q()
                .getAsDouble();
    }

    private static List<String> verdicts(CompareReport.Stratum stratum, Verdict verdict) {
        return stratum.comparison().rows().stream()
                .filter(r -> r.verdict() == verdict)
                .map(Comparison.Row::name)
                .toList();
    }

    /** Eight sites over a year: site 5 is slow at night, site 3 late more often, site 8 gets better, all else is noise. */
    private Path table() throws IOException {
        Path file = folder.resolve("orders.csv");
        Random random = new Random(12);
        StringBuilder csv = new StringBuilder("shipped,site,shift,hours,late,orders,beds,noise\n");
        for (int i = 0; i < 2400; i++) {
            int site = i % 8 + 1;
            boolean night = random.nextBoolean();
            int day = random.nextInt(365);
            double hours = 10
                    - 3 * Math.log(random.nextDouble())
                    + (site == 5 && night ? 6 : 0)
                    + (site == 8 ? 2 - 4.0 * day / 365 : 0);
            int orders = 20 + random.nextInt(30);
            int late = 0;
            for (int k = 0; k < orders; k++) {
                late += random.nextDouble() < (site == 3 ? 0.14 : 0.08) ? 1 : 0;
            }
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,site %d,%s,%.2f,%d,%d,%d,%.3f%n",
                    LocalDate.of(2025, 1, 1).plusDays(day),
                    site,
                    night ? "night" : "day",
                    hours,
                    late,
                    orders,
                    100 * site,
                    random.nextGaussian()));
        }
        Files.writeString(file, csv.toString());
        return file;
    }
}
