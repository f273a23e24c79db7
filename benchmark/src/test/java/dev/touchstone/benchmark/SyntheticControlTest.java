package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SyntheticControlTest {
    /** Three of twenty donors made the series, to which 4 are added from period 20 on. */
    @Test
    void an_effect_that_was_planted_is_found_beside_its_placebos() {
        double[][] donors = walks(new SplittableRandom(3), 20, 30);
        double[] series = new double[30];
        for (int t = 0; t < 30; t++) {
            series[t] = 0.5 * donors[2][t] + 0.3 * donors[7][t] + 0.2 * donors[11][t] + (t < 20 ? 0 : 4);
        }
        Finding finding = SyntheticControl.of(Timeline.of(20, 10), series, names(20), donors, 0.95, "");
        assertThat(finding.specifications())
                .allSatisfy(specification ->
                        assertThat(specification.average().value()).isCloseTo(4, within(1e-6)));
        assertThat(finding.weights().stream()
                        .mapToDouble(Finding.Weight::weight)
                        .toArray())
                .containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-6));
        assertThat(finding.placebos().orElseThrow().of()).isEqualTo(21);
        assertThat(finding.placebos().orElseThrow().rank()).isEqualTo(1);
        assertThat(finding.leaveOneOut()).hasSize(3);
    }

    @Test
    void weights_that_made_a_series_are_found_again() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] donors = walks(random, 8, 40);
        double[] truth = {0.5, 0, 0.3, 0, 0, 0.2, 0, 0};
        double[] series = new double[40];
        for (int t = 0; t < 40; t++) {
            for (int j = 0; j < 8; j++) {
                series[t] += truth[j] * donors[j][t];
            }
        }
        assertThat(DonorWeights.of(series, donors)).containsExactly(truth, within(1e-7));
    }

    /** The conditions of Karush, Kuhn and Tucker: no shift of weight between donors comes nearer. */
    @Test
    void weights_are_the_best_that_there_are() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            int count = 2 + random.nextInt(30);
            int periods = 3 + random.nextInt(25);
            double[][] donors = walks(random, count, periods);
            double[] series = walks(random, 1, periods)[0];
            double[] weights = DonorWeights.of(series, donors);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
            double[] rest = series.clone();
            for (int j = 0; j < count; j++) {
                for (int t = 0; t < periods; t++) {
                    rest[t] -= weights[j] * donors[j][t];
                }
            }
            double[] gain = Arrays.stream(donors)
                    .mapToDouble(d -> IntStream.range(0, periods)
                            .mapToDouble(t -> d[t] * rest[t])
                            .sum())
                    .toArray();
            double best = Arrays.stream(gain).max().orElseThrow();
            double scale = Arrays.stream(series).map(x -> x * x).sum();
            for (int j = 0; j < count; j++) {
                if (weights[j] > 1e-9) {
                    assertThat(gain[j]).isCloseTo(best, within(1e-6 * scale));
                }
            }
        }
    }

    @Test
    void a_series_equal_to_one_donor_takes_that_donor_alone() {
        double[][] donors = walks(new SplittableRandom(6), 5, 12);
        assertThat(DonorWeights.of(donors[3].clone(), donors)).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void a_past_too_short_for_its_donors_is_said_to_be_so() {
        double[][] donors = walks(new SplittableRandom(7), 30, 12);
        double[] series = new double[12];
        for (int t = 0; t < 12; t++) {
            series[t] = mean(donors, t);
        }
        Finding finding = SyntheticControl.of(Timeline.of(6, 6), series, names(30), donors, 0.95, "");
        assertThat(finding.gates())
                .filteredOn(g -> g.name().equals("weights"))
                .extracting(Gate::status)
                .containsExactly(Gate.Status.FAILED);
    }

    @Test
    void few_donors_give_no_interval_and_say_how_many_are_needed() {
        double[][] donors = walks(new SplittableRandom(8), 7, 30);
        Finding finding = SyntheticControl.of(
                Timeline.of(20, 10), walks(new SplittableRandom(9), 1, 30)[0], names(7), donors, 0.95, "");
        Interval interval = finding.specifications().getFirst().average().interval();
        assertThat(interval.complete()).isFalse();
        assertThat(interval.note().orElseThrow()).contains("19 are needed");
        assertThat(finding.proof()).isEqualTo(Finding.Proof.NOT_SHOWN);
        assertThatThrownBy(() -> SyntheticControl.of(
                        Timeline.of(20, 10), donors[0], names(2), Arrays.copyOf(donors, 2), 0.95, ""))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("needs 3 or more");
    }

    @Test
    void placebos_are_as_rarely_first_as_chance_has_it() {
        assertThat(shareFound(400)).isBetween(0.02, 0.085);
    }

    @Tag("long")
    @Test
    void placebos_are_as_rarely_first_as_chance_has_it_over_many_panels() {
        assertThat(shareFound(4000)).isBetween(0.04, 0.06);
    }

    /** Share of panels without effect in which the treated unit has rank 1 of 20. */
    private static double shareFound(int panels) {
        return IntStream.range(0, panels)
                        .parallel()
                        .filter(p -> {
                            double[][] all = factors(new SplittableRandom(1000 + p), 20, 30);
                            Finding finding = SyntheticControl.of(
                                    Timeline.of(20, 10), all[0], names(19), Arrays.copyOfRange(all, 1, 20), 0.95, "");
                            return finding.placebos().orElseThrow().rank() == 1;
                        })
                        .count()
                / (double) panels;
    }

    @Tag("long")
    @Test
    void intervals_hold_an_effect_as_often_as_they_say() {
        int panels = 3000;
        long held = IntStream.range(0, panels)
                .parallel()
                .filter(p -> {
                    double[][] all = factors(new SplittableRandom(90_000 + p), 20, 30);
                    for (int t = 20; t < 30; t++) {
                        all[0][t] += 1.5;
                    }
                    return SyntheticControl.of(
                                    Timeline.of(20, 10), all[0], names(19), Arrays.copyOfRange(all, 1, 20), 0.95, "")
                            .specifications()
                            .getFirst()
                            .average()
                            .interval()
                            .contains(1.5);
                })
                .count();
        assertThat(held / (double) panels).isBetween(0.94, 0.96);
    }

    static double[][] factors(SplittableRandom random, int units, int periods) {
        double[] first = walks(random, 1, periods)[0];
        double[] second = walks(random, 1, periods)[0];
        double[][] panel = new double[units][periods];
        for (double[] unit : panel) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            for (int t = 0; t < periods; t++) {
                unit[t] = 20 + 3 * a + a * first[t] + b * second[t] + random.nextGaussian();
            }
        }
        return panel;
    }

    private static double[][] walks(SplittableRandom random, int units, int periods) {
        double[][] walks = new double[units][periods];
        for (double[] walk : walks) {
            double at = 10;
            for (int t = 0; t < periods; t++) {
                at += random.nextGaussian();
                walk[t] = at;
            }
        }
        return walks;
    }

    private static double mean(double[][] donors, int t) {
        return Arrays.stream(donors).mapToDouble(d -> d[t]).average().orElseThrow();
    }

    static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "unit " + (i + 1)).toList();
    }
}
