package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sscc;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {

    private static final ElementString UNIT = ElementString.parse("(01)09506000134352(21)K7M2Q9XW4T");
    private static final Label LABEL =
            LabelDesign.unit().label(Symbol.dataMatrix(UNIT), Caption.of("Aurora Speaker 2"));

    @ParameterizedTest
    @CsvSource({"203, 320, 200, 7992", "300, 472, 295, 11811", "600, 945, 591, 23622"})
    void theImageHasTheSizeOfTheLabelInDotsAndSaysSo(int dpi, int width, int height, int dotsPerMetre) {
        for (byte[] png : new byte[][] {LABEL.png(new Resolution(dpi)), LABEL.greyPng(new Resolution(dpi))}) {
            BufferedImage image = Reader.image(png);
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
            ByteBuffer physical = chunk(png, "pHYs");
            assertThat(physical.getInt()).isEqualTo(dotsPerMetre);
            assertThat(physical.getInt()).isEqualTo(dotsPerMetre);
            assertThat(physical.get()).as("unit: metre").isEqualTo((byte) 1);
        }
    }

    @Test
    void aPrinterGetsOneBitAPixelAndAScreenEight() {
        assertThat(chunk(LABEL.png(Resolution.DPI_300), "IHDR").get(8)).isEqualTo((byte) 1);
        assertThat(chunk(LABEL.greyPng(Resolution.DPI_300), "IHDR").get(8)).isEqualTo((byte) 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300, 600, 360})
    void everyModuleIsTheSameWholeNumberOfPixels(int dpi) {
        Resolution resolution = new Resolution(dpi);
        Stream.of(
                        LABEL,
                        LabelDesign.unit()
                                .label(
                                        Symbol.qr(DigitalLink.parse(
                                                UNIT.digitalLink().orElseThrow())),
                                        Caption.NONE),
                        LabelDesign.logistic()
                                .label(
                                        Symbol.gs1Code128(ElementString.of(new Sscc("395060001343520001"))),
                                        Caption.NONE))
                .forEach(label -> {
                    assertCrisp(label, Reader.image(label.png(resolution)), resolution);
                    assertCrisp(label, Reader.image(label.greyPng(resolution)), resolution);
                });
    }

    /** Every pixel of the symbol and its quiet zone is as its module says, and all modules are equally large. */
    private static void assertCrisp(Label label, BufferedImage image, Resolution resolution) {
        Drawing.Placed placed = label.at(resolution).drawing().symbol();
        int module = (int) Math.round(placed.moduleMm() / resolution.dotMm());
        int row = (int) Math.round(placed.rowMm() / resolution.dotMm());
        int left = (int) Math.round(placed.xMm() / resolution.dotMm());
        int top = (int) Math.round(placed.yMm() / resolution.dotMm());
        int quiet = label.symbol().symbology().quietZone();
        int above = label.symbol().symbology().linear() ? 0 : quiet;
        for (int y = -above * module; y < label.symbol().rows() * row + above * module; y++) {
            for (int x = -quiet * module; x < (label.symbol().columns() + quiet) * module; x++) {
                boolean dark = label.symbol().isDark(Math.floorDiv(x, module), Math.floorDiv(y, row));
                if ((image.getRGB(left + x, top + y) & 0xFFFFFF) != (dark ? 0 : 0xFFFFFF)) {
                    throw new AssertionError("pixel %d, %d of %s at %s".formatted(x, y, label.symbol(), resolution));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300, 600})
    void equalCharactersOfTheHriPrintEqually(int dpi) {
        Resolution resolution = new Resolution(dpi);
        BufferedImage image = Reader.image(LABEL.png(resolution));
        Drawing.Run gtin = LABEL.at(resolution).drawing().runs().stream()
                .filter(run -> run.text().startsWith("(01)"))
                .findFirst()
                .orElseThrow();
        double pitch = gtin.widthMm() / gtin.text().length() / resolution.dotMm();
        assertThat(pitch).as("pitch in dots").isCloseTo(Math.rint(pitch), within(1e-6));
        int zero = gtin.text().indexOf('0');
        int[] expected = cell(image, gtin, zero, (int) Math.rint(pitch), resolution);
        for (int i = zero + 1; i < gtin.text().length(); i++) {
            boolean same = Arrays.equals(expected, cell(image, gtin, i, (int) Math.rint(pitch), resolution));
            assertThat(same)
                    .as("character %d of %s", i, gtin.text())
                    .isEqualTo(gtin.text().charAt(i) == '0');
        }
    }

    /** The pixels of one character between its baseline and the height of capitals. */
    private static int[] cell(BufferedImage image, Drawing.Run run, int index, int pitch, Resolution resolution) {
        int left = resolution.dots(run.xMm()) + index * pitch;
        int height = resolution.dots(run.capMm());
        return image.getRGB(left, resolution.dots(run.baselineMm()) - height, pitch, height, null, 0, pitch);
    }

    @Test
    void textIsPrintedWhereTheLayoutSaysSo() {
        BufferedImage image = Reader.image(LABEL.png(Resolution.DPI_600));
        for (Drawing.Run run : LABEL.at(Resolution.DPI_600).drawing().runs()) {
            Ink ink = Ink.of(run);
            int dark = 0;
            int all = 0;
            for (int y = Resolution.DPI_600.dots(ink.top()); y < Resolution.DPI_600.dots(ink.bottom()); y++) {
                for (int x = Resolution.DPI_600.dots(ink.left());
                        x < Resolution.DPI_600.dots(ink.right());
                        x++, all++) {
                    dark += (image.getRGB(x, y) & 1) == 0 ? 1 : 0;
                }
            }
            assertThat((double) dark / all)
                    .as("share of ink in “%s”", run.text())
                    .isBetween(0.15, 0.5);
        }
    }

    @Test
    void anImageBeyondMemoryIsRefused() {
        Label large = LabelDesign.logistic().sized(210, 297).label(Symbol.dataMatrix(UNIT), Caption.NONE);
        assertThatThrownBy(() -> large.png(new Resolution(2400)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("image-size"));
    }

    private static ByteBuffer chunk(byte[] png, String type) {
        ByteBuffer in = ByteBuffer.wrap(png);
        for (int at = 8; at < png.length; at += 12 + in.getInt(at)) {
            if (new String(png, at + 4, 4, StandardCharsets.US_ASCII).equals(type)) {
                return in.slice(at + 8, in.getInt(at));
            }
        }
        throw new AssertionError("no chunk " + type);
    }
}
