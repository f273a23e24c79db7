package dev.touchstone.label;

import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * One unit's label, laid out. Immutable. Laid out either in exact millimetres, for vector output, or on the dots of a
 * printer, where every module is a whole number of dots and begins on one.
 */
public final class Label {

    private final LabelDesign design;
    private final Symbol symbol;
    private final Caption caption;
    private final Grid grid;
    private final Drawing drawing;

    private Label(LabelDesign design, Symbol symbol, Caption caption, Grid grid) {
        this.design = design;
        this.symbol = symbol;
        this.caption = caption;
        this.grid = grid;
        this.drawing = Layout.lay(design, symbol, caption, grid);
    }

    static Label exact(LabelDesign design, Symbol symbol, Caption caption) {
        return new Label(design, symbol, caption, Grid.EXACT);
    }

    /**
     * This label laid out anew on the dots of a printer.
     *
     * @throws ProblemException {@code label-space} when it does not fit in whole dots
     */
    public Label at(Resolution resolution) {
        return grid.resolution().equals(Optional.of(resolution))
                ? this
                : new Label(design, symbol, caption, Grid.of(resolution));
    }

    public Symbol symbol() {
        return symbol;
    }

    public double widthMm() {
        return design.widthMm();
    }

    public double heightMm() {
        return design.heightMm();
    }

    /** Width of a module (X-dimension) in millimetres. */
    public double xDimensionMm() {
        return drawing.symbol().moduleMm();
    }

    /** The lines of text as they stand on the label, from top to bottom; fields as title and value. */
    public List<String> text() {
        return drawing.runs().stream().map(Drawing.Run::text).toList();
    }

    /** What should be known before printing, such as an X-dimension outside the limits of its application. */
    public List<Problem> warnings() {
        return SizeRule.of(design.application(), symbol.symbology()).warnings(xDimensionMm(), grid.resolution());
    }

    /** The label as an SVG document in millimetres: the symbol one path, text as outlines, the words in its description. */
    public String svg() {
        return SvgWriter.write(drawing);
    }

    /**
     * The label as a PNG for a printer, laid out on its dots: black and white, every module whole pixels. The image says
     * its resolution, so that it prints in its true size.
     *
     * @throws ProblemException {@code label-space} when the label does not fit in whole dots
     */
    public byte[] png(Resolution resolution) {
        return Canvas.paint(at(resolution).drawing, resolution).bilevelPng();
    }

    /** The same for a screen: text in shades of grey, the symbol still in whole pixels. */
    public byte[] greyPng(Resolution resolution) {
        return Canvas.paint(at(resolution).drawing, resolution).greyPng();
    }

    Drawing drawing() {
        return drawing;
    }
}
