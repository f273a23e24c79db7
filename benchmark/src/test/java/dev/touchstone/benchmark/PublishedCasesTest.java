package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers printed in books and by other programs, to their last digit. */
class PublishedCasesTest {
    /** Flow of the Nile at Aswan, 1871 to 1970 (Cobb 1978); it fell in 1899, when the dam was begun. */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    @Test
    void the_nile_fell_after_its_28th_year() {
        assertThat(ChangePoints.pelt(NILE).changes()).containsExactly(28);
        assertThat(ChangePoints.eDivisive(NILE, 15, 0.05, 1).changes()).containsExactly(28);
    }

    /** Ranges and means of subgroups of 2 to 10: ASTM's manual, table of factors. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.880, 0, 3.267, 2.659, 0, 3.267",
        "3, 1.023, 0, 2.574, 1.954, 0, 2.568",
        "4, 0.729, 0, 2.282, 1.628, 0, 2.266",
        "5, 0.577, 0, 2.114, 1.427, 0, 2.089",
        "7, 0.419, 0.076, 1.924, 1.182, 0.118, 1.882",
        "10, 0.308, 0.223, 1.777, 0.975, 0.284, 1.716"
    })
    void factors_of_subgroups_are_the_tabled_ones(
            int n, double a2, double rangeLow, double rangeHigh, double a3, double sdLow, double sdHigh) {
        double d2 = ShewhartConstants.d2(n);
        double d3 = ShewhartConstants.d3(n);
        double c4 = ShewhartConstants.c4(n);
        double root = Math.sqrt(1 - c4 * c4);
        // d2 has three digits
        double digits = 7e-4;
        assertThat(3 / (d2 * Math.sqrt(n))).isCloseTo(a2, within(digits));
        assertThat(Math.max(0, 1 - 3 * d3 / d2)).isCloseTo(rangeLow, within(digits));
        assertThat(1 + 3 * d3 / d2).isCloseTo(rangeHigh, within(digits));
        assertThat(3 / (c4 * Math.sqrt(n))).isCloseTo(a3, within(digits));
        assertThat(Math.max(0, 1 - 3 * root / c4)).isCloseTo(sdLow, within(digits));
        assertThat(1 + 3 * root / c4).isCloseTo(sdHigh, within(digits));
    }

    /** Fried, Lovell and Schmidt 1993 give efficiencies of two periods whose ratios are these changes of efficiency. */
    @Test
    void the_malmquist_index_follows_from_constant_returns_in_both_periods() {
        double[][] x1 = {{2}, {3}, {5}, {4}, {4}};
        double[][] x2 = {{1}, {2}, {4}, {3}, {4}};
        double[][] y1 = {{1}, {4}, {6}, {3}, {5}};
        double[][] y2 = {{1}, {4}, {6}, {3}, {3}};
        double[] index = {2, 1.5, 1.25, 1.3333, .6};
        double[] catchingUp = {1.3333, 1, .8333, .8889, .4};
        Technology before = technology(x1, y1);
        Technology after = technology(x2, y2);
        for (int i = 0; i < 5; i++) {
            double oldByOld = before.score(i, x1[i], y1[i], Orientation.INPUT);
            double newByNew = after.score(i, x2[i], y2[i], Orientation.INPUT);
            double newByOld = before.score(1, x2[i], y2[i], Orientation.INPUT);
            double oldByNew = after.score(1, x1[i], y1[i], Orientation.INPUT);
            assertThat(newByNew / oldByOld).isCloseTo(catchingUp[i], within(5e-5));
            double shift = Math.sqrt(newByOld / newByNew * (oldByOld / oldByNew));
            assertThat(shift).isCloseTo(1.5, within(1e-9));
            assertThat(newByNew / oldByOld * shift).isCloseTo(index[i], within(5e-5));
        }
    }

    private static Technology technology(double[][] x, double[][] y) {
        Technology technology = new Technology(x, y, Returns.CRS);
        technology.know(IntStream.range(0, x.length).toArray());
        return technology;
    }

    /** Andersen and Petersen 1993: five units with two inputs and one output each. */
    @Test
    void super_efficiency_ranks_the_efficient_units() {
        Frontier frontier = Frontier.of(
                FrontierTest.production(
                        new double[][] {{2, 12}, {2, 8}, {5, 5}, {10, 4}, {10, 6}},
                        new double[][] {{1}, {1}, {1}, {1}, {1}}),
                Frontier.Question.of(Returns.CRS, Orientation.INPUT));
        assertThat(frontier.rows().stream().mapToDouble(r -> r.superScore().getAsDouble()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Double.compare(a, b))
                .containsExactly(1.0, 1.316, 1.2, 1.25, 0.75);
    }
}
