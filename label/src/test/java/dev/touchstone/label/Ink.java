package dev.touchstone.label;

import dev.touchstone.label.Drawing.Placed;
import dev.touchstone.label.Drawing.Run;

/** The rectangle that something inks, in millimetres from the upper left corner of a label. */
record Ink(String what, double left, double top, double right, double bottom) {

    static Ink of(Run run) {
        Bounds bounds = new Bounds();
        run.trace(bounds);
        return new Ink(
                run.text(),
                run.xMm() + bounds.left,
                run.baselineMm() - bounds.top,
                run.xMm() + bounds.right,
                run.baselineMm() - bounds.bottom);
    }

    static Ink withQuietZone(Placed symbol) {
        double quiet = symbol.quietMm();
        double above = symbol.verticalQuietMm();
        return new Ink(
                "symbol",
                symbol.xMm() - quiet,
                symbol.yMm() - above,
                symbol.xMm() + symbol.widthMm() + quiet,
                symbol.yMm() + symbol.heightMm() + above);
    }

    boolean overlaps(Ink other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean within(double widthMm, double heightMm) {
        return left >= 0 && top >= 0 && right <= widthMm && bottom <= heightMm;
    }

    /** The extent of an outline, y upwards. */
    static final class Bounds implements Pen {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        double bottom = Double.MAX_VALUE;

        static Bounds of(Typeface face, String text, double capMm) {
            Bounds bounds = new Bounds();
            face.trace(text, capMm, 0, bounds);
            return bounds;
        }

        @Override
        public void moveTo(double x, double y) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.max(top, y);
            bottom = Math.min(bottom, y);
        }

        @Override
        public void lineTo(double x, double y) {
            moveTo(x, y);
        }

        /** Control points count too: in these fonts extremes lie on the curve. */
        @Override
        public void quadTo(double controlX, double controlY, double x, double y) {
            moveTo(controlX, controlY);
            moveTo(x, y);
        }

        @Override
        public void close() {}
    }
}
