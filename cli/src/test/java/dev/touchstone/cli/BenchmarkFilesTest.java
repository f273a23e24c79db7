package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The benchmark commands over tables, which need no server. */
class BenchmarkFilesTest {
    private static final String VISCOSITY = "viscosity\n33.75\n33.05\n34\n33.81\n33.46\n34.02\n33.68\n33.27\n33.49\n"
            + "33.20\n33.62\n33.00\n33.54\n33.12\n33.84\n";
    private static final String PLANTS = "plant,staff,energy,made\nA,5,13,12\nB,16,12,14\nC,16,26,25\nD,17,15,26\n"
            + "E,18,14,8\nF,23,6,9\nG,25,10,27\nH,27,22,30\nI,37,14,31\nJ,42,25,26\nK,5,17,12\n";

    @TempDir
    private Path folder;

    private String sites;
    private String batches;
    private String plants;

    @BeforeEach
    void tables() throws IOException {
        sites = write("sites.csv", sites());
        batches = write("batches.csv", VISCOSITY);
        plants = write("plants.csv", PLANTS);
    }

    @Test
    void a_comparison_is_told_as_a_table_with_its_answer_first() {
        Ran ran = run("benchmark", "compare", sites, "--value", "hours", "--entity", "site", "--lower-is-better");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("hours (median): Ulm is worse (");
        assertThat(ran.out()).contains("Is the comparison fair?", "not distinguishable", "robust z");
        assertThat(ran.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void a_comparison_as_json_has_the_numbers_in_full() {
        Ran ran = run(
                "benchmark",
                "compare",
                sites,
                "--value",
                "hours",
                "--entity",
                "site",
                "--statistic",
                "mean",
                "--by",
                "shift",
                "--time",
                "day",
                "--target",
                "5",
                "--reference",
                "peers:Leeds,Lyon",
                "--json");
        JsonNode figure = json(ran).path("figures").path(0);
        assertThat(figure.path("statistic").asString()).isEqualTo("mean");
        assertThat(figure.path("comparison").path("rows")).hasSize(4);
        assertThat(figure.path("comparison").path("rows").path(0).path("n").asInt())
                .isEqualTo(60);
        assertThat(figure.path("strata")).hasSize(2);
        assertThat(figure.path("references")).hasSize(2);
        assertThat(figure.path("trend").path("period").asString()).isEqualTo("week");
    }

    @Test
    void counts_of_a_whole_come_with_their_funnel() {
        Ran ran = run(
                "benchmark",
                "compare",
                sites,
                "--numerator",
                "late",
                "--denominator",
                "orders",
                "--entity",
                "site",
                "--lower-is-better",
                "--json");
        JsonNode shares = json(ran).path("figures").path(0).path("funnel").path("shares");
        assertThat(shares.path("target").asDouble()).isBetween(0.05, 0.2);
        assertThat(shares.path("rows").path(0).path("limits").path("high95").isNumber())
                .isTrue();
    }

    @Test
    void a_defined_measure_finds_its_columns_by_their_names_or_by_binding() throws IOException {
        String lines = write("lines.csv", "line,good,PQ\n" + "L1,95,100\n".repeat(6) + "L2,80,100\n".repeat(6));
        Ran ran = run(
                "benchmark",
                "compare",
                lines,
                "--measure",
                "iso22400",
                "--only",
                "quality-ratio",
                "--bind",
                "GQ=good",
                "--entity",
                "line");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Quality ratio").contains("95 %", "80 %");
    }

    @Test
    void a_chart_has_the_published_limits() {
        JsonNode chart = json(run("benchmark", "chart", batches, "--value", "viscosity", "--no-direction", "--json"))
                .path("charts")
                .path(0);
        assertThat(chart.path("kind").asString()).isEqualTo("individuals");
        assertThat(chart.path("centre").asDouble()).isCloseTo(33.523333, within(5e-7));
        assertThat(chart.path("lowerLimit").asDouble()).isCloseTo(32.244838, within(5e-7));
        assertThat(chart.path("upperLimit").asDouble()).isCloseTo(34.801829, within(5e-7));
    }

    @Test
    void a_chart_for_each_unit_draws_limits_anew_at_what_is_recorded() {
        Ran ran = run(
                "benchmark",
                "chart",
                sites,
                "--value",
                "hours",
                "--time",
                "day",
                "--period",
                "week",
                "--entity",
                "site",
                "--rebase",
                "2025-04-01=new doors",
                "--rules",
                "western-electric",
                "--json");
        JsonNode charts = json(ran).path("charts");
        assertThat(charts).hasSize(4);
        JsonNode phases = charts.path(0).path("panels").path(0).path("phases");
        assertThat(phases).hasSize(2);
        assertThat(phases.path(1).path("reason").asString()).isEqualTo("new doors");
    }

    @Test
    void a_frontier_has_the_published_scores() {
        JsonNode report = json(run(
                "benchmark",
                "frontier",
                plants,
                "--inputs",
                "staff,energy",
                "--outputs",
                "made",
                "--entity",
                "plant",
                "--returns",
                "crs",
                "--orientation",
                "in",
                "--bootstrap",
                "50",
                "--json"));
        JsonNode unit = report.path("units").path(1);
        assertThat(unit.path("name").asString()).isEqualTo("B");
        assertThat(unit.path("efficiency").asDouble()).isCloseTo(.6222896791, within(5e-11));
        assertThat(unit.path("peers").path(0).path("lambda").isNumber()).isTrue();
        assertThat(unit.path("bootstrap").path("lower").asDouble()).isLessThan(.6222896791);
    }

    @Test
    void the_slice_that_causes_a_difference_is_named() throws IOException {
        StringBuilder text = new StringBuilder("region,channel,planned,sold\n");
        Random random = new Random(3);
        for (int i = 0; i < 120; i++) {
            boolean guilty = i % 6 == 1 && i % 4 == 1;
            text.append("region %d,channel %d,200,%.1f\n"
                    .formatted(i % 6, i % 4, (guilty ? 120 : 200) + random.nextGaussian()));
        }
        String sales = write("sales.csv", text.toString());
        Ran ran = run(
                "benchmark",
                "causes",
                sales,
                "--actual",
                "sold",
                "--expected",
                "planned",
                "--dimensions",
                "region,channel",
                "--json");
        JsonNode slice = json(ran).path("slices").path(0);
        assertThat(slice.path("where").path("region").asString()).isEqualTo("region 1");
        assertThat(slice.path("where").path("channel").asString()).isEqualTo("channel 1");
        assertThat(slice.path("change").asDouble()).isCloseTo(-800, within(40.0));
    }

    @Test
    void differences_between_two_populations_are_split_in_four_ways() throws IOException {
        StringBuilder text = new StringBuilder("year,site,failed,calls,pick,pack\n");
        Random random = new Random(8);
        for (int i = 0; i < 80; i++) {
            boolean late = i >= 40;
            text.append("%d,%s,%d,%d,%.2f,%.2f\n"
                    .formatted(
                            late ? 2025 : 2024,
                            i % 2 == 0 ? "A" : "B",
                            i % 2 == 0 ? 5 : 20,
                            late && i % 2 == 1 ? 200 : 100,
                            random.nextGaussian() + (late ? 6 : 4),
                            random.nextGaussian() + 3));
        }
        String calls = write("calls.csv", text.toString());
        String between = " --between year --before 2024 --after 2025 --json";
        JsonNode mix = json(ask("causes " + calls + " --numerator failed --denominator calls --groups site" + between));
        double difference = mix.path("difference").asDouble();
        assertThat(difference).isCloseTo(-1.0 / 24, within(1e-12));
        assertThat(mix.path("rateEffect").asDouble() + mix.path("mixEffect").asDouble())
                .isCloseTo(difference, within(1e-12));
        JsonNode stages = json(ask("causes " + calls + " --stages pick,pack" + between));
        assertThat(stages.path("stages").path(0).path("name").asString()).isEqualTo("pick");
        JsonNode drivers = json(ask("causes " + calls + " --formula failed/calls --driver failed=mean(failed)"
                + " --driver calls=mean(calls)" + between));
        assertThat(drivers.path("shapley").path("drivers")).hasSize(2);
        assertThat(json(ask("causes " + calls + " --value pick --variables site" + between))
                        .path("answer")
                        .asString())
                .isNotBlank();
    }

    @Test
    void a_remedy_is_judged_beside_the_units_that_had_none() throws IOException {
        StringBuilder text = new StringBuilder("site,day,hours\n");
        Random random = new Random(5);
        for (int i = 0; i < 24 * 10 * 6; i++) {
            int month = i / 60;
            int site = i % 10;
            double hours = 6 + 0.1 * site - (site < 2 && month >= 14 ? 2 : 0) + 0.5 * random.nextGaussian();
            text.append("site %d,%s,%.3f\n"
                    .formatted(site, LocalDate.of(2024, 1, 15).plusMonths(month), hours));
        }
        String table = write("waits.csv", text.toString());
        Ran ran = run(
                "benchmark",
                "effect",
                table,
                "--value",
                "hours",
                "--statistic",
                "mean",
                "--time",
                "day",
                "--entity",
                "site",
                "--treated",
                "site 0,site 1",
                "--since",
                "2025-03-01",
                "--method",
                "did",
                "--lower-is-better",
                "--json");
        JsonNode effect = json(ran).path("effects").path(0);
        assertThat(effect.path("verdict").asString()).isEqualTo("better");
        JsonNode specifications = effect.path("findings").path(0).path("specifications");
        assertThat(specifications).hasSizeGreaterThanOrEqualTo(2);
        assertThat(specifications.path(0).path("average").path("value").asDouble())
                .isCloseTo(-2, within(0.3));
    }

    @Test
    void what_must_be_measured_beforehand_needs_no_table() {
        assertThat(ask("sample-size --percentile 0.9").out())
                .isEqualTo("29 values are needed." + System.lineSeparator());
        assertThat(json(ask("sample-size --shares 0.05,0.04 --json")).path("n").isIntegralNumber())
                .isTrue();
        assertThat(ask("sample-size --shares 0.05").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_page_is_written_beside_the_answer() throws IOException {
        Path page = folder.resolve("report.html");
        Ran ran = run("benchmark", "chart", batches, "--value", "viscosity", "--html", page.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("viscosity: ");
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains("<svg")
                .doesNotContain("http");
    }

    @Test
    void a_table_may_come_through_standard_input() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(VISCOSITY.getBytes(StandardCharsets.UTF_8)));
        try {
            Ran ran = run("benchmark", "chart", "-", "--value", "viscosity", "--json");
            assertThat(json(ran).path("load").path("source").asString()).isEqualTo("standard input");
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    compare nothing.csv --value hours --entity site       | 1 | There is no file nothing.csv.
                    compare SITES --value hours --entity sight            | 1 | There is no column "sight". The columns are
                    compare SITES --value hours                           | 2 | --entity
                    compare SITES --entity site                           | 2 | Nothing is compared: name --value
                    compare SITES --entity site --numerator late          | 2 | name both --numerator and --denominator
                    compare SITES --value hours --entity site --statistic p900    | 2 | such as p90
                    compare SITES --value hours --entity site --reference norm    | 1 | Write target:4.5
                    compare SITES --value hours --entity site --level 95          | 1 | such as 0.95
                    compare SITES --value hours --entity site --measure supply    | 2 | leave out --value
                    compare SITES --measure sloth --entity site                   | 1 | There is no file sloth
                    compare SITES --value shift --entity site                     | 1 | which is not a number
                    compare SITES --value hours --entity site --html /no/such/folder/x.html | 1 | in a folder that is there
                    chart BATCHES                                         | 1 | Name the column of the values
                    chart BATCHES --value viscosity --kind pie            | 2 | is not a kind of chart
                    chart BATCHES --value viscosity --kind p              | 1 | which are whole numbers
                    chart BATCHES --value viscosity --rebase 7            | 2 | 2025-03-01=new oven
                    chart BATCHES --value viscosity --rebase 99=oven      | 1 | no points on one side of it
                    chart BATCHES --value viscosity --changes magic       | 2 | Write pelt, e-divisive or none
                    causes SITES --actual late --expected orders          | 2 | --dimensions
                    causes SITES --actual late --expected orders --dimensions site --cases orders | 1 | Name a column of cases for both
                    causes SITES --stages hours                           | 2 | add --between, --before and --after
                    causes SITES --stages hours --between site --before Leeds --after Rome | 1 | No row has "Rome" in column "site"
                    effect SITES --value hours --time day                 | 2 | It is not said what was done
                    effect SITES --time day --since 2025-03-01            | 2 | No figure is named
                    effect SITES --value hours --time day --entity site --since 2025-03-01 | 2 | name them with --treated
                    effect SITES --value hours --time day --entity site --treated Rome --since 2025-03-01 | 1 | Rome
                    effect SITES --value hours --time day --since then    | 1 | Write dates such as 2025-06-01
                    effect SITES --value hours --time day --since 2025-03-01 --method magic | 2 | Write did, sc or its
                    effect SITES --value hours --time day --since 2025-03-01 --season long  | 2 | such as 12:2
                    causes SITES --actual late --expected hours --dimensions size | 1 | There is no column "size".
                    frontier PLANTS --inputs staff --outputs staff        | 1 | both an input and an output
                    frontier PLANTS --inputs plant --outputs made         | 1 | in column "plant", which is not a number
                    frontier PLANTS --inputs staff --outputs made --returns some | 2 | Write crs, vrs, nirs, ndrs or fdh.
                    frontier PLANTS --inputs staff --outputs made --bootstrap 3  | 1 | better 2,000
                    """)
    void what_cannot_be_done_is_said_with_what_would_be_right(String line, int exit, String sentence) {
        String[] arguments = ("benchmark " + line.strip())
                .replace("SITES", sites)
                .replace("BATCHES", batches)
                .replace("PLANTS", plants)
                .split(" +");
        Ran ran = run(arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.err()).contains(sentence.strip()).doesNotContain("Exception", "\tat ");
        assertThat(ran.out()).isEmpty();
    }

    private static String sites() {
        StringBuilder text = new StringBuilder("site,shift,day,hours,late,orders\n");
        Random random = new Random(11);
        String[] names = {"Leeds", "Lyon", "Lodz", "Ulm"};
        for (int i = 0; i < 240; i++) {
            double hours = (i % 4 == 3 ? 9 : 5) + random.nextGaussian();
            text.append(names[i % 4])
                    .append(i % 8 < 4 ? ",day," : ",night,")
                    .append(LocalDate.of(2025, 1, 1).plusDays(i * 3 / 4))
                    .append(",%.3f,%d,100\n".formatted(hours, 5 + random.nextInt(10)));
        }
        return text.toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.exit()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private static Ran ask(String line) {
        return run(("benchmark " + line).split(" "));
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
