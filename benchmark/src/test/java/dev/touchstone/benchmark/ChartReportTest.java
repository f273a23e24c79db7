package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartReportTest {
    private static final String VISCOSITY = "viscosity\n33.75\n33.05\n34\n33.81\n33.46\n34.02\n33.68\n33.27\n33.49\n"
            + "33.20\n33.62\n33.00\n33.54\n33.12\n33.84\n";

    @TempDir
    Path folder;

    @Test
    void individuals_have_the_published_limits_of_viscosity() throws IOException {
        ChartReport.Chart chart = chart(VISCOSITY, ChartOptions.of("viscosity", Direction.NONE));
        assertThat(chart.kind()).isEqualTo(ControlChart.Kind.INDIVIDUALS);
        assertThat(chart.n()).isEqualTo(15);
        assertThat(chart.centre()).isCloseTo(33.523333, within(5e-7));
        assertThat(chart.lowerLimit().getAsDouble()).isCloseTo(32.244838, within(5e-7));
        assertThat(chart.upperLimit().getAsDouble()).isCloseTo(34.801829, within(5e-7));
        assertThat(chart.sigma()).isCloseTo(.42616515, within(5e-9));
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.changes().orElseThrow().at()).isEmpty();
    }

    @Test
    void the_kind_is_chosen_by_the_columns() throws IOException {
        Random random = new Random(1);
        String counts = table("late,orders", i -> poisson(random, 9) + ",200");
        assertThat(kind(counts, "late", "orders")).isEqualTo(ControlChart.Kind.P);
        String wild = table("late,orders", i -> (int) (90_000 + 4_000 * random.nextGaussian()) + ",1000000");
        assertThat(kind(wild, "late", "orders")).isEqualTo(ControlChart.Kind.P_LANEY);
        String faults = table("faults,metres", i -> poisson(random, 3 * (i % 3 + 2.5)) + "," + (i % 3 + 2.5));
        assertThat(kind(faults, "faults", "metres")).isEqualTo(ControlChart.Kind.U);
        String few = table("falls", i -> String.valueOf(poisson(random, 6)));
        assertThat(kind(few, "falls", null)).isEqualTo(ControlChart.Kind.C);
        String measured = table("cost,hours", i -> random.nextGaussian() + ",3");
        assertThat(kind(measured, "cost", null)).isEqualTo(ControlChart.Kind.INDIVIDUALS);
    }

    @Test
    void rows_of_one_subgroup_are_one_point() throws IOException {
        Random random = new Random(4);
        String four = table("batch,width", i -> i / 4 + "," + (5 + random.nextGaussian()));
        ChartOptions o = ChartOptions.of("width", Direction.NONE);
        ChartReport.Chart chart = chart(four, with(o, o.size(), o.time(), Optional.of("batch"), o.kind()));
        assertThat(chart.kind()).isEqualTo(ControlChart.Kind.XBAR_R);
        assertThat(chart.n()).isEqualTo(10);
        assertThat(chart.panels()).extracting(ChartReport.Panel::name).containsExactly("means", "ranges");
    }

    @Test
    void columns_beside_each_other_make_the_subgroup_of_a_row() throws IOException {
        Random random = new Random(4);
        String text = table("a,b,c", i -> random.nextInt(9) + "," + random.nextInt(9) + "," + random.nextInt(9));
        ChartOptions o = ChartOptions.of("a", Direction.NONE);
        ChartReport.Chart chart = chart(
                text,
                new ChartOptions(
                        List.of("a", "b", "c"),
                        o.size(),
                        o.time(),
                        o.period(),
                        o.subgroup(),
                        o.entity(),
                        o.kind(),
                        o.rules(),
                        o.direction(),
                        o.target(),
                        o.baseline(),
                        ControlChart.Standard.NONE,
                        o.rebases(),
                        o.changes(),
                        o.memory(),
                        1));
        assertThat(chart.kind()).isEqualTo(ControlChart.Kind.XBAR_R);
        assertThat(chart.n()).isEqualTo(40);
    }

    @Test
    void one_size_may_be_told_for_all_points() throws IOException {
        String text = "bad\n3\n5\n4\n6\n";
        ChartOptions o = ChartOptions.of("bad", Direction.LOWER_IS_BETTER);
        ChartReport.Chart chart =
                chart(text, with(o, Optional.of("50"), o.time(), o.subgroup(), Optional.of(ControlChart.Kind.NP)));
        assertThat(chart.centre()).isEqualTo(4.5);
        assertThat(chart.upperLimit().getAsDouble()).isCloseTo(4.5 + 3 * Math.sqrt(4.5 * (1 - .09)), within(1e-12));
        assertThat(chart.lowerLimit()).hasValue(0);
    }

    @Test
    void only_the_times_of_events_make_a_chart_of_the_time_between_them() throws IOException {
        String events = "day\n2025-01-01\n2025-01-11\n2025-01-15\n2025-02-01\n2025-03-01\n";
        ChartOptions o = ChartOptions.of("none", Direction.HIGHER_IS_BETTER);
        ChartOptions times = new ChartOptions(
                List.of(),
                o.size(),
                Optional.of("day"),
                o.period(),
                o.subgroup(),
                o.entity(),
                o.kind(),
                o.rules(),
                o.direction(),
                o.target(),
                o.baseline(),
                ControlChart.Standard.NONE,
                o.rebases(),
                o.changes(),
                o.memory(),
                1);
        ChartReport.Chart chart = chart(events, times);
        assertThat(chart.kind()).isEqualTo(ControlChart.Kind.T);
        assertThat(chart.panels().getFirst().points())
                .extracting(ChartReport.Point::value)
                .containsExactly(10.0, 4.0, 17.0, 28.0);
    }

    @Test
    void rows_are_put_in_order_of_time_and_limits_drawn_anew_where_it_is_recorded() throws IOException {
        String rows = IntStream.range(0, 24)
                .mapToObj(m -> "%d-%02d-01,%s"
                        .formatted(2024 + m / 12, m % 12 + 1, (m < 12 ? 9 : 5) + (m % 2 == 0 ? 0.5 : -0.5)))
                .sorted((a, b) -> a.substring(5).compareTo(b.substring(5)))
                .collect(Collectors.joining("\n"));
        ChartReport.Chart chart = chart("month,wait\n" + rows + "\n", rebased("2025-01-01=new booking"));
        List<ChartReport.Phase> phases = chart.panels().getFirst().phases();
        assertThat(phases).hasSize(2);
        assertThat(phases.get(0).centre()).isEqualTo(9);
        assertThat(phases.get(1).centre()).isEqualTo(5);
        assertThat(phases.get(1).from()).isEqualTo(12);
        assertThat(phases.get(1).reason()).contains("new booking");
        assertThat(chart.centre()).isEqualTo(5);
        assertThat(chart.assurance()).contains(ControlChart.Assurance.HIT_AND_MISS);
        assertThat(chart.changes().orElseThrow().labels()).containsExactly("2025-01-01");
    }

    @Test
    void a_rebase_beyond_the_points_is_refused() {
        assertThatThrownBy(
                        () -> chart("month,wait\n2024-01-01,3\n2024-02-01,4\n2024-03-01,4\n", rebased("2031-01-01=x")))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("no points on one side")
                .hasMessageContaining("2024-01-01 to 2024-03-01");
        assertThatThrownBy(() -> ChartOptions.Rebase.parse("2025-01-01"))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("such as 2025-03-01=new oven");
    }

    @Test
    void a_unit_that_has_no_chart_is_named_and_the_others_are_drawn() throws IOException {
        String text = "ward,wait\nA,3\nA,4\nA,5\nB,7\n";
        ChartOptions o = ChartOptions.of("wait", Direction.NONE);
        ChartOptions byWard = new ChartOptions(
                o.values(),
                o.size(),
                o.time(),
                o.period(),
                o.subgroup(),
                Optional.of("ward"),
                o.kind(),
                o.rules(),
                o.direction(),
                o.target(),
                o.baseline(),
                ControlChart.Standard.NONE,
                o.rebases(),
                o.changes(),
                o.memory(),
                1);
        ChartReport report = Benchmark.chart(file(text), Reading.all(), byWard);
        assertThat(report.charts()).extracting(ChartReport.Chart::entity).containsExactly("A");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("No chart of B: "));
        assertThat(report.text()).contains("No chart of B");
    }

    @Test
    void a_denominator_of_0_is_refused_by_its_point() {
        ChartOptions o = ChartOptions.of("bad", Direction.NONE);
        ChartOptions shares = with(o, Optional.of("made"), o.time(), o.subgroup(), o.kind());
        assertThatThrownBy(() -> chart("bad,made\n5,90\n3,0\n2,80\n", shares))
                .isInstanceOf(BadData.class)
                .hasMessage("The denominator at point 2 is 0. Leave the point out, or give it a denominator above 0.");
    }

    @ParameterizedTest
    @EnumSource(ControlChart.Kind.class)
    void every_kind_can_be_asked_for(ControlChart.Kind kind) throws IOException {
        Random random = new Random(8);
        String text = table("group,count,size", i -> i / 2 + "," + poisson(random, 5) + ",80");
        boolean sized = List.of(
                        ControlChart.Kind.P,
                        ControlChart.Kind.NP,
                        ControlChart.Kind.U,
                        ControlChart.Kind.P_LANEY,
                        ControlChart.Kind.U_LANEY)
                .contains(kind);
        boolean grouped = kind == ControlChart.Kind.XBAR_R || kind == ControlChart.Kind.XBAR_S;
        ChartOptions o = ChartOptions.of("count", Direction.LOWER_IS_BETTER);
        ChartReport.Chart chart = chart(
                text,
                with(
                        o,
                        sized ? Optional.of("size") : Optional.empty(),
                        o.time(),
                        grouped ? Optional.of("group") : Optional.empty(),
                        Optional.of(kind)));
        assertThat(chart.kind()).isEqualTo(kind);
        assertThat(chart.reason()).isEqualTo("It was asked for.");
        assertThat(chart.panels().getFirst().points()).hasSize(grouped ? 20 : 40);
    }

    private ControlChart.Kind kind(String text, String value, String size) throws IOException {
        ChartOptions o = ChartOptions.of(value, Direction.NONE);
        return chart(text, with(o, Optional.ofNullable(size), o.time(), o.subgroup(), o.kind()))
                .kind();
    }

    private static ChartOptions with(
            ChartOptions o,
            Optional<String> size,
            Optional<String> time,
            Optional<String> subgroup,
            Optional<ControlChart.Kind> kind) {
        return new ChartOptions(
                o.values(),
                size,
                time,
                o.period(),
                subgroup,
                o.entity(),
                kind,
                o.rules(),
                o.direction(),
                o.target(),
                o.baseline(),
                ControlChart.Standard.NONE,
                o.rebases(),
                o.changes(),
                o.memory(),
                1);
    }

    private static ChartOptions rebased(String at) {
        return new ChartOptions(
                List.of("wait"),
                Optional.empty(),
                Optional.of("month"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RuleSet.NHS,
                Direction.LOWER_IS_BETTER,
                OptionalDouble.of(6),
                OptionalInt.empty(),
                ControlChart.Standard.NONE,
                List.of(ChartOptions.Rebase.parse(at)),
                ChartOptions.Changes.PELT,
                ChartOptions.Memory.USUAL,
                1);
    }

    private static int poisson(Random random, double mean) {
        double product = random.nextDouble();
        int k = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            k++;
        }
        return k;
    }

    private static String table(String header, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, 40).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private ChartReport.Chart chart(String text, ChartOptions options) throws IOException {
        return Benchmark.chart(file(text), Reading.all(), options).charts().getFirst();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
