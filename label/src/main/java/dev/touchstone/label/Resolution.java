package dev.touchstone.label;

import dev.touchstone.identity.ProblemException;

/**
 * Dots per inch of a printer, the same in both directions.
 *
 * @param dpi dots per inch, from 100 to 2,400
 */
public record Resolution(int dpi) {

    public static final Resolution DPI_203 = new Resolution(203);
    public static final Resolution DPI_300 = new Resolution(300);
    public static final Resolution DPI_600 = new Resolution(600);

    private static final double MM_PER_INCH = 25.4;

    public Resolution {
        if (dpi < 100 || dpi > 2400) {
            throw ProblemException.of(
                    "resolution",
                    -1,
                    "A printer of " + dpi + " dots per inch is beyond what labels are drawn for.",
                    "a resolution from 100 to 2400 dots per inch, such as 203, 300 or 600");
        }
    }

    /** Width of one dot in millimetres. */
    public double dotMm() {
        return MM_PER_INCH / dpi;
    }

    /** The whole number of dots nearest to a length in millimetres. */
    public int dots(double mm) {
        return (int) Math.round(mm * dpi / MM_PER_INCH);
    }
}
