package dev.touchstone.benchmark;

/**
 * A sign that tells at a glance what a control chart says, in the manner of "Making data count": a series within a ring, and a letter for
 * where it goes.
 *
 * @param title for those who do not see it
 * @param heights of its points, from 0 at the foot to 1 at the top
 * @param level of its dashed line
 * @param marked points at the end that stand out
 */
record ChartIcon(String title, double[] heights, double level, int marked, String letter, Ink ink)
        implements Document.Plot {
    private static final double SIZE = 64;
    private static final double RING = 29;
    private static final double REACH = 18;
    private static final double[] STEADY = {.45, .6, .4, .55, .42, .58, .5};
    private static final double[] UP = {.3, .22, .35, .28, .7, .78, .85};
    private static final double[] DOWN = {.7, .78, .65, .72, .3, .22, .15};

    /** What the figure does now. */
    static ChartIcon variation(ControlChart.Variation variation, Direction direction) {
        boolean higher = direction == Direction.HIGHER_IS_BETTER;
        return switch (variation) {
            case COMMON_CAUSE -> new ChartIcon("Common causes alone", STEADY, .5, 0, "", Ink.MARK);
            case SPECIAL_CAUSE -> new ChartIcon("A special cause", UP, .3, 3, "!", Ink.ATTENTION);
            case IMPROVEMENT ->
                new ChartIcon("Improvement", higher ? UP : DOWN, higher ? .3 : .7, 3, higher ? "H" : "L", Ink.GOOD);
            case CONCERN ->
                new ChartIcon("Concern", higher ? DOWN : UP, higher ? .7 : .3, 3, higher ? "L" : "H", Ink.BAD);
        };
    }

    /** Whether the target will be met; the dashed line is the target. */
    static ChartIcon assurance(ControlChart.Assurance assurance, Direction direction) {
        boolean higher = direction == Direction.HIGHER_IS_BETTER;
        return switch (assurance) {
            case HIT_AND_MISS -> new ChartIcon("The target is hit and missed", STEADY, .5, 0, "?", Ink.ATTENTION);
            case CONSISTENTLY_HITS ->
                new ChartIcon("The target is always hit", STEADY, higher ? .2 : .8, 0, "P", Ink.GOOD);
            case CONSISTENTLY_FAILS ->
                new ChartIcon("The target is always missed", STEADY, higher ? .8 : .2, 0, "F", Ink.BAD);
        };
    }

    @Override
    public String svg(int width) {
        Svg svg = new Svg(width, SIZE, title);
        double middle = SIZE / 2;
        svg.outline(middle, middle, RING, ink);
        double step = 2 * REACH / (heights.length - 1);
        double[] x = new double[heights.length];
        double[] y = new double[heights.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = middle - REACH + step * i;
            y[i] = height(heights[i]);
        }
        svg.line(middle - REACH - 4, height(level), middle + REACH + 4, height(level), Ink.MUTED, Svg.Stroke.DOTTED);
        svg.path(x, y, Ink.MARK, Svg.Stroke.THIN);
        for (int i = 0; i < x.length; i++) {
            boolean stands = i >= x.length - marked;
            svg.dot(x[i], y[i], stands ? 3 : 2, stands ? ink : Ink.MARK, "");
        }
        svg.text(SIZE + 12, middle - 4, letter.isEmpty() ? title : letter + "  " + title, Svg.Anchor.START, Ink.TEXT);
        return svg.end();
    }

    private static double height(double share) {
        return SIZE / 2 + REACH - 2 * REACH * share;
    }
}
