package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever numbers are given: a result without NaN or infinity, or a sentence that says what is wrong and what would be right. */
class BadNumbersTest {
    private static final ControlChart.Setup SETUP = ControlChart.Setup.of(RuleSet.NELSON, Direction.LOWER_IS_BETTER);

    /** Methods of one series. */
    static Stream<Arguments> methods() {
        return Stream.of(
                method("individuals", x -> ControlChart.individuals(x, SETUP)),
                method("times", x -> ControlChart.t(x, SETUP)),
                method("ewma", x -> ControlChart.ewma(x, 0.2, 3, SETUP)),
                method("cusum", x -> ControlChart.cusum(x, 0.5, 4, SETUP)),
                method("subgroups", x -> ControlChart.xbarR(subgroups(x), SETUP)),
                method("large subgroups", x -> ControlChart.xbarS(subgroups(x), SETUP)),
                method("counts", x -> ControlChart.c(counts(x), SETUP)),
                method("numbers", x -> ControlChart.np(counts(x), 50, SETUP)),
                method("proportions", x -> ControlChart.p(counts(x), sizes(x), SETUP)),
                method("Laney", x -> ControlChart.laneyP(counts(x), sizes(x), SETUP)),
                method("rates", x -> ControlChart.u(counts(x), x, SETUP)),
                method("Laney rates", x -> ControlChart.laneyU(counts(x), x, SETUP)),
                method("opportunities", x -> ControlChart.g(counts(x), SETUP)),
                method("PELT", ChangePoints::pelt),
                method("PELT of the variance", x -> ChangePoints.peltMeanAndVariance(x, 10)),
                method("E-divisive", x -> ChangePoints.eDivisive(x, 5, 0.05, 1)),
                method("mean", x -> Interval.ofMean(x, 0.95)),
                method("quantile", x -> Interval.ofQuantile(x, 0.9, 0.95)),
                method("bootstrap", x -> Bootstrap.of(x, Values::mean, 200, 1).bca(0.95)),
                method("summary", Summary::of),
                method(
                        "random effects",
                        x -> RandomEffects.of(x, Arrays.stream(x).map(Math::abs).toArray(), RandomEffects.Method.REML)),
                method("Mann-Whitney", x -> MannWhitney.of(x, new double[] {1, 2, 3}, 0.95)),
                method(
                        "Theil-Sen",
                        x -> TheilSen.of(
                                IntStream.range(0, x.length).asDoubleStream().toArray(), x, 0.95)),
                method("frontier", x -> frontier(x, Returns.VRS)),
                method("hull", x -> frontier(x, Returns.FDH)),
                method("constant returns", x -> frontier(x, Returns.CRS)),
                method(
                        "comparison",
                        x -> Comparison.of(
                                List.of(new Group("a", x), new Group("b", new double[] {1, 2, 3, 4, 5, 6})),
                                Comparison.Question.of(Statistic.MEAN, Direction.LOWER_IS_BETTER))),
                method(
                        "geometric comparison",
                        x -> Comparison.of(
                                List.of(new Group("a", x), new Group("b", new double[] {1, 2, 3, 4, 5, 6})),
                                Comparison.Question.of(Statistic.GEOMETRIC_MEAN, Direction.LOWER_IS_BETTER))));
    }

    private static Arguments method(String name, Computing computing) {
        return Arguments.of(name, computing);
    }

    private interface Computing {
        Object of(double[] values);
    }

    private static double[][] subgroups(double[] x) {
        return IntStream.range(0, x.length / 3)
                .mapToObj(i -> Arrays.copyOfRange(x, 3 * i, 3 * i + 3))
                .toArray(double[][]::new);
    }

    private static long[] counts(double[] x) {
        return Arrays.stream(x).mapToLong(v -> (long) v).toArray();
    }

    private static long[] sizes(double[] x) {
        return Arrays.stream(x).mapToLong(v -> (long) v + 3).toArray();
    }

    private static Frontier frontier(double[] x, Returns returns) {
        if (x.length == 0) {
            return Frontier.of(
                    new Production(List.of(), List.of("x"), List.of("y"), new double[0][], new double[0][]),
                    Frontier.Question.of(returns, Orientation.OUTPUT));
        }
        double[][] inputs = Arrays.stream(x).mapToObj(v -> new double[] {v, 5}).toArray(double[][]::new);
        double[][] outputs = IntStream.range(0, x.length)
                .mapToObj(i -> new double[] {1 + i % 4, x[x.length - 1 - i]})
                .toArray(double[][]::new);
        return Frontier.of(
                FrontierTest.production(inputs, outputs),
                Frontier.Question.of(returns, Orientation.OUTPUT).bootstrapped(50, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void odd_series_give_numbers_or_a_sentence(String name, Computing computing) {
        List<double[]> odd = List.of(
                new double[0],
                new double[] {3},
                new double[] {3, 3},
                new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
                new double[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0},
                new double[] {1, 2, Double.NaN, 4, 5, 6, 7},
                new double[] {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6, 7},
                new double[] {1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12},
                new double[] {1e300, 1e-300, 1e300, 2e300, 5e299, 1e300, 1, 2},
                new double[] {1e-300, 2e-300, 3e-300, 1e-300, 2e-300, 4e-300},
                new double[] {1e15, 1e15 + 1, 1e15, 1e15 + 2, 1e15, 1e15 + 1, 1e15});
        for (double[] x : odd) {
            check(name + " of " + Arrays.toString(x), () -> computing.of(x.clone()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void drawn_series_give_numbers_or_a_sentence(String name, Computing computing) {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 30; round++) {
            double[] x = new double[1 + random.nextInt(25)];
            double scale = Math.pow(10, random.nextInt(9) - 4);
            int distinct = 1 + random.nextInt(6);
            for (int i = 0; i < x.length; i++) {
                x[i] = scale * random.nextInt(distinct);
            }
            check(name + " of " + Arrays.toString(x), () -> computing.of(x.clone()));
        }
    }

    @Test
    void a_frontier_of_units_that_cannot_reach_each_other_says_so_in_words() {
        Frontier frontier = Frontier.of(
                FrontierTest.production(new double[][] {{1, 0}, {0, 1}}, new double[][] {{1}, {1}}),
                Frontier.Question.of(Returns.VRS, Orientation.INPUT));
        assertThat(frontier.rows()).allSatisfy(row -> {
            assertThat(row.score()).isEqualTo(1);
            assertThat(row.superScore()).isEmpty();
            assertThat(row.note()).hasValueSatisfying(note -> assertThat(note).contains("infeasible"));
        });
    }

    private static void check(String what, Supplier<Object> computing) {
        Object result;
        try {
            result = computing.get();
        } catch (BadData sentence) {
            assertThat(sentence).as(what).message().matches("(?s).+\\. .+\\.");
            return;
        } catch (RuntimeException other) {
            fail(what, other);
            return;
        }
        everyNumber(
                result,
                number -> assertThat(number).as(what + " gives " + result).isFinite());
    }

    private static void everyNumber(Object of, Consumer<Double> check) {
        switch (of) {
            case null -> {}
            case Double number -> check.accept(number);
            case OptionalDouble number -> number.ifPresent(check::accept);
            case Optional<?> maybe -> maybe.ifPresent(v -> everyNumber(v, check));
            case Collection<?> all -> all.forEach(v -> everyNumber(v, check));
            case double[] numbers -> Arrays.stream(numbers).forEach(check::accept);
            case Record parts -> {
                for (RecordComponent component : parts.getClass().getRecordComponents()) {
                    everyNumber(part(parts, component), check);
                }
            }
            default -> {}
        }
    }

    private static Object part(Record of, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException unexpected) {
            throw new AssertionError(component.toString(), unexpected);
        }
    }
}
