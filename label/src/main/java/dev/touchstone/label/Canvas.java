package dev.touchstone.label;

import dev.touchstone.identity.ProblemException;
import dev.touchstone.label.Drawing.Placed;
import dev.touchstone.label.Drawing.Rule;
import dev.touchstone.label.Drawing.Run;
import java.util.Arrays;

/**
 * A label as pixels. The symbol and the rules are filled in whole pixels; text is covered by area, which the grey image
 * shows as shades and the black and white one rounds.
 */
final class Canvas {

    private static final int MOST_PIXELS = 60_000_000;

    private final Resolution resolution;
    private final int width;
    private final int height;
    /** Share of ink from 0 (white) to 255 (black), row by row. */
    private final byte[] ink;

    private Canvas(Resolution resolution, int width, int height) {
        this.resolution = resolution;
        this.width = width;
        this.height = height;
        this.ink = new byte[width * height];
    }

    static Canvas paint(Drawing drawing, Resolution resolution) {
        int width = resolution.dots(drawing.widthMm());
        int height = resolution.dots(drawing.heightMm());
        if ((long) width * height > MOST_PIXELS) {
            throw ProblemException.of(
                    "image-size",
                    -1,
                    "An image of %d x %d pixels is too large.".formatted(width, height),
                    "at most %d pixels: a smaller label, a lower resolution, or SVG".formatted(MOST_PIXELS));
        }
        Canvas canvas = new Canvas(resolution, width, height);
        canvas.symbol(drawing.symbol());
        for (Rule rule : drawing.rules()) {
            canvas.fill(
                    resolution.dots(rule.xMm()),
                    resolution.dots(rule.yMm()),
                    resolution.dots(rule.widthMm()),
                    resolution.dots(rule.thicknessMm()));
        }
        for (Run run : drawing.runs()) {
            canvas.text(run);
        }
        return canvas;
    }

    private void symbol(Placed placed) {
        Symbol symbol = placed.symbol();
        int left = resolution.dots(placed.xMm());
        int top = resolution.dots(placed.yMm());
        int module = resolution.dots(placed.moduleMm());
        int rowHeight = resolution.dots(placed.rowMm());
        for (int row = 0; row < symbol.rows(); row++) {
            for (int column = 0; column < symbol.columns(); column++) {
                if (symbol.isDark(column, row)) {
                    fill(left + column * module, top + row * rowHeight, module, rowHeight);
                }
            }
        }
    }

    private void fill(int left, int top, int columns, int rows) {
        for (int y = top; y < top + rows; y++) {
            Arrays.fill(ink, y * width + left, y * width + left + columns, (byte) 255);
        }
    }

    private void text(Run run) {
        double pixelsPerMm = 1 / resolution.dotMm();
        Filler filler = new Filler(width, height, run.xMm() * pixelsPerMm, run.baselineMm() * pixelsPerMm, pixelsPerMm);
        run.trace(filler);
        filler.fillInto(ink);
    }

    byte[] greyPng() {
        byte[] shades = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            shades[i] = (byte) ~ink[i];
        }
        return PngWriter.write(width, height, 8, resolution, shades);
    }

    byte[] bilevelPng() {
        int bytesPerRow = (width + 7) / 8;
        byte[] bits = new byte[bytesPerRow * height];
        Arrays.fill(bits, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((ink[y * width + x] & 0xFF) >= 128) {
                    bits[y * bytesPerRow + x / 8] &= (byte) ~(0x80 >> x % 8);
                }
            }
        }
        return PngWriter.write(width, height, 1, resolution, bits);
    }
}
