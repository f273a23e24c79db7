package dev.touchstone.label;

import java.util.Arrays;

/**
 * Fills outlines by the non-zero winding rule. Each row of pixels is cut into {@value #CUTS} lines; on each the covered
 * stretches count with their exact length, so that a pixel's ink is the share of its area that is covered.
 */
final class Filler implements Pen {

    private static final int CUTS = 8;
    private static final int CURVE_PIECES = 6;

    private final int width;
    private final int height;
    private final double originX;
    private final double originY;
    private final double pixelsPerMm;

    /** Where edges cross each line: two numbers a crossing, x in pixels and the direction, 1 down or -1 up. */
    private final double[][] crossings;

    private final int[] counts;

    private int firstLine = Integer.MAX_VALUE;
    private int lastLine = -1;
    private double startX;
    private double startY;
    private double x;
    private double y;

    /**
     * @param originX pixel of the outline's origin from the left
     * @param originY pixel of the outline's origin from the top
     */
    Filler(int width, int height, double originX, double originY, double pixelsPerMm) {
        this.width = width;
        this.height = height;
        this.originX = originX;
        this.originY = originY;
        this.pixelsPerMm = pixelsPerMm;
        this.crossings = new double[height * CUTS][];
        this.counts = new int[height * CUTS];
    }

    @Override
    public void moveTo(double toX, double toY) {
        x = startX = originX + toX * pixelsPerMm;
        y = startY = originY - toY * pixelsPerMm;
    }

    @Override
    public void lineTo(double toX, double toY) {
        edge(originX + toX * pixelsPerMm, originY - toY * pixelsPerMm);
    }

    @Override
    public void quadTo(double controlX, double controlY, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double cx = originX + controlX * pixelsPerMm;
        double cy = originY - controlY * pixelsPerMm;
        double endX = originX + toX * pixelsPerMm;
        double endY = originY - toY * pixelsPerMm;
        for (int i = 1; i <= CURVE_PIECES; i++) {
            double t = (double) i / CURVE_PIECES;
            double s = 1 - t;
            edge(s * s * fromX + 2 * s * t * cx + t * t * endX, s * s * fromY + 2 * s * t * cy + t * t * endY);
        }
    }

    @Override
    public void close() {
        edge(startX, startY);
    }

    private void edge(double toX, double toY) {
        double topY = Math.min(y, toY);
        double bottomY = Math.max(y, toY);
        double slope = (toX - x) / (toY - y);
        int first = Math.max(0, (int) Math.ceil(topY * CUTS - 0.5));
        int end = Math.min(crossings.length, (int) Math.ceil(bottomY * CUTS - 0.5));
        firstLine = Math.min(firstLine, first);
        lastLine = Math.max(lastLine, end - 1);
        for (int line = first; line < end; line++) {
            cross(line, x + ((line + 0.5) / CUTS - y) * slope, toY > y ? 1 : -1);
        }
        x = toX;
        y = toY;
    }

    /** Keeps the crossings of a line in order of x. */
    private void cross(int line, double atX, int direction) {
        double[] sorted = crossings[line] == null ? new double[8] : crossings[line];
        int count = counts[line];
        if (2 * count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 4 * count);
        }
        int at = count;
        for (; at > 0 && sorted[2 * at - 2] > atX; at--) {
            sorted[2 * at] = sorted[2 * at - 2];
            sorted[2 * at + 1] = sorted[2 * at - 1];
        }
        sorted[2 * at] = atX;
        sorted[2 * at + 1] = direction;
        crossings[line] = sorted;
        counts[line] = count + 1;
    }

    /** Adds the ink of what was traced to an image of the same size. */
    void fillInto(byte[] ink) {
        double[] covered = new double[width];
        for (int row = firstLine / CUTS; row <= lastLine / CUTS && row < height; row++) {
            int left = width;
            int right = 0;
            for (int line = row * CUTS; line < (row + 1) * CUTS; line++) {
                int count = counts[line];
                if (count > 0) {
                    left = Math.min(left, column(crossings[line][0]));
                    right = Math.max(right, column(crossings[line][2 * count - 2]));
                    cover(line, covered);
                }
            }
            for (int column = left; column <= right; column++) {
                int share = (int) Math.round(covered[column] * 255 / CUTS);
                int at = row * width + column;
                ink[at] = (byte) Math.min(255, (ink[at] & 0xFF) + share);
                covered[column] = 0;
            }
        }
    }

    private int column(double atX) {
        return Math.clamp((int) Math.floor(atX), 0, width - 1);
    }

    private void cover(int line, double[] covered) {
        int winding = 0;
        for (int i = 0; i < counts[line]; i++) {
            winding += (int) crossings[line][2 * i + 1];
            if (winding != 0) {
                cover(crossings[line][2 * i], crossings[line][2 * i + 2], covered);
            }
        }
    }

    private void cover(double from, double to, double[] covered) {
        for (int column = column(from); column <= column(to); column++) {
            covered[column] += Math.max(0, Math.min(to, column + 1) - Math.max(from, column));
        }
    }
}
