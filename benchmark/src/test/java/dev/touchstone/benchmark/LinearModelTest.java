package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LinearModelTest {
    /** Longley 1967, as the National Institute of Standards and Technology prints it. */
    private static final double[][] LONGLEY = {
        {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
        {
            234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
            502601, 518173, 554894
        },
        {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
        {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
        {
            107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
            125368, 127852, 130081
        },
        {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}
    };

    private static final double[] EMPLOYED = {
        60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551
    };
    private static final String[] NAMES = {"deflator", "gnp", "unemployed", "forces", "population", "year"};

    private static Design longley() {
        Design design = Design.intercept(16);
        for (int j = 0; j < NAMES.length; j++) {
            design = design.with(NAMES[j], LONGLEY[j]);
        }
        return design;
    }

    @Test
    void longley_has_the_certified_coefficients_and_errors() {
        Design design = longley();
        LinearModel fit = LinearModel.of(design, EMPLOYED);
        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -0.0358191792925910,
            -2.02022980381683,
            -1.03322686717359,
            -0.0511041056535807,
            1829.15146461355
        };
        double[] errors = {
            890420.383607373,
            84.9149257747669,
            0.0334910077722432,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };
        for (int j = 0; j < certified.length; j++) {
            double[] contrast = design.contrast(design.names().get(j));
            assertThat(fit.coefficients()[j]).isCloseTo(certified[j], withinPercentage(1e-7));
            assertThat(Math.sqrt(fit.scale() * fit.leverage(contrast))).isCloseTo(errors[j], withinPercentage(1e-7));
        }
        assertThat(Math.sqrt(fit.scale())).isCloseTo(304.854073561965, within(1e-8));
    }

    /** Against R's sandwich package on the same data. */
    @Test
    void errors_that_go_together_in_time_or_in_clusters_are_those_of_r() {
        Design design = longley();
        LinearModel fit = LinearModel.of(design, EMPLOYED);
        int[] fours = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
        double[] neweyWest = {
            56.9417290685, 0.0233071409724, 0.374985383426, 0.159458387864, 0.161556609267, 492.036144090
        };
        double[] clustered = {
            62.9046241857, 0.0383962122547, 0.576847400152, 0.139772948499, 0.265382731231, 560.292930546
        };
        for (int j = 0; j < NAMES.length; j++) {
            double[] contrast = design.contrast(NAMES[j]);
            assertThat(Math.sqrt(fit.neweyWest(contrast, 3))).isCloseTo(neweyWest[j], withinPercentage(1e-5));
            assertThat(Math.sqrt(fit.clustered(contrast, fours, 4))).isCloseTo(clustered[j], withinPercentage(1e-5));
        }
    }

    @Test
    void a_term_made_of_others_is_refused_by_name() {
        double[] sum = new double[16];
        for (int i = 0; i < 16; i++) {
            sum[i] = LONGLEY[2][i] + 3 * LONGLEY[3][i] - 7;
        }
        assertThatThrownBy(() -> LinearModel.of(longley().with("both", sum), EMPLOYED))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("\"both\" cannot be told apart");
    }

    /** Against {@code gls(Employed ~ GNP + Unemployed, correlation = corAR1(), method = "REML")} of R's nlme package. */
    @Test
    void autoregressive_errors_by_restricted_likelihood_are_those_of_r() {
        double[] gnp = new double[16];
        double[] unemployed = new double[16];
        double[] employed = new double[16];
        for (int i = 0; i < 16; i++) {
            gnp[i] = LONGLEY[1][i] / 1000;
            unemployed[i] = LONGLEY[2][i] / 10;
            employed[i] = EMPLOYED[i] / 1000;
        }
        Design design = Design.intercept(16).with("gnp", gnp).with("unemployed", unemployed);
        SerialRegression fit = SerialRegression.of(
                SerialErrors.AUTOREGRESSIVE, LongStream.range(0, 16).toArray(), design, employed);
        assertThat(fit.share()).isCloseTo(0.900859696646, within(1e-6));
        assertThat(Math.sqrt(fit.scale())).isCloseTo(1.07675199033, within(1e-5));
        assertThat(fit.value(design.contrast("gnp"))).isCloseTo(0.03540177118529, within(1e-8));
        assertThat(Math.sqrt(fit.variance(design.contrast("gnp")))).isCloseTo(0.00396132763582, within(1e-7));
        assertThat(Math.sqrt(fit.variance(design.contrast("unemployed")))).isCloseTo(0.00143613343471, within(1e-8));
    }

    /** The level of a series that jumps once is followed, and the filter leaves errors of variance 1 that do not go together. */
    @Test
    void a_gap_in_the_times_counts_as_that_many_steps() {
        double[] x = {3, 1, 4, 1};
        double[] whole = new double[4];
        double[] gapped = new double[4];
        SerialErrors.AUTOREGRESSIVE.filter(0.5, new long[] {0, 1, 2, 3}, x, whole);
        SerialErrors.AUTOREGRESSIVE.filter(0.5, new long[] {0, 1, 3, 4}, x, gapped);
        assertThat(whole[2]).isCloseTo((4 - 0.5 * 1) / Math.sqrt(0.75), within(1e-12));
        assertThat(gapped[2]).isCloseTo((4 - 0.25 * 1) / Math.sqrt(1 - 1.0 / 16), within(1e-12));
        SerialErrors.WANDERING.filter(0.5, new long[] {0, 1, 3, 4}, x, gapped);
        // the level is 0 at first; one step of 0.5 later it has the variance 0.5 beside a noise of 0.5
        assertThat(gapped[0]).isCloseTo(3 / Math.sqrt(0.5), within(1e-12));
        assertThat(gapped[1]).isCloseTo(1 / Math.sqrt(1.0), within(1e-12));
    }
}
