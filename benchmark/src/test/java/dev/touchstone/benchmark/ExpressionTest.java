package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private final Samples samples = Samples.of(
            new Column.Numbers("a", new double[] {1, 2, Double.NaN}),
            new Column.Numbers("b c", new double[] {4, 0, 1}),
            new Column.Times("from", new long[] {0, 3_600_000, 0}),
            new Column.Times("to", new long[] {7_200_000, 3_600_000, Column.Times.MISSING}));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + 2 * [b c]|9|2",
                "(a + 2) * [b c]|12|0",
                "-a - -1|0|-1",
                "a / [b c]|0.25|NaN",
                "a <= 1|1|0",
                "max(a, [b c])|4|2",
                "hours(to - from)|2|0",
                "hours(to-from) > 1|1|0",
                "sqrt([b c])|2|0",
                "log(a)|0|0.6931471805599453",
                "3|3|3"
            })
    void arithmetic_goes_row_by_row(String text, double first, double second) {
        double[] rows = Expression.parse(text).rows(samples);
        assertThat(rows[0]).isEqualTo(Double.valueOf(first));
        assertThat(rows[1]).isEqualTo(Double.valueOf(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + 2 * [b c] - 3 / (a - 1)",
                "min(a, [b c]) >= -a",
                "state = 'on time'",
                "1 - (state != 'done') * 2",
                "sum(a * [b c]) / count() - movingrange(a)",
                "hours([promised at] - to)"
            })
    void an_expression_written_out_is_the_same_expression(String text) {
        Expression expression = Expression.parse(text);
        assertThat(Expression.parse(expression.text())).isEqualTo(expression);
    }

    @Test
    void a_missing_value_makes_a_missing_result() {
        assertThat(Expression.parse("a + [b c]").rows(samples)[2]).isNaN();
        assertThat(Expression.parse("to - from").rows(samples)[2]).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a +",
                "a b",
                "(a",
                "[b c",
                "1.2.3",
                "median(a)",
                "min(a)",
                "sum(sum(a))",
                "a ; b",
                "*",
                "a == b"
            })
    void what_is_no_formula_is_refused_with_the_place(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("at character");
    }

    @Test
    void no_input_makes_anything_but_a_formula_or_a_refusal() {
        Random random = new Random(1);
        String alphabet = "ab12.+-*/()[]<>=!, sumean";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(20); k > 0; k--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(Expression.parse(text.toString())).isNotNull();
            } catch (BadData refused) {
                assertThat(refused.code()).isEqualTo("wrong-formula");
            }
        }
        assertThatThrownBy(() -> Expression.parse("(".repeat(100_000))).isInstanceOf(BadData.class);
    }

    @Test
    void a_formula_of_sums_has_the_error_of_its_rows() {
        Random random = new Random(3);
        double[] good = random.doubles(200).map(u -> 80 + 20 * u).toArray();
        double[] made = random.doubles(200).map(u -> 100 + 10 * u).toArray();
        FormulaEstimate formula = FormulaEstimate.of(
                        Expression.parse("sum(good) / sum(made)"), new double[][] {good, made})
                .orElseThrow();
        RatioEstimate ratio = RatioEstimate.of(good, made);
        assertThat(formula.value()).isCloseTo(ratio.value(), within(1e-12));
        assertThat(formula.shares().standardError()).isCloseTo(ratio.shares().standardError(), within(1e-9));
    }

    @Test
    void standard_deviations_in_a_formula_have_an_error_too() {
        Random random = new Random(5);
        double[] x = new double[4000];
        for (int i = 0; i < x.length; i++) {
            x[i] = 3 * random.nextGaussian();
        }
        FormulaEstimate sd = FormulaEstimate.of(Expression.parse("sd(x)"), new double[][] {x})
                .orElseThrow();
        assertThat(sd.value()).isCloseTo(3, within(0.1));
        // of a normal sample: sigma / sqrt(2 n)
        assertThat(sd.shares().standardError()).isCloseTo(3 / Math.sqrt(8000), within(0.003));
    }

    @Test
    void columns_outside_of_a_sum_are_refused_in_a_formula() {
        assertThatThrownBy(() -> FormulaEstimate.of(Expression.parse("sum(a) / b"), new double[][] {{1, 2}}))
                .hasMessageContaining("Write sum(b) or mean(b)");
        assertThatThrownBy(() -> Expression.parse("sum(a)").rows(samples)).isInstanceOf(BadData.class);
        assertThat(FormulaEstimate.of(Expression.parse("sum(a) / sum(b)"), new double[][] {{1}, {0}}))
                .isEmpty();
    }
}
