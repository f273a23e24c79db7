package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sscc;
import dev.touchstone.label.Drawing.Run;
import dev.touchstone.label.LabelDesign.Arrangement;
import dev.touchstone.label.LabelDesign.TextSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final ElementString UNIT =
            ElementString.parse("(01)09506000134352(21)K7M2Q9XW4T(10)L2407A(17)270331");
    private static final Symbol MATRIX = Symbol.dataMatrix(UNIT);
    private static final Symbol BARS = Symbol.gs1Code128(ElementString.of(new Sscc("395060001343520001")));

    @Test
    void whateverFitsStaysInsideAndApart() {
        Units units = new Units(3);
        int drawn = 0;
        for (int i = 0; i < 1500; i++) {
            Optional<Label> label = randomLabel(units);
            label.ifPresent(LayoutTest::assertInsideAndApart);
            drawn += label.isPresent() ? 1 : 0;
        }
        assertThat(drawn).as("labels drawn rather than refused").isBetween(400, 1400);
    }

    private static Optional<Label> randomLabel(Units units) {
        double margin = units.between(1, 6);
        double largest = margin / 0.4;
        LabelDesign design = new LabelDesign(
                units.between(10, 120),
                units.between(8, 160),
                margin,
                units.oneOf(Arrangement.values()),
                units.oneOf(new Application[] {Application.GENERAL, Application.RETAIL, Application.LOGISTIC}),
                new TextSize(units.between(1.5, largest), 1.4),
                new TextSize(units.between(1.5, largest), 1.2),
                new TextSize(units.between(1.2, largest), 1.1));
        Caption caption = Caption.of(units.words(40))
                .with(units.words(8), units.words(20))
                .with("Lot", units.words(9));
        try {
            Symbol symbol = switch (units.oneOf(Symbology.values())) {
                case GS1_DATAMATRIX -> Symbol.dataMatrix(units.unit());
                case DIGITAL_LINK_QR ->
                    Symbol.qr(DigitalLink.parse(units.unit().digitalLink().orElseThrow()));
                case GS1_128 -> Symbol.gs1Code128(units.logisticUnit());
            };
            Label label = design.label(symbol, caption);
            return Optional.of(units.between(0, 1) < 0.5 ? label : label.at(new Resolution(203)));
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isIn("label-space", "symbology");
            return Optional.empty();
        }
    }

    private static void assertInsideAndApart(Label label) {
        Drawing drawing = label.drawing();
        Ink symbol = Ink.withQuietZone(drawing.symbol());
        assertThat(symbol.within(label.widthMm() + 1e-9, label.heightMm() + 1e-9))
                .as("%s", symbol)
                .isTrue();
        List<Ink> lines = drawing.runs().stream()
                .filter(run -> !run.text().isEmpty())
                .map(Ink::of)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Ink line = lines.get(i);
            assertThat(line.within(label.widthMm(), label.heightMm()))
                    .as("%s on %s", line, label.symbol())
                    .isTrue();
            assertThat(line.overlaps(symbol)).as("%s over %s", line, symbol).isFalse();
            for (Ink other : lines.subList(i + 1, lines.size())) {
                assertThat(line.overlaps(other)).as("%s over %s", line, other).isFalse();
            }
        }
        for (Drawing.Rule rule : drawing.rules()) {
            Ink ink = new Ink(
                    "rule", rule.xMm(), rule.yMm(), rule.xMm() + rule.widthMm(), rule.yMm() + rule.thicknessMm());
            assertThat(ink.overlaps(symbol)).as("%s over %s", ink, symbol).isFalse();
            assertThat(lines).noneMatch(ink::overlaps);
        }
    }

    @Test
    void hriStandsBelowOneAnotherElementByElement() {
        Label label = LabelDesign.unit().label(MATRIX, Caption.NONE);
        assertThat(label.text()).containsExactly("(01)09506000134352", "(21)K7M2Q9XW4T", "(10)L2407A", "(17)270331");
        assertThat(String.join("", label.text())).isEqualTo(UNIT.bracketed());
    }

    @Test
    void aQrCodeShowsTheIdentifiersAndNotTheAddress() {
        DigitalLink link = DigitalLink.parse("https://id.example.com/01/09506000134352/21/K7M2Q9XW4T?17=270331");
        Label label = LabelDesign.unit().sized(50, 30).label(Symbol.qr(link), Caption.NONE);
        assertThat(label.text()).containsExactly("(01)09506000134352", "(21)K7M2Q9XW4T", "(17)270331");
        assertThat(label.symbol().data()).isEqualTo("https://id.example.com/01/09506000134352/21/K7M2Q9XW4T?17=270331");
    }

    @Test
    void theLogisticLabelHasItsBarsLowestAndItsDataAtLeastSevenMillimetresHigh() {
        Caption caption =
                Caption.of("Northwind Audio").with("SSCC", "395060001343520001").with("COUNT", "48");
        Drawing drawing = LabelDesign.logistic().label(BARS, caption).drawing();
        assertThat(drawing.symbol().heightMm()).isGreaterThanOrEqualTo(31.75);
        for (Run run : drawing.runs()) {
            boolean hri = run.face() == Typeface.HRI;
            assertThat(run.baselineMm() > drawing.symbol().yMm())
                    .as("%s is below the bars", run.text())
                    .isEqualTo(hri);
        }
        assertThat(drawing.runs())
                .filteredOn(run -> List.of("395060001343520001", "48").contains(run.text()))
                .hasSize(2)
                .allMatch(run -> run.capMm() == 7.0);
    }

    @Test
    void textShrinksBeforeTheSymbolDoes() {
        Label roomy = LabelDesign.unit().sized(44, 25).label(MATRIX, Caption.NONE);
        Label tight = LabelDesign.unit().sized(34, 25).label(MATRIX, Caption.NONE);
        Label tightest = LabelDesign.unit().sized(32, 25).label(MATRIX, Caption.NONE);
        assertThat(hriSize(roomy)).isEqualTo(1.6);
        assertThat(hriSize(tight)).isBetween(1.1, 1.5);
        assertThat(tight.xDimensionMm()).isEqualTo(roomy.xDimensionMm());
        assertThat(tightest.xDimensionMm()).isLessThan(roomy.xDimensionMm()).isGreaterThanOrEqualTo(0.396);
        assertThat(tightest.text()).isEqualTo(roomy.text());
    }

    @Test
    void anElementStringIsBrokenOnlyWhenNothingElseHelps() {
        Label label = LabelDesign.unit().sized(24, 25).label(MATRIX, Caption.NONE);
        assertThat(label.text().size()).isGreaterThan(4);
        assertThat(String.join("", label.text())).isEqualTo(UNIT.bracketed());
    }

    private static double hriSize(Label label) {
        return label.drawing().runs().getLast().capMm();
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatItNeeds() {
        Problem low = problem(() -> LabelDesign.unit().sized(40, 12).label(MATRIX, Caption.NONE));
        assertThat(low.code()).isEqualTo("label-space");
        assertThat(low.detail())
                .isEqualTo(
                        "The symbol needs 8.8 mm of height at the smallest size allowed; the label has 8 mm for it.");
        assertThat(low.expected()).isEqualTo("a label at least 12.8 mm high, or less on it");
        LabelDesign.unit().sized(40, 12.8).label(MATRIX, Caption.NONE);

        Problem narrow = problem(() -> LabelDesign.logistic().sized(80, 100).label(BARS, Caption.NONE));
        assertThat(narrow.detail()).startsWith("The symbol needs 77.3 mm of width");
        Problem value = problem(() -> LabelDesign.logistic().label(BARS, Caption.NONE.with("REF", "1".repeat(40))));
        assertThat(value.detail()).startsWith("“" + "1".repeat(40) + "” needs ").contains("the label has 95 mm for it");
    }

    @Test
    void aCharacterWithoutGlyphIsRefusedWithItsPlace() {
        for (String title : List.of("ab日本", "ab\tc", "ab\u0301", "ab\u202ec", "ab\ud83d\ude00")) {
            Problem problem = problem(() -> LabelDesign.unit().label(MATRIX, Caption.of(title)));
            assertThat(problem.code()).isEqualTo("label-character");
            assertThat(problem.position()).as(title).isEqualTo(2);
        }
    }

    private static Problem problem(Runnable action) {
        ProblemException[] caught = new ProblemException[1];
        assertThatThrownBy(action::run).isInstanceOfSatisfying(ProblemException.class, e -> caught[0] = e);
        return caught[0].problem();
    }
}
