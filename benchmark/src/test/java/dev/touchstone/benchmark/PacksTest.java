package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packs beside ISO 22400, on data whose answers are known. */
class PacksTest {
    @TempDir
    Path folder;

    @Test
    void a_perfect_order_is_perfect_in_all_and_the_product_of_components_is_another_number() {
        // failures that come together: half of the orders fail in everything
        Samples together = Samples.of(
                column("in_full", 1, 1, 0, 0),
                column("on_date", 1, 1, 0, 0),
                column("documented", 1, 1, 0, 0),
                column("undamaged", 1, 1, 0, 0));
        assertThat(value("supply", "perfect-order", together)).isEqualTo(0.5);
        assertThat(value("supply", "perfect-order-product", together)).isEqualTo(0.0625);
        // failures that exclude each other
        Samples apart = Samples.of(
                column("in_full", 0, 1, 1, 1),
                column("on_date", 1, 0, 1, 1),
                column("documented", 1, 1, 0, 1),
                column("undamaged", 1, 1, 1, 0));
        assertThat(value("supply", "perfect-order", apart)).isZero();
        assertThat(value("supply", "perfect-order-product", apart)).isCloseTo(0.31640625, within(1e-12));
        assertThat(value("supply", "in-full", apart)).isEqualTo(0.75);
    }

    @Test
    void early_is_a_miss_as_late_is() {
        Samples arrivals = Samples.of(
                column("arrived", 9, 10, 11, 12, 13),
                column("window_from", 10, 10, 10, 10, 10),
                column("window_to", 12, 12, 12, 12, 12),
                column("delivered_quantity", 5, 5, 4, 6, 5),
                column("ordered_quantity", 5, 5, 5, 5, 5),
                column("delivered_cases", 5, 5, 4, 6, 5),
                column("ordered_cases", 5, 5, 5, 5, 5));
        // the second and the fourth
        assertThat(value("supply", "otif-orders", arrivals)).isEqualTo(0.4);
        // 5 + 4 + 5 of 25 cases: what was sent beyond the order does not count
        assertThat(value("supply", "otif-cases", arrivals)).isEqualTo(14.0 / 25);
        Samples doors = arrivals.with(column("delivered", 9, 10, 11, 12, 13));
        assertThat(value("last-mile", "on-time-in-window", doors)).isEqualTo(0.6);
        assertThat(value("last-mile", "first-attempt", Samples.of(column("attempts", 1, 2, 1, 1))))
                .isEqualTo(0.75);
    }

    @Test
    void cash_to_cash_is_made_of_its_three_terms() {
        Samples quarters = Samples.of(
                column("days", 90, 91),
                column("inventory", 40, 60),
                column("receivables", 30, 50),
                column("payables", 20, 20),
                column("cost_of_goods", 120, 130),
                column("revenue", 200, 200));
        // 181 x (50/250 + 40/400 - 20/250) = 36.2 + 18.1 - 14.48
        assertThat(value("supply", "cash-to-cash", quarters)).isCloseTo(39.82, within(1e-9));
    }

    @Test
    void percentiles_are_those_of_the_whole_and_not_the_sum_of_those_of_stages() {
        int n = 101;
        double[] first = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] second = IntStream.range(0, n).mapToDouble(i -> n - 1 - i).toArray();
        Samples stages = Samples.of(new Column.Numbers("first", first), new Column.Numbers("second", second));
        Figure total =
                Figure.of("total", Direction.LOWER_IS_BETTER, new Figure.Values("first + second", Statistic.P90));
        assertThat(MeasureValues.of(total, stages)).isEqualTo(100);
        assertThat(MeasureValues.of(Figure.values("first", Statistic.P90, Direction.NONE), stages))
                .isEqualTo(90);
    }

    @Test
    void a_till_is_split_into_its_time_for_the_customer_and_its_time_for_an_item() {
        Random random = new Random(4);
        int n = 4000;
        double[] items = new double[n];
        double[] seconds = new double[n];
        for (int i = 0; i < n; i++) {
            items[i] = 1 + random.nextInt(40);
            seconds[i] = 35 + 2.8 * items[i] + items[i] * 0.3 * random.nextGaussian();
        }
        Samples log = Samples.of(new Column.Numbers("items", items), new Column.Numbers("seconds", seconds));
        for (String[] part : new String[][] {{"time-per-customer", "35"}, {"time-per-item", "2.8"}}) {
            Figure figure = figure("retail-checkout", part[0]);
            Estimate estimate = MeasureValues.sample(figure, log).estimate().orElseThrow();
            assertThat(estimate.interval(0.999).contains(Double.parseDouble(part[1])))
                    .isTrue();
            assertThat(estimate.interval(0.95).high().getAsDouble()
                            - estimate.interval(0.95).low().getAsDouble())
                    .isLessThan(1);
        }
        double mean = Arrays.stream(items).average().orElseThrow();
        assertThat(value("retail-checkout", "time-at-standard-basket", log)).isCloseTo(35 + 2.8 * mean, within(0.5));
    }

    @Test
    void a_line_by_hand_has_its_coefficients_and_robust_errors() {
        double[] x = {0, 1, 2, 3};
        double[] y = {1, 3, 4, 8};
        LeastSquares line = LeastSquares.of(x, y).orElseThrow();
        assertThat(line.slope()).isCloseTo(2.2, within(1e-12));
        assertThat(line.intercept()).isCloseTo(0.7, within(1e-12));
        // rests .3, .1, -1.1, .7 over 1 - leverage .3, .7, .7, .3: 1, .142857, -1.571429, 2.333333
        // error of the slope: sqrt(2.25 1 + .25 .020408 + .25 2.469388 + 2.25 5.444444) / 5
        assertThat(line.rise().standardError()).isCloseTo(0.777752, within(1e-6));
        assertThat(LeastSquares.of(new double[] {2, 2, 2, 2}, y)).isEmpty();
    }

    @Test
    void slow_baskets_are_not_slow_tills() throws IOException {
        StringBuilder csv = new StringBuilder("shop,items,seconds\n");
        Random random = new Random(8);
        for (int i = 0; i < 6000; i++) {
            int shop = i % 6;
            int items = 1 + random.nextInt(shop == 0 ? 60 : 20);
            double seconds = (shop == 3 ? 50 : 35) + 2.8 * items + 6 * random.nextGaussian();
            csv.append("shop %d,%d,%.2f%n".formatted(shop, items, seconds));
        }
        Path file = Files.writeString(folder.resolve("tills.csv"), csv.toString());
        CompareReport report = Measures.pack("retail-checkout")
                .compare(file, Reading.all(), Map.of(), figures -> CompareOptions.of(figures, "shop"));
        assertThat(report.figures())
                .extracting(CompareReport.FigureReport::name)
                .containsExactly("Fixed time per customer", "Time per item", "Time at the standard basket");
        assertThat(worse(report.figures().get(0))).containsExactly("shop 3");
        assertThat(worse(report.figures().get(1))).isEmpty();
        assertThat(worse(report.figures().get(2))).containsExactly("shop 3");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("Abandonment was left out"));
    }

    @Test
    void small_stations_cannot_be_certified_and_29_calls_without_a_miss_can() throws IOException {
        StringBuilder csv = new StringBuilder("station,rang,answered\n");
        int[] calls = {28, 29, 100, 100};
        int[] misses = {0, 0, 4, 5};
        for (int s = 0; s < calls.length; s++) {
            for (int i = 0; i < calls[s]; i++) {
                csv.append("s%d,2025-03-01T10:00:00Z,2025-03-01T10:00:%02dZ%n"
                        .formatted(s, i < misses[s] ? 40 : 5 + i % 10));
            }
        }
        Path file = Files.writeString(folder.resolve("calls.csv"), csv.toString());
        List<CompareReport.Certificate> certificates = Measures.pack("emergency-response")
                .only(List.of("call-answering"))
                .compare(file, Reading.all(), Map.of(), figures -> CompareOptions.of(figures, "station"))
                .figures()
                .getFirst()
                .certificates();
        assertThat(certificates)
                .extracting(CompareReport.Certificate::status)
                .containsExactly(
                        CompareReport.Certification.TOO_FEW,
                        CompareReport.Certification.CERTIFIED,
                        CompareReport.Certification.CERTIFIED,
                        CompareReport.Certification.NOT_CERTIFIED);
        assertThat(certificates.get(0).sentence()).contains("29 are needed");
        assertThat(certificates.get(0).needed()).hasValue(29);
        // 0.9^29 = 0.047; of 100 calls four may miss: P(B <= 4) = 0.0237, P(B <= 5) = 0.0576
        assertThat(certificates.get(2).allowed()).hasValue(4);
        assertThat(certificates.get(2).bound()).hasValue(14);
        assertThat(certificates.get(3).needed().getAsInt()).isBetween(120, 240);
    }

    @Test
    void a_certificate_is_wrong_no_more_often_than_it_says() {
        Random random = new Random(5);
        int certified = 0;
        int trials = 4000;
        for (int t = 0; t < trials; t++) {
            // the 90th percentile lies exactly at the target
            double[] times = random.doubles(60).sorted().toArray();
            Comparison.Question question = Comparison.Question.of(Statistic.P90, Direction.LOWER_IS_BETTER);
            Contest contest = Contest.of(List.of(Sample.of("s", times, question)), question);
            certified +=
                    Certificates.of(contest, question, 0.9).getFirst().status() == CompareReport.Certification.CERTIFIED
                            ? 1
                            : 0;
        }
        assertThat((double) certified / trials).isBetween(0.005, 0.055);
    }

    @Test
    void a_hospital_of_hard_cases_is_not_long_and_its_readmissions_stand_beside() throws IOException {
        CompareReport report = Measures.pack("hospital")
                .compare(stays(), Reading.all(), Map.of(), figures -> CompareOptions.of(figures, "hospital"));
        assertThat(report.figures()).hasSize(5);
        for (CompareReport.FigureReport figure : report.figures().subList(0, 3)) {
            assertThat(worse(figure)).as(figure.name()).containsExactly("h4");
        }
        CompareReport.FigureReport trimmed = report.figures().getFirst();
        assertThat(trimmed.statistic()).isEqualTo("observed over expected");
        assertThat(trimmed.comparison().median().getAsDouble()).isCloseTo(1, within(0.1));
        assertThat(trimmed.notes()).singleElement().asString().contains("as outliers");
        CompareReport.FigureReport readmission = report.figures().get(3);
        assertThat(worse(readmission)).containsExactly("h2");
        Rates funnel = readmission.funnel().rates().orElseThrow();
        assertThat(funnel.target()).isCloseTo(1, within(1e-9));
        assertThat(funnel.rows().getFirst().name()).isEqualTo("h2");
        assertThat(report.json()).doesNotContain("NaN", "Infinity");
    }

    /** Hospital 0 takes hard cases, 4 keeps all patients longer, 2 sees them again more often. */
    private Path stays() throws IOException {
        StringBuilder csv = new StringBuilder("hospital,drg,days_of_stay,readmitted,died\n");
        Random random = new Random(6);
        for (int i = 0; i < 9000; i++) {
            int hospital = i % 9;
            boolean hard = random.nextDouble() < (hospital == 0 ? 0.9 : 0.2);
            double days = (hard ? 9 : 3) * (hospital == 4 ? 1.3 : 1) * Math.exp(0.5 * random.nextGaussian());
            boolean back = random.nextDouble() < (hard ? 0.2 : 0.05) * (hospital == 2 ? 2 : 1);
            csv.append(String.format(
                    Locale.ROOT,
                    "h%d,%s,%.2f,%d,%d%n",
                    hospital,
                    hard ? "hip" : "eye",
                    i % 1500 == 7 ? 400 : days,
                    back ? 1 : 0,
                    random.nextDouble() < 0.02 ? 1 : 0));
        }
        return Files.writeString(folder.resolve("stays.csv"), csv.toString());
    }

    @Test
    void direct_standardisation_by_hand() {
        // kinds a and b are 60 % and 40 % of all; the unit has means 2 and 5
        DirectStandard standard = new DirectStandard(List.of("a", "b"), new double[] {0.6, 0.4}, false);
        double[] ones = {1, 1, 1, 1};
        DirectStandard.Result result = standard.of(new double[] {1, 3, 4, 6}, ones, new double[] {0, 0, 1, 1});
        ErrorEstimate estimate = result.estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(3.2, within(1e-12));
        // variances of the means are 1 and 1: .36 + .16
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(0.52), within(1e-12));
        assertThat(standard.of(new double[] {1, 3}, new double[] {1, 1}, new double[] {0, 0})
                        .problem()
                        .orElseThrow())
                .contains("fewer than two rows of b, 40 % of all work");
    }

    @Test
    void a_standardised_rate_has_dobsons_interval_and_for_one_kind_that_of_the_count() {
        DirectStandard standard = new DirectStandard(List.of("all"), new double[] {1}, true);
        ErrorEstimate estimate = standard.of(new double[] {65}, new double[] {100}, new double[] {0})
                .estimate()
                .orElseThrow();
        assertThat(estimate.interval(0.95).low().getAsDouble()).isCloseTo(0.5016319, within(1e-6));
        assertThat(estimate.interval(0.95).high().getAsDouble()).isCloseTo(0.8284914, within(1e-6));
    }

    @Test
    void an_old_lot_is_not_a_bad_lot() throws IOException {
        StringBuilder csv = new StringBuilder("lot,month_in_service,claims,units_in_service\n");
        Random random = new Random(3);
        for (int lot = 0; lot < 8; lot++) {
            for (int month = 1; month <= (lot == 0 ? 24 : 12); month++) {
                double rate = 0.002 * month * (lot == 5 ? 2 : 1);
                int claims = 0;
                for (int unit = 0; unit < 3000; unit++) {
                    claims += random.nextDouble() < rate ? 1 : 0;
                }
                csv.append("lot %d,%d,%d,3000%n".formatted(lot, month, claims));
            }
        }
        Path file = Files.writeString(folder.resolve("claims.csv"), csv.toString());
        CompareReport report = Measures.pack("warranty-recall")
                .compare(file, Reading.all(), Map.of(), figures -> CompareOptions.of(figures, "lot"));
        List<CompareReport.FigureReport> figures = report.figures();
        assertThat(worse(figures.get(0))).contains("lot 0", "lot 5");
        assertThat(worse(figures.get(1))).containsExactly("lot 5");
        assertThat(figures.get(0).strata()).hasSize(24);
        assertThat(figures.get(0).strata().get(9).name()).isEqualTo("10");
        // 1000 x (0.002 + 0.004 + ... + 0.024) = 156 claims within twelve months, drawn to the common mix of months
        List<Comparison.Row> within12 = figures.get(2).comparison().rows().stream()
                .sorted(Comparator.comparing(Comparison.Row::name))
                .toList();
        assertThat(within12.get(1).value().getAsDouble()).isCloseTo(156, within(8.0));
        assertThat(within12.get(0).value().getAsDouble()).isCloseTo(156, within(8.0));
        assertThat(within12.get(5).value().getAsDouble()).isCloseTo(312, within(12.0));
    }

    @Test
    void a_recall_is_told_by_its_remedies_and_by_the_time_until_its_scope_was_known() {
        Samples recalls = Samples.of(column("remedied", 60, 900), column("affected", 100, 1000));
        assertThat(value("warranty-recall", "remedy-rate", recalls)).isEqualTo(960.0 / 1100);
        Samples scoped = Samples.of(
                new Column.Times("raised", new long[] {0, 0, 0}),
                new Column.Times("scoped", new long[] {3_600_000, 7_200_000, 36_000_000}));
        List<Figure> time =
                Measures.pack("warranty-recall").measure("time-to-scope").figures(Map.of());
        assertThat(time).extracting(Figure::name).containsExactly("Time to scope (median)", "Time to scope (p90)");
        assertThat(MeasureValues.of(time.getFirst(), scoped)).isEqualTo(2);
    }

    private static List<String> worse(CompareReport.FigureReport figure) {
        List<String> names = new ArrayList<>();
        figure.comparison().rows().stream()
                .filter(r -> r.verdict() == Verdict.WORSE)
                .forEach(r -> names.add(r.name()));
        names.sort(null);
        return names;
    }

    private static Figure figure(String pack, String id) {
        return Measures.pack(pack).measure(id).figures(Map.of()).getFirst();
    }

    private static double value(String pack, String id, Samples samples) {
        return MeasureValues.of(figure(pack, id), samples);
    }

    private static Column column(String name, double... values) {
        return new Column.Numbers(name, values);
    }
}
