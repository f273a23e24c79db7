package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {
    @Test
    void ticks_are_round_and_as_exact_as_their_step() {
        assertThat(words(new Scale(0, 1, 0, 100))).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(words(new Scale(100.2, 100.4, 0, 100)))
                .containsExactly("100.2", "100.25", "100.3", "100.35", "100.4");
        assertThat(words(new Scale(-3000, 2000, 0, 100)))
                .containsExactly(
                        "\u22123\u202f000", "\u22122\u202f000", "\u22121\u202f000", "0", "1\u202f000", "2\u202f000");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,5", "-1e12,1e12", "1e-9,2e-9", "-7,-7", "0,1e300"})
    void a_scale_covers_any_values(double low, double high) {
        Scale scale = Scale.covering(new double[] {low, high}, 0, 100);
        assertThat(scale.at(low)).isBetween(0.0, 100.0);
        assertThat(scale.at(high)).isBetween(0.0, 100.0);
        assertThat(scale.ticks(6)).hasSizeBetween(1, 7);
    }

    @Test
    void lengths_begin_at_0() {
        assertThat(Scale.fromZero(new double[] {3, 9}, 0, 100).at(0)).isZero();
        assertThat(Scale.fromZero(new double[] {-3, -9}, 0, 100).at(0)).isEqualTo(100);
        assertThat(Scale.fromZero(new double[] {-3, 9}, 0, 100).at(0)).isBetween(1.0, 99.0);
    }

    @Test
    void a_line_is_broken_where_a_value_is_missing() {
        String svg = XyPlot.titled("A line")
                .line("", new double[] {1, Double.NaN, 3, 4}, Ink.TEXT, Svg.Stroke.SOLID)
                .svg(600);
        assertThat(svg).containsPattern("d=\"M[\\d. ]+M[\\d. ]+L[\\d. ]+\"").doesNotContain("NaN");
    }

    @Test
    void labels_that_would_cover_each_other_are_left_to_their_hints() {
        List<Layer.Dot> dots = List.of(
                Layer.Dot.of(1, 1, Ink.TEXT, "first").labelled("first"),
                Layer.Dot.of(1, 1, Ink.TEXT, "second").labelled("second"),
                Layer.Dot.of(1, 1, Ink.TEXT, "third").labelled("third"),
                Layer.Dot.of(9, 9, Ink.TEXT, "far").labelled("far"));
        String svg = XyPlot.titled("Dots").dots(dots).svg(600);
        assertThat(svg)
                .contains(">first</text>", ">far</text>", "<title>third</title>")
                .doesNotContain(">third</text>");
    }

    @Test
    void of_very_many_rows_the_ends_are_drawn_and_the_caption_says_so() {
        RowPlot plot = RowPlot.titled("Rows");
        for (int i = 0; i < 500; i++) {
            plot.row("unit " + i, "", new RowPlot.Dot(i, Ink.MARK, false));
        }
        Document.Builder page = Document.builder();
        plot.drawOn(page, "Units.");
        String html = HtmlPage.of(page.build("Units", "Many."));
        assertThat(html)
                .contains(">unit 0<", ">unit 499<", "440 more", "of 500; the table has them all")
                .doesNotContain(">unit 100<");
    }

    @Test
    void long_names_are_shortened_to_their_room() {
        assertThat(Svg.fitting("Leeds", 100)).isEqualTo("Leeds");
        String fitted = Svg.fitting("a distribution centre with a long name", 100);
        assertThat(fitted).endsWith("\u2026").startsWith("a distr");
        assertThat(Svg.widthOf(fitted)).isCloseTo(100, within(15.0)).isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1234567.8, 1 234 568",
        "-0.000123456, −0.0001235",
        "12.5, 12.5",
        "0.00000001, 1e-08",
        "-4.2e15, −4.2e+15",
        "999.96, 1 000"
    })
    void numbers_have_four_digits_that_count(double value, String words) {
        assertThat(Show.number(value).replace('\u202f', ' ')).isEqualTo(words);
    }

    private static List<String> words(Scale scale) {
        return scale.ticks(6).stream().map(Scale.Tick::words).toList();
    }
}
