package dev.touchstone.label;

import java.util.BitSet;

/**
 * The outline of a symbol's dark modules as SVG path data that counts in modules. Neighbouring modules share one contour,
 * so that no renderer can leave a hairline between them.
 */
final class Outline {

    /** Directions in the order of left turns, in a plane with y downwards: right, up, left, down. */
    private static final int[] STEP_X = {1, 0, -1, 0};

    private static final int[] STEP_Y = {0, -1, 0, 1};
    private static final int RIGHT = 0;

    private final Symbol symbol;
    private final StringBuilder path = new StringBuilder(4096);
    /** Upper edges of dark modules that a contour has passed, by vertex. */
    private final BitSet passed = new BitSet();

    private Outline(Symbol symbol) {
        this.symbol = symbol;
    }

    static String of(Symbol symbol) {
        Outline outline = new Outline(symbol);
        for (int y = 0; y < symbol.rows(); y++) {
            for (int x = 0; x < symbol.columns(); x++) {
                if (outline.isUpperEdge(x, y) && !outline.passed.get(outline.vertex(x, y))) {
                    outline.contour(x, y);
                }
            }
        }
        return outline.path.toString();
    }

    private int vertex(int x, int y) {
        return y * (symbol.columns() + 1) + x;
    }

    private boolean isUpperEdge(int x, int y) {
        return symbol.isDark(x, y) && !symbol.isDark(x, y - 1);
    }

    /** Walks once around, dark at the right hand; every contour has an upper edge, so all are found by these. */
    private void contour(int startX, int startY) {
        path.append('M').append(startX).append(' ').append(startY);
        int x = startX;
        int y = startY;
        int direction = RIGHT;
        do {
            int length = 0;
            int before = direction;
            do {
                if (direction == RIGHT) {
                    passed.set(vertex(x, y));
                }
                x += STEP_X[direction];
                y += STEP_Y[direction];
                length++;
                direction = next(x, y, direction);
            } while (direction == before && !(x == startX && y == startY));
            path.append(STEP_X[before] != 0 ? 'h' : 'v').append(length * (STEP_X[before] + STEP_Y[before]));
        } while (!(x == startX && y == startY && direction == RIGHT));
        path.append('z');
    }

    /** The sharpest right turn that keeps dark at the right: diagonal neighbours stay contours of their own. */
    private int next(int x, int y, int direction) {
        boolean darkAheadRight = isDarkBeside(x, y, direction, true);
        boolean darkAheadLeft = isDarkBeside(x, y, direction, false);
        if (!darkAheadRight) {
            return (direction + 3) % 4;
        }
        return darkAheadLeft ? (direction + 1) % 4 : direction;
    }

    /** Whether the module ahead of a vertex, at one hand, is dark. */
    private boolean isDarkBeside(int x, int y, int direction, boolean rightHand) {
        int column = switch (direction) {
            case 0 -> x;
            case 2 -> x - 1;
            default -> (direction == 1) == rightHand ? x : x - 1;
        };
        int row = switch (direction) {
            case 1 -> y - 1;
            case 3 -> y;
            default -> (direction == 0) == rightHand ? y : y - 1;
        };
        return symbol.isDark(column, row);
    }
}
