package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final String EVIL = "<script>alert(\"1\")</script> & \u001b[31mCo";

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("values", compared(9, 40, 12)),
                Arguments.of("one unit", compared(1, 8, 0)),
                Arguments.of("500 units", compared(500, 8, 0)),
                Arguments.of("shares", Benchmark.compare(counts(30), shares())),
                Arguments.of("huge and below 0", huge()),
                Arguments.of("a constant", constant()),
                Arguments.of("a control chart", charts(false)),
                Arguments.of("control charts of units", charts(true)),
                Arguments.of("causes", causes()),
                Arguments.of("stages", stages()),
                Arguments.of("an effect", effect()),
                Arguments.of("a frontier", frontier(60)),
                Arguments.of("a frontier of one unit", frontier(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void a_page_is_well_formed_and_needs_nothing_from_elsewhere(String name, Report report) {
        String html = report.html();
        assertThat(html).doesNotContain("NaN", "Infinity", "http:", "https:", "url(", "@import", "<script", "null");
        Element page = parsed(html);
        assertThat(text(page, "h1")).isNotBlank();
        assertThat(text(page, "p")).isEqualTo(Show.plain(report.answer()));
        assertThat(all(page, "svg")).isNotEmpty().allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void marks_and_words_stay_inside_their_drawing(String name, Report report) {
        for (Element svg : all(parsed(report.html()), "svg")) {
            String[] box = svg.getAttribute("viewBox").split(" ");
            double width = Double.parseDouble(box[2]);
            double height = Double.parseDouble(box[3]);
            for (Element text : all(svg, "text")) {
                double room = Svg.widthOf(text.getTextContent());
                double x = Double.parseDouble(text.getAttribute("x"));
                double from = switch (text.getAttribute("text-anchor")) {
                    case "middle" -> x - room / 2;
                    case "end" -> x - room;
                    default -> x;
                };
                assertThat(from).as(text.getTextContent()).isBetween(-1.0, width);
                assertThat(from + room).as(text.getTextContent()).isBetween(0.0, width + 1);
                assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
            }
            for (Element dot : all(svg, "circle")) {
                assertThat(Double.parseDouble(dot.getAttribute("cx"))).isBetween(0.0, width);
                assertThat(Double.parseDouble(dot.getAttribute("cy"))).isBetween(0.0, height);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void a_text_keeps_to_the_width_of_a_terminal(String name, Report report) {
        String text = report.text();
        assertThat(text).doesNotContain("NaN", "Infinity", "null", "\u001b");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(TextPage.WIDTH));
        String start = Show.plain(report.answer()).substring(0, 15);
        assertThat(text).startsWith(start);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void json_has_no_number_that_is_none(String name, Report report) {
        assertThat(report.json()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void names_are_shown_as_they_are_and_never_run() {
        CompareReport report = compared(9, 40, 12);
        assertThat(report.html())
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; \ufffd[31mCo")
                .doesNotContain("<script");
        assertThat(report.text()).contains("<script>alert(");
    }

    @Test
    void a_table_that_is_too_wide_is_told_in_parts_that_begin_with_the_names() {
        List<Document.Column> columns = new ArrayList<>(List.of(Document.text("site")));
        List<Document.Cell> row = new ArrayList<>(List.of(Document.Cell.of("Leeds")));
        for (int c = 0; c < 12; c++) {
            columns.add(Document.number("measure " + c));
            row.add(Document.Cell.of("value " + c));
        }
        String text =
                TextPage.of(Document.builder().table(columns, List.of(row)).build("A title", "The answer."));
        assertThat(text.lines().filter(line -> line.startsWith("Leeds"))).hasSize(2);
        assertThat(text).contains("value 0", "value 11");
    }

    @Test
    void the_end_of_a_very_long_table_is_folded_and_nothing_left_out() {
        List<List<Document.Cell>> rows =
                IntStream.range(0, 500).mapToObj(i -> Document.row("unit " + i)).toList();
        String html = HtmlPage.of(
                Document.builder().table(List.of(Document.text("unit")), rows).build("A title", "The answer."));
        assertThat(html.indexOf("<summary>460 more rows"))
                .isBetween(html.indexOf(">unit 39<"), html.indexOf(">unit 40<"));
        assertThat(html).contains(">unit 499<");
        assertThat(HtmlPage.of(Document.builder()
                        .table(List.of(Document.text("unit")), rows.subList(0, 100))
                        .build("A title", "The answer.")))
                .doesNotContain("<details>");
    }

    @Test
    void verdicts_have_a_sign_and_a_word_beside_their_colour() {
        String html = compared(9, 40, 12).html();
        assertThat(html).contains("class=\"k bad\"", "\u2715 worse", "\u2713 passed");
    }

    @Test
    void refused_rows_are_listed_by_line_and_column() {
        LoadReport load = new LoadReport(
                "sites.csv",
                "CSV",
                List.of(),
                10,
                1,
                List.of(new LoadReport.Refusal(7, "hours", "n/a", "is not a number")),
                List.of(new LoadReport.Reason("hours", "is not a number", 1)),
                List.of());
        Document document = Document.builder().load(load).build("A title", "The answer.");
        assertThat(TextPage.of(document)).containsPattern("7 +hours +n/a +is not a number");
        assertThat(HtmlPage.of(document)).contains(">n/a<", ">is not a number<");
    }

    @Test
    void words_of_closed_lists_are_written_in_camel_case() {
        assertThat(compared(9, 40, 12).json())
                .contains("\"verdict\" : \"notDistinguishable\"", "\"direction\" : \"lowerIsBetter\"");
    }

    static CompareReport compared(int units, int rows, int months) {
        Random random = new Random(7);
        int n = units * rows;
        String[] sites = new String[n];
        double[] hours = new double[n];
        long[] days = new long[n];
        for (int i = 0; i < n; i++) {
            int unit = i % units;
            sites[i] = unit == 0 ? EVIL : "a distribution centre with a rather long name " + unit;
            hours[i] = Math.exp(random.nextGaussian() * 0.3) * (unit == 1 ? 9 : 4);
            days[i] = LocalDate.of(2025, 1, 1)
                            .plusDays(months == 0 ? 0 : i * 365L / n)
                            .toEpochDay()
                    * 86_400_000L;
        }
        Samples samples =
                Samples.of(labels("site", sites), new Column.Numbers("hours", hours), new Column.Times("day", days));
        return Benchmark.compare(
                samples,
                CompareOptions.of(
                                Figure.values("hours", Statistic.MEDIAN, Direction.LOWER_IS_BETTER)
                                        .moneyPerUnit(3),
                                "site")
                        .references(List.of(Reference.parse("target:4")))
                        .time("day"));
    }

    private static Samples counts(int units) {
        Random random = new Random(5);
        String[] names = new String[units];
        double[] late = new double[units];
        double[] orders = new double[units];
        for (int i = 0; i < units; i++) {
            names[i] = i == 0 ? EVIL : "shop " + i;
            orders[i] = 50 + random.nextInt(5000);
            late[i] = Math.rint(orders[i] * (i % 9 == 0 ? 0.15 : 0.05));
        }
        return Samples.of(
                labels("shop", names), new Column.Numbers("late", late), new Column.Numbers("orders", orders));
    }

    private static CompareOptions shares() {
        return CompareOptions.of(Figure.ratio("late", "orders", Direction.LOWER_IS_BETTER), "shop");
    }

    private static CompareReport huge() {
        double[] values =
                IntStream.range(0, 90).mapToDouble(i -> (i % 9 - 4) * 3e9 + i).toArray();
        String[] names = IntStream.range(0, 90).mapToObj(i -> "unit " + i % 9).toArray(String[]::new);
        return Benchmark.compare(
                Samples.of(labels("unit", names), new Column.Numbers("profit", values)),
                CompareOptions.of(Figure.values("profit", Statistic.MEAN, Direction.NONE), "unit"));
    }

    private static CompareReport constant() {
        double[] values = new double[60];
        String[] names = IntStream.range(0, 60).mapToObj(i -> "unit " + i % 6).toArray(String[]::new);
        return Benchmark.compare(
                Samples.of(labels("unit", names), new Column.Numbers("loss", values)),
                CompareOptions.of(Figure.values("loss", Statistic.MEAN, Direction.LOWER_IS_BETTER), "unit"));
    }

    static ChartReport charts(boolean units) {
        Random random = new Random(3);
        int n = 4 * 40;
        String[] wards = new String[n];
        double[] waits = new double[n];
        long[] days = new long[n];
        for (int i = 0; i < n; i++) {
            int month = i / 4;
            wards[i] = i % 4 == 0 ? EVIL : "ward " + i % 4;
            waits[i] = 20 + random.nextGaussian() + (month > 32 && i % 4 == 1 ? 6 : 0);
            days[i] = LocalDate.of(2022, 1, 1).plusMonths(month).toEpochDay() * 86_400_000L;
        }
        ChartOptions o = ChartOptions.of("wait", Direction.LOWER_IS_BETTER);
        return Benchmark.chart(
                Samples.of(labels("ward", wards), new Column.Numbers("wait", waits), new Column.Times("month", days)),
                new ChartOptions(
                        o.values(),
                        o.size(),
                        Optional.of("month"),
                        units ? Optional.empty() : Optional.of(Period.MONTH),
                        o.subgroup(),
                        units ? Optional.of("ward") : Optional.empty(),
                        o.kind(),
                        o.rules(),
                        o.direction(),
                        OptionalDouble.of(21),
                        o.baseline(),
                        ControlChart.Standard.NONE,
                        List.of(ChartOptions.Rebase.parse("2024-01-01=" + EVIL)),
                        o.changes(),
                        o.memory(),
                        1));
    }

    private static CausesReport causes() {
        Random random = new Random(4);
        int n = 400;
        String[] regions = new String[n];
        String[] channels = new String[n];
        double[] plan = new double[n];
        double[] sold = new double[n];
        for (int i = 0; i < n; i++) {
            regions[i] = i % 8 == 3 ? EVIL : "region " + i % 8;
            channels[i] = "channel " + i / 8 % 5;
            plan[i] = 100;
            sold[i] = (i % 8 == 3 ? 50 : 100) + random.nextGaussian();
        }
        return Benchmark.causes(
                Samples.of(
                        labels("region", regions),
                        labels("channel", channels),
                        new Column.Numbers("plan", plan),
                        new Column.Numbers("sold", sold)),
                CausesOptions.slices("sold", "plan", List.of("region", "channel")));
    }

    private static CausesReport stages() {
        Random random = new Random(6);
        int n = 80;
        String[] years = new String[n];
        double[] pick = new double[n];
        double[] pack = new double[n];
        for (int i = 0; i < n; i++) {
            years[i] = i % 2 == 0 ? "2024" : EVIL;
            pick[i] = 5 + random.nextGaussian() + i % 2;
            pack[i] = 3 + random.nextGaussian();
        }
        return Benchmark.causes(
                Samples.of(labels("year", years), new Column.Numbers("pick", pick), new Column.Numbers("pack", pack)),
                new CausesOptions(new CausesQuestion.Stages(
                        List.of("pick", "pack"), new CausesQuestion.Between("year", "2024", EVIL))));
    }

    private static EffectReport effect() {
        Random random = new Random(9);
        int n = 24 * 8 * 5;
        String[] sites = new String[n];
        double[] hours = new double[n];
        long[] days = new long[n];
        for (int i = 0; i < n; i++) {
            int site = i % 8;
            int month = i / 40;
            sites[i] = site == 0 ? EVIL : "site " + site;
            hours[i] = 6 + random.nextGaussian() - (site == 0 && month >= 14 ? 2 : 0);
            days[i] = LocalDate.of(2024, 1, 5).plusMonths(month).toEpochDay() * 86_400_000L;
        }
        return Benchmark.effect(
                Samples.of(labels("site", sites), new Column.Numbers("hours", hours), new Column.Times("day", days)),
                EffectOptions.of(
                        List.of(Figure.values("hours", Statistic.MEAN, Direction.LOWER_IS_BETTER)),
                        "day",
                        Optional.of("site"),
                        List.of(Action.unregistered(List.of(EVIL), Instant.parse("2025-03-01T00:00:00Z")))));
    }

    private static FrontierReport frontier(int units) {
        Random random = new Random(2);
        double[] staff = random.doubles(units, 1, 9).toArray();
        double[] made = IntStream.range(0, units)
                .mapToDouble(i -> Math.sqrt(staff[i]) * (0.5 + random.nextDouble()))
                .toArray();
        String[] names = IntStream.range(0, units)
                .mapToObj(i -> i == 0 ? EVIL : "plant " + i)
                .toArray(String[]::new);
        return Benchmark.frontier(
                Samples.of(
                        labels("plant", names), new Column.Numbers("staff", staff), new Column.Numbers("made", made)),
                new FrontierOptions(
                        List.of("staff"),
                        List.of("made"),
                        Optional.of("plant"),
                        new Frontier.Question(Returns.VRS, Orientation.INPUT, units > 50 ? 60 : 0, 0.95, 1)));
    }

    static Column.Labels labels(String name, String[] texts) {
        List<String> dictionary = Stream.of(texts).distinct().toList();
        return new Column.Labels(
                name, Stream.of(texts).mapToInt(dictionary::indexOf).toArray(), dictionary);
    }

    private static Element parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
            // the tags without an end that HTML allows, and its doctype, are not XML
            String xml = html.replaceFirst("<!doctype html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception broken) {
            throw new AssertionError("The page is not well formed", broken);
        }
    }

    private static String text(Element page, String tag) {
        return all(page, tag).getFirst().getTextContent();
    }

    private static List<Element> all(Element page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
