package dev.touchstone.label;

import dev.touchstone.identity.ProblemException;
import dev.touchstone.label.Attempt.Fits;
import dev.touchstone.label.Attempt.Lacks;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds sizes at which everything fits. Wishes give way in this order: the preferred size of text, the target width of a
 * module, one line for each element string. What cannot be had even then is refused.
 */
final class Layout {

    private static final int TEXT_STEPS = 8;

    private final LabelDesign design;
    private final Symbol symbol;
    private final Caption caption;
    private final Grid grid;
    private final SizeRule rule;

    private Layout(LabelDesign design, Symbol symbol, Caption caption, Grid grid, SizeRule rule) {
        this.design = design;
        this.symbol = symbol;
        this.caption = caption;
        this.grid = grid;
        this.rule = rule;
    }

    static Drawing lay(LabelDesign design, Symbol symbol, Caption caption, Grid grid) {
        check(Typeface.TITLE, "title", caption.title());
        for (Caption.Field field : caption.fields()) {
            check(Typeface.TEXT, "field title", field.title());
            check(Typeface.TITLE, "field value", field.value());
        }
        SizeRule rule = SizeRule.of(design.application(), symbol.symbology());
        return new Layout(design, symbol, caption, grid, rule).search();
    }

    private static void check(Typeface face, String what, String text) {
        OptionalInt missing = face.firstMissing(text);
        if (missing.isPresent()) {
            throw ProblemException.of(
                    "label-character",
                    missing.getAsInt(),
                    "The %s “%s” has a character, U+%04X, that the label's typeface lacks."
                            .formatted(what, text, text.codePointAt(missing.getAsInt())),
                    "Latin, Greek or Cyrillic text");
        }
    }

    private Drawing search() {
        Attempt last = null;
        for (boolean breaks : new boolean[] {false, true}) {
            for (double moduleMm : grid.moduleWidths(rule)) {
                for (int step = TEXT_STEPS; step >= 0; step--) {
                    last = attempt(moduleMm, (double) step / TEXT_STEPS, breaks);
                    if (last instanceof Fits fits) {
                        return fits.drawing();
                    }
                }
            }
        }
        throw refusal((Lacks) last);
    }

    private Attempt attempt(double moduleMm, double textScale, boolean breaks) {
        Drawing.Placed placed = new Drawing.Placed(symbol, 0, 0, moduleMm, rowMm(moduleMm));
        return switch (design.arrangement()) {
            case BESIDE -> new BesideLayout(design, placed, caption, grid).attempt(textScale, breaks);
            case STACKED -> new StackedLayout(design, placed, caption, grid).attempt(textScale, breaks);
        };
    }

    private double rowMm(double moduleMm) {
        return symbol.symbology().linear() ? grid.up(rule.minBarHeightMm()) : moduleMm;
    }

    private ProblemException refusal(Lacks missing) {
        double size = missing.direction() == Attempt.Direction.WIDE ? design.widthMm() : design.heightMm();
        return ProblemException.of(
                "label-space",
                -1,
                "%s needs %s mm of %s at the smallest size allowed; the label has %s mm for it."
                        .formatted(
                                missing.what(),
                                Millimetres.atLeast(missing.neededMm()),
                                missing.direction().noun,
                                Millimetres.atMost(Math.max(0, missing.availableMm()))),
                "a label at least %s mm %s, or less on it"
                        .formatted(
                                Millimetres.atLeast(size + missing.neededMm() - missing.availableMm()),
                                missing.direction().adjective));
    }

    /** The first of some columns' lines without room. */
    static Optional<Lacks> tooWide(Column... columns) {
        for (Column column : columns) {
            if (column.tooWide() != null) {
                return Optional.of(column.tooWide());
            }
        }
        return Optional.empty();
    }
}
