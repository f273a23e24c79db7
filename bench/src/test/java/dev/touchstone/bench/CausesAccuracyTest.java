package dev.touchstone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search for slices finds what was planted; drawn anew by the same seeds in every run. */
class CausesAccuracyTest {
    private static final PlantedCauses.Recipe AMOUNTS = PlantedCauses.Recipe.amounts(10, 12, 10, 8, 5);
    private static final PlantedCauses.Recipe RATES = PlantedCauses.Recipe.rates(2, 10, 24, 10, 20);

    @Test
    void amountsOf48000Leaves() {
        CausesAccuracy.Score score = CausesAccuracy.score(AMOUNTS, 15, 100);
        assertThat(score.f1()).isGreaterThan(0.8);
        assertThat(score.precision()).isGreaterThan(0.95);
        assertThat(score.jaccard()).isGreaterThan(0.8);
    }

    @Test
    void sparseRatesOf48000PossibleLeaves() {
        CausesAccuracy.Score score = CausesAccuracy.score(RATES, 15, 100);
        assertThat(score.f1()).isGreaterThan(0.6);
        assertThat(score.precision()).isGreaterThan(0.9);
    }

    @Test
    void tablesWithoutACauseShowNone() {
        assertThat(CausesAccuracy.score(AMOUNTS.causes(0, 0), 15, 100).found()).isLessThanOrEqualTo(1);
        assertThat(CausesAccuracy.score(RATES.causes(0, 0), 15, 100).found()).isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("long")
    void manyTables() {
        assertThat(CausesAccuracy.score(AMOUNTS, 300, 1000).f1()).isGreaterThan(0.85);
        assertThat(CausesAccuracy.score(AMOUNTS.causes(3, 5).layers(1, 3), 300, 1000)
                        .f1())
                .isGreaterThan(0.95);
        assertThat(CausesAccuracy.score(RATES, 300, 1000).f1()).isGreaterThan(0.65);
        assertThat(CausesAccuracy.score(AMOUNTS.causes(0, 0), 300, 1000).found())
                .isLessThanOrEqualTo(15);
    }
}
