package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.ElementString;
import dev.touchstone.label.Reader.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a label shows, a reader gives back: the same data, marked as GS1 data, at every resolution. */
class ReadBackTest {

    private static final LabelDesign ROOMY = LabelDesign.unit().sized(70, 40);

    @ParameterizedTest
    @CsvSource({"203, 150", "300, 150", "600, 40"})
    void dataMatrixGivesBackTheElementStringWithFnc1(int dpi, int units) {
        Units.units(units).forEach(unit -> {
            Label label = ROOMY.label(Symbol.dataMatrix(unit), Caption.of("Aurora Speaker 2"));
            assertThat(read(label, dpi)).as("%s at %d dpi", unit, dpi).isEqualTo(new Scan("]d2", unit.raw()));
        });
    }

    @ParameterizedTest
    @CsvSource({"203, 150", "300, 150", "600, 40"})
    void qrCodeGivesBackTheDigitalLink(int dpi, int units) {
        Units.units(units).forEach(unit -> {
            String uri = unit.digitalLink().orElseThrow();
            Label label = ROOMY.label(Symbol.qr(DigitalLink.parse(uri)), Caption.NONE);
            assertThat(read(label, dpi)).as("%s at %d dpi", uri, dpi).isEqualTo(new Scan("]Q1", uri));
        });
    }

    @ParameterizedTest
    @CsvSource({"203, 20", "300, 20", "600, 5"})
    void barsGiveBackTheSsccWithFnc1(int dpi, int units) {
        Units.logisticUnits(units).forEach(unit -> {
            Label label = LabelDesign.logistic().label(Symbol.gs1Code128(unit), Caption.NONE);
            assertThat(read(label, dpi)).as("%s at %d dpi", unit, dpi).isEqualTo(new Scan("]C1", unit.raw()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(01)09506000134352(10)A1b2(21)x", "(01)09506000134352(21)7(17)271231(10)0099"})
    void greyImagesReadTheSame(String text) {
        ElementString unit = ElementString.parse(text);
        Label label = LabelDesign.unit().label(Symbol.dataMatrix(unit), Caption.of("Aurora"));
        Scan scan = Reader.scan(label, label.greyPng(Resolution.DPI_300), Resolution.DPI_300);
        assertThat(scan).isEqualTo(new Scan("]d2", unit.raw()));
    }

    private static Scan read(Label label, int dpi) {
        Resolution resolution = new Resolution(dpi);
        return Reader.scan(label, label.png(resolution), resolution);
    }
}
