package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontierTest {
    /** Ali 1993, in Fried, Lovell and Schmidt. */
    static final Production ALI = production(
            new double[][] {
                {5, 13}, {16, 12}, {16, 26}, {17, 15}, {18, 14}, {23, 6}, {25, 10}, {27, 22}, {37, 14}, {42, 25},
                {5, 17}
            },
            new double[][] {{12}, {14}, {25}, {26}, {8}, {9}, {27}, {30}, {31}, {26}, {12}});

    @Test
    void constant_returns_give_the_published_scores_of_ali() {
        assertThat(scores(ALI, Returns.CRS, Orientation.INPUT))
                .containsExactly(
                        new double[] {
                            1,
                            .6222896791,
                            .8198562444,
                            1,
                            .3103709311,
                            .5555555556,
                            1,
                            .7576690896,
                            .8201058201,
                            .4905660377,
                            1
                        },
                        within(5e-11));
    }

    @Test
    void constant_returns_give_the_technical_efficiency_of_coelli() {
        Production coelli = production(
                new double[][] {{2, 5}, {2, 4}, {6, 6}, {3, 2}, {6, 2}}, new double[][] {{1}, {2}, {3}, {1}, {2}});
        assertThat(scores(coelli, Returns.CRS, Orientation.INPUT))
                .containsExactly(new double[] {.5, 1, .83333, .71429, 1}, within(5e-6));
    }

    @Test
    void a_unit_on_the_edge_with_slack_is_not_efficient() {
        Frontier.Row last = frontier(ALI, Returns.CRS, Orientation.INPUT).rows().getLast();
        assertThat(last.score()).isEqualTo(1);
        assertThat(last.efficient()).isFalse();
        assertThat(last.peers()).containsExactly(new Frontier.Peer("u01", 1));
        Frontier.Target second = last.inputs().get(1);
        assertThat(second.target()).isCloseTo(13, within(1e-9));
        assertThat(second.slack()).isCloseTo(4, within(1e-9));
        assertThat(second.change()).isCloseTo(-4, within(1e-9));
    }

    @Test
    void each_unit_gets_its_own_peers_and_a_target_that_is_their_mix() {
        Frontier frontier = frontier(ALI, Returns.VRS, Orientation.INPUT);
        for (Frontier.Row row : frontier.rows()) {
            assertThat(row.peers().stream().mapToDouble(Frontier.Peer::weight).sum())
                    .isCloseTo(1, within(1e-6));
            for (int i = 0; i < 2; i++) {
                double mix = 0;
                for (Frontier.Peer peer : row.peers()) {
                    mix += peer.weight() * ALI.inputs()[ALI.names().indexOf(peer.name())][i];
                }
                Frontier.Target target = row.inputs().get(i);
                assertThat(target.target()).isCloseTo(mix, within(1e-4));
                assertThat(target.target()).isCloseTo(row.score() * target.actual() - target.slack(), within(1e-9));
                assertThat(target.slack()).isGreaterThanOrEqualTo(0);
            }
            assertThat(row.peers())
                    .allSatisfy(peer -> assertThat(frontier.rows()
                                    .get(ALI.names().indexOf(peer.name()))
                                    .efficient())
                            .isTrue());
        }
    }

    @Test
    void size_is_told_from_waste() {
        Frontier frontier = frontier(ALI, Returns.VRS, Orientation.INPUT);
        Frontier.Scale tenth = frontier.rows().get(9).scale().orElseThrow();
        assertThat(tenth.efficiency()).isCloseTo(.4905660377 / .4931209269, within(1e-9));
        assertThat(tenth.returns()).isEqualTo(Frontier.ReturnsClass.INCREASING);
        assertThat(frontier.rows().get(0).scale().orElseThrow().returns()).isEqualTo(Frontier.ReturnsClass.CONSTANT);
        assertThat(frontier.rows().get(2).scale().orElseThrow().returns()).isEqualTo(Frontier.ReturnsClass.DECREASING);
    }

    @Test
    void super_efficiency_that_cannot_be_computed_is_said_to_be_infeasible() {
        Frontier frontier = frontier(ALI, Returns.VRS, Orientation.INPUT);
        Frontier.Row most = frontier.rows().get(8);
        assertThat(most.outputs().getFirst().actual()).isEqualTo(31);
        assertThat(most.superScore()).isEmpty();
        assertThat(most.note()).hasValueSatisfying(note -> assertThat(note).contains("infeasible"));
        assertThat(frontier.rows().get(1).superScore())
                .hasValue(frontier.rows().get(1).score());
        // without unit 1 the next best at 2.4 of output for one of the first input is unit 11 with the same first input
        assertThat(frontier(ALI, Returns.CRS, Orientation.INPUT)
                        .rows()
                        .get(0)
                        .superScore()
                        .getAsDouble())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void the_hull_of_observed_units_names_one_dominating_peer() {
        Production p = production(new double[][] {{2}, {4}, {5}, {3}}, new double[][] {{1}, {3}, {3}, {1}});
        Frontier in = frontier(p, Returns.FDH, Orientation.INPUT);
        assertThat(in.rows()).extracting(Frontier.Row::score).containsExactly(1.0, 1.0, 0.8, 2 / 3.0);
        assertThat(in.rows().get(2).peers()).containsExactly(new Frontier.Peer("u02", 1));
        Frontier out = frontier(p, Returns.FDH, Orientation.OUTPUT);
        assertThat(out.rows()).extracting(Frontier.Row::score).containsExactly(1.0, 1.0, 1.0, 1.0);
        assertThat(out.rows().get(2).efficient()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void the_weaker_the_assumption_the_better_each_unit_looks(Orientation orientation) {
        Production p = random(60, 3, 2, 17);
        double[] crs = efficiencies(p, Returns.CRS, orientation);
        double[] nirs = efficiencies(p, Returns.NIRS, orientation);
        double[] ndrs = efficiencies(p, Returns.NDRS, orientation);
        double[] vrs = efficiencies(p, Returns.VRS, orientation);
        double[] fdh = efficiencies(p, Returns.FDH, orientation);
        for (int i = 0; i < p.size(); i++) {
            assertThat(nirs[i]).isBetween(crs[i] - 1e-9, vrs[i] + 1e-9);
            assertThat(ndrs[i]).isBetween(crs[i] - 1e-9, vrs[i] + 1e-9);
            assertThat(Math.max(nirs[i], ndrs[i])).isCloseTo(vrs[i], within(1e-8));
            assertThat(fdh[i]).isGreaterThanOrEqualTo(vrs[i] - 1e-9);
        }
    }

    @Test
    void under_constant_returns_the_orientation_does_not_matter() {
        Production p = random(80, 2, 2, 3);
        assertThat(efficiencies(p, Returns.CRS, Orientation.OUTPUT))
                .containsExactly(efficiencies(p, Returns.CRS, Orientation.INPUT), within(1e-8));
    }

    @ParameterizedTest
    @EnumSource(Returns.class)
    void scores_do_not_depend_on_units_of_measure_or_on_the_order_of_units(Returns returns) {
        Production p = random(50, 2, 2, 8);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        Collections.shuffle(order, new Random(4));
        Production other = new Production(
                order.stream().map(p.names()::get).toList(),
                p.inputNames(),
                p.outputNames(),
                order.stream()
                        .map(i -> new double[] {p.inputs()[i][0] * 1e6, p.inputs()[i][1] / 1e3})
                        .toArray(double[][]::new),
                order.stream().map(i -> p.outputs()[i].clone()).toArray(double[][]::new));
        var before = byName(p, returns);
        var after = byName(other, returns);
        before.forEach((name, score) -> assertThat(after.get(name)).isCloseTo(score, within(1e-8)));
    }

    @Test
    void the_number_of_cores_changes_nothing() throws Exception {
        Production p = random(300, 3, 2, 5);
        Frontier.Question question =
                Frontier.Question.of(Returns.VRS, Orientation.INPUT).bootstrapped(50, 9);
        Frontier here = Frontier.of(p, question);
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            assertThat(one.submit(() -> Frontier.of(p, question)).get()).isEqualTo(here);
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void the_bootstrap_takes_off_the_optimism_of_the_scores(Orientation orientation) {
        Production p = random(60, 1, 1, 21);
        Frontier frontier =
                Frontier.of(p, Frontier.Question.of(Returns.VRS, orientation).bootstrapped(200, 1));
        for (Frontier.Row row : frontier.rows()) {
            Frontier.Corrected corrected = row.corrected().orElseThrow();
            assertThat(corrected.efficiency()).isLessThan(row.efficiency()).isGreaterThan(0);
            assertThat(corrected.interval().contains(corrected.score())).isTrue();
            assertThat(corrected.interval().contains(row.score())).isFalse();
        }
    }

    @Test
    void what_the_bootstrap_cannot_do_is_said() {
        Frontier.Question fdh =
                Frontier.Question.of(Returns.FDH, Orientation.INPUT).bootstrapped(100, 1);
        assertThat(Frontier.of(random(30, 1, 1, 2), fdh).notes()).anyMatch(n -> n.contains("free disposal hull"));
        Production twins = production(new double[][] {{1}, {1}}, new double[][] {{1}, {1}});
        Frontier none = Frontier.of(
                twins, Frontier.Question.of(Returns.CRS, Orientation.INPUT).bootstrapped(100, 1));
        assertThat(none.notes()).anyMatch(n -> n.contains("fewer than three inefficient"));
        assertThat(none.notes()).anyMatch(n -> n.contains("2 units are few"));
    }

    @Test
    void zeros_in_some_inputs_and_outputs_are_allowed_and_all_zeros_are_not() {
        Production p = production(
                new double[][] {{0, 2}, {2, 0}, {2, 2}, {0, 4}}, new double[][] {{1, 0}, {0, 1}, {1, 1}, {1, 0}});
        assertThat(scores(p, Returns.CRS, Orientation.INPUT)).containsExactly(new double[] {1, 1, 1, .5}, within(1e-9));
        assertThatThrownBy(() -> production(new double[][] {{0, 0}}, new double[][] {{1}}))
                .hasMessageContaining("Every input of \"u01\" is 0");
        assertThatThrownBy(() -> production(new double[][] {{1, -1}}, new double[][] {{1}}))
                .hasMessageContaining("x2 of \"u01\" is -1.0");
        assertThatThrownBy(() -> production(new double[][] {{1, Double.NaN}}, new double[][] {{1}}))
                .isInstanceOf(BadData.class);
    }

    @Test
    void one_unit_is_its_own_best() {
        Frontier frontier =
                frontier(production(new double[][] {{3}}, new double[][] {{2}}), Returns.VRS, Orientation.OUTPUT);
        assertThat(frontier.rows().getFirst().score()).isEqualTo(1);
        assertThat(frontier.rows().getFirst().superScore()).isEmpty();
    }

    static Production random(int n, int m, int s, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[n][m];
        double[][] y = new double[n][s];
        for (int j = 0; j < n; j++) {
            double made = Math.exp(-Math.abs(0.3 * random.nextGaussian()));
            for (int i = 0; i < m; i++) {
                x[j][i] = 10 + 90 * random.nextDouble();
                made *= Math.pow(x[j][i], 0.8 / m);
            }
            for (int r = 0; r < s; r++) {
                y[j][r] = made * (0.2 + random.nextDouble());
            }
        }
        return production(x, y);
    }

    static Production production(double[][] x, double[][] y) {
        return new Production(
                IntStream.rangeClosed(1, x.length).mapToObj("u%02d"::formatted).toList(),
                IntStream.rangeClosed(1, x[0].length).mapToObj(i -> "x" + i).toList(),
                IntStream.rangeClosed(1, y[0].length).mapToObj(i -> "y" + i).toList(),
                x,
                y);
    }

    private static Frontier frontier(Production p, Returns returns, Orientation orientation) {
        return Frontier.of(p, Frontier.Question.of(returns, orientation));
    }

    private static double[] scores(Production p, Returns returns, Orientation orientation) {
        return frontier(p, returns, orientation).rows().stream()
                .mapToDouble(Frontier.Row::score)
                .toArray();
    }

    private static double[] efficiencies(Production p, Returns returns, Orientation orientation) {
        return frontier(p, returns, orientation).rows().stream()
                .mapToDouble(Frontier.Row::efficiency)
                .toArray();
    }

    private static java.util.Map<String, Double> byName(Production p, Returns returns) {
        return Arrays.stream(frontier(p, returns, Orientation.OUTPUT).rows().toArray(Frontier.Row[]::new))
                .collect(Collectors.toMap(Frontier.Row::name, Frontier.Row::score));
    }
}
