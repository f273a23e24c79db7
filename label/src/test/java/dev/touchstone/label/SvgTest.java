package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sscc;
import java.awt.geom.Path2D;
import java.io.StringReader;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {

    private static final ElementString UNIT = ElementString.parse("(01)09506000134352(21)<a>&\"b\"");

    static Stream<Label> labels() {
        Stream<Label> units = Units.units(20)
                .flatMap(unit -> Stream.of(
                        LabelDesign.unit().sized(70, 40).label(Symbol.dataMatrix(unit), Caption.of("Aurora")),
                        LabelDesign.unit()
                                .sized(70, 40)
                                .label(
                                        Symbol.qr(DigitalLink.parse(
                                                unit.digitalLink().orElseThrow())),
                                        Caption.NONE)
                                .at(Resolution.DPI_203)));
        Symbol bars = Symbol.gs1Code128(ElementString.of(new Sscc("395060001343520001")));
        return Stream.concat(units, Stream.of(LabelDesign.logistic().label(bars, Caption.NONE)));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void thePathCoversExactlyTheDarkModulesInTheirTrueSize(Label label) throws Exception {
        Element path = symbolPath(parse(label.svg()));
        double[] place = numbers(path.getAttribute("transform"));
        Drawing.Placed placed = label.drawing().symbol();
        assertThat(place[0]).isCloseTo(placed.xMm(), within(1e-9));
        assertThat(place[1]).isCloseTo(placed.yMm(), within(1e-9));
        assertThat(place[2]).as("width of a module in mm").isCloseTo(label.xDimensionMm(), within(1e-9));
        assertThat(place[3]).isCloseTo(placed.rowMm(), within(1e-9));

        Symbol symbol = label.symbol();
        Path2D outline = outline(path.getAttribute("d"));
        for (int row = -1; row <= symbol.rows(); row++) {
            for (int column = -1; column <= symbol.columns(); column++) {
                assertThat(outline.contains(column + 0.5, row + 0.5))
                        .as("module %d, %d of %s", column, row, symbol)
                        .isEqualTo(symbol.isDark(column, row));
            }
        }
    }

    @Test
    void theDocumentIsMeasuredInMillimetres() throws Exception {
        Element svg = parse(LabelDesign.unit()
                        .sized(40.5, 25)
                        .label(Symbol.dataMatrix(UNIT), Caption.NONE)
                        .svg())
                .getDocumentElement();
        assertThat(svg.getAttribute("width")).isEqualTo("40.5mm");
        assertThat(svg.getAttribute("height")).isEqualTo("25mm");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 40.5 25");
    }

    @Test
    void itsWordsCanBeReadAloud() throws Exception {
        Label label = LabelDesign.unit()
                .label(Symbol.dataMatrix(UNIT), Caption.of("Salt & <Pepper>").with("Lot", "L1"));
        Document svg = parse(label.svg());
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("GS1 DataMatrix (01)09506000134352 (21)<a>&\"b\"");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Salt & <Pepper>\nLot\nL1\n(01)09506000134352\n(21)<a>&\"b\"");
        assertThat(svg.getElementsByTagName("text").getLength())
                .as("text that would need a font")
                .isZero();
    }

    @Test
    void theSameLabelIsTheSameDocument() {
        Symbol symbol = Symbol.dataMatrix(UNIT);
        assertThat(LabelDesign.unit().label(symbol, Caption.of("Aurora")).svg())
                .isEqualTo(LabelDesign.unit()
                        .label(Symbol.dataMatrix(UNIT), Caption.of("Aurora"))
                        .svg());
    }

    @Test
    void anyHeadingGivesAWellFormedDocumentOrIsRefused() throws Exception {
        Random random = new Random(7);
        Symbol symbol = Symbol.dataMatrix(UNIT);
        for (int i = 0; i < 2000; i++) {
            String title = random.ints(random.nextInt(6), 0, i % 2 == 0 ? 0x180 : 0x11000)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            try {
                parse(LabelDesign.unit().label(symbol, Caption.of(title)).svg());
            } catch (ProblemException e) {
                assertThat(e.problem().code()).as(title).isEqualTo("label-character");
            }
        }
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Element symbolPath(Document svg) {
        return (Element) svg.getElementsByTagName("path").item(0);
    }

    private static double[] numbers(String text) {
        return Pattern.compile("-?[\\d.]+")
                .matcher(text)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group()))
                .toArray();
    }

    /** Path data of M, h, v and z, filled as SVG fills by default. */
    private static Path2D outline(String data) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Matcher step =
                Pattern.compile("M(-?\\d+) (-?\\d+)|h(-?\\d+)|v(-?\\d+)|z").matcher(data);
        while (step.find()) {
            switch (step.group().charAt(0)) {
                case 'M' -> path.moveTo(Integer.parseInt(step.group(1)), Integer.parseInt(step.group(2)));
                case 'h' -> line(path, Integer.parseInt(step.group(3)), 0);
                case 'v' -> line(path, 0, Integer.parseInt(step.group(4)));
                default -> path.closePath();
            }
        }
        return path;
    }

    private static void line(Path2D path, int dx, int dy) {
        path.lineTo(path.getCurrentPoint().getX() + dx, path.getCurrentPoint().getY() + dy);
    }
}
