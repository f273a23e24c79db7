package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SizeRuleTest {

    private static final List<SizeRule> TABLE = SizeRule.TABLE;
    private static final Symbol SYMBOL = Symbol.dataMatrix(ElementString.parse("(01)09506000134352(21)K7M2Q9XW4T"));

    @ParameterizedTest
    @FieldSource("TABLE")
    void everyRowIsSoundAndTheOnlyOneOfItsKind(SizeRule rule) {
        assertThat(rule.minXMm()).isPositive().isLessThanOrEqualTo(rule.targetXMm());
        assertThat(rule.targetXMm()).isLessThanOrEqualTo(rule.maxXMm());
        assertThat(rule.minBarHeightMm() > 0).isEqualTo(rule.symbology().linear());
        assertThat(rule.source()).isNotBlank();
        assertThat(SizeRule.of(rule.application(), rule.symbology())).isEqualTo(rule);
        assertThat(TABLE)
                .filteredOn(r -> r.application() == rule.application() && r.symbology() == rule.symbology())
                .hasSize(1);
    }

    @Test
    void aSymbolThatAnApplicationDoesNotUseIsRefused() {
        assertThatThrownBy(() -> SizeRule.of(Application.RETAIL, Symbology.GS1_128))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(new Problem(
                                        "symbology",
                                        -1,
                                        "A GS1-128 is not used for retail.",
                                        "GS1 DataMatrix or GS1 Digital Link QR Code")));
    }

    /** 203 dpi: 0.125 mm a dot; 300 dpi: 0.0847; 600 dpi: 0.0423. */
    @ParameterizedTest
    @CsvSource({
        "RETAIL, 203, 4, x-dimension-rounded",
        "RETAIL, 300, 6, x-dimension-rounded",
        "RETAIL, 600, 12, x-dimension-rounded",
        "GENERAL, 203, 4, x-dimension-above-maximum",
        "GENERAL, 300, 5, x-dimension-rounded",
        "GENERAL, 600, 9, x-dimension-rounded",
        "HEALTHCARE, 203, 3, x-dimension-rounded",
        "DISTRIBUTION, 203, 6, x-dimension-rounded"
    })
    void onAPrinterAModuleIsTheWholeNumberOfDotsNearestToTheTarget(
            Application application, int dpi, int dots, String warning) {
        Resolution resolution = new Resolution(dpi);
        Label label = LabelDesign.unit()
                .forApplication(application)
                .sized(60, 40)
                .label(SYMBOL, Caption.NONE)
                .at(resolution);
        assertThat(label.xDimensionMm()).isCloseTo(dots * 25.4 / dpi, within(1e-12));
        assertThat(label.warnings()).extracting(Problem::code).containsExactly(warning);
    }

    @Test
    void theTargetItselfNeedsNoWarning() {
        assertThat(LabelDesign.unit().label(SYMBOL, Caption.NONE).warnings()).isEmpty();
    }

    @Test
    void aWarningSaysTheWidthInMillimetresAndDotsAndWhatWouldBeRight() {
        Label label = LabelDesign.unit().label(SYMBOL, Caption.NONE).at(Resolution.DPI_300);
        assertThat(label.warnings())
                .containsExactly(new Problem(
                        "x-dimension-rounded",
                        -1,
                        "The X-dimension is 0.508 mm, 6 dots at 300 dpi: the target rounded to whole dots.",
                        "0.396 mm to 0.990 mm, target 0.495 mm (GS1 General Specifications, symbol specification"
                                + " table 1, two-dimensional symbols)"));
    }

    @Test
    void aSymbolMadeSmallerForRoomSaysSo() {
        Label label = LabelDesign.unit().sized(30, 25).label(SYMBOL, Caption.NONE);
        assertThat(label.xDimensionMm()).isLessThan(0.495);
        assertThat(label.warnings()).extracting(Problem::code).containsExactly("x-dimension-reduced");
    }

    @Test
    void aModuleBelowTheMinimumIsCalledThat() {
        SizeRule rule = SizeRule.of(Application.GENERAL, Symbology.GS1_DATAMATRIX);
        List<Problem> warnings = rule.warnings(3 * Resolution.DPI_203.dotMm(), Optional.of(Resolution.DPI_203));
        assertThat(warnings).extracting(Problem::code).containsExactly("x-dimension-below-minimum");
    }
}
