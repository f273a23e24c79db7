package dev.touchstone.label;

import java.util.List;

/**
 * A label laid out: everything has its place, in millimetres from the upper left corner, y downwards.
 *
 * @param widthMm width of the label
 * @param heightMm height of the label
 * @param symbol the placed symbol
 * @param runs the lines of text
 * @param rules thin lines that separate parts
 */
record Drawing(double widthMm, double heightMm, Placed symbol, List<Run> runs, List<Rule> rules) {

    /**
     * A symbol in its place.
     *
     * @param xMm left edge of the first module
     * @param yMm upper edge of the first row
     * @param moduleMm width of a module
     * @param rowMm height of a row: that of a module, or of the bars
     */
    record Placed(Symbol symbol, double xMm, double yMm, double moduleMm, double rowMm) {

        double widthMm() {
            return symbol.columns() * moduleMm;
        }

        double heightMm() {
            return symbol.rows() * rowMm;
        }

        /** What must stay white left and right. */
        double quietMm() {
            return symbol.symbology().quietZone() * moduleMm;
        }

        /** What must stay white above and below: nothing with bars. */
        double verticalQuietMm() {
            return symbol.symbology().linear() ? 0 : quietMm();
        }

        Placed at(double xMm, double yMm) {
            return new Placed(symbol, xMm, yMm, moduleMm, rowMm);
        }
    }

    /**
     * A line of text that starts at {@code xMm} on its baseline.
     *
     * @param capMm height of a capital letter
     * @param trackingMm what each character is set apart from the next beyond its own width; may be negative
     */
    record Run(Typeface face, String text, double capMm, double trackingMm, double xMm, double baselineMm) {

        /** Text at the left end of its baseline, set as its typeface has it. */
        Run(Typeface face, String text, double capMm) {
            this(face, text, capMm, 0, 0, 0);
        }

        double widthMm() {
            return face.width(text, capMm) + text.length() * trackingMm;
        }

        Run at(double xMm, double baselineMm) {
            return new Run(face, text, capMm, trackingMm, xMm, baselineMm);
        }

        /** Draws the text with its baseline's start at (0, 0), in millimetres, y upwards. */
        void trace(Pen pen) {
            face.trace(text, capMm, trackingMm, pen);
        }
    }

    /** A horizontal line; {@code yMm} is its upper edge. */
    record Rule(double xMm, double yMm, double widthMm, double thicknessMm) {}
}
