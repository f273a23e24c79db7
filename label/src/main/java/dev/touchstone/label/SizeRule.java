package dev.touchstone.label;

import static dev.touchstone.label.Application.ASSET;
import static dev.touchstone.label.Application.DIRECT_MARK;
import static dev.touchstone.label.Application.DISTRIBUTION;
import static dev.touchstone.label.Application.GENERAL;
import static dev.touchstone.label.Application.HEALTHCARE;
import static dev.touchstone.label.Application.LOGISTIC;
import static dev.touchstone.label.Application.RETAIL;
import static dev.touchstone.label.Symbology.DIGITAL_LINK_QR;
import static dev.touchstone.label.Symbology.GS1_128;
import static dev.touchstone.label.Symbology.GS1_DATAMATRIX;

import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How large a symbol must be for an application: one row of the table of sizes.
 *
 * @param minXMm smallest width of a module (X-dimension) in millimetres
 * @param targetXMm the width to aim at
 * @param maxXMm largest width of a module
 * @param minBarHeightMm smallest height of bars in millimetres; 0 for a matrix
 * @param source where the figures come from
 */
public record SizeRule(
        Application application,
        Symbology symbology,
        double minXMm,
        double targetXMm,
        double maxXMm,
        double minBarHeightMm,
        String source) {

    private static final String TABLES = "GS1 General Specifications, symbol specification table ";

    /** The table of sizes. An application without a row for a symbology does not use it. */
    public static final List<SizeRule> TABLE = List.of(
            new SizeRule(GENERAL, GS1_DATAMATRIX, 0.380, 0.380, 0.495, 0, TABLES + "4"),
            new SizeRule(GENERAL, DIGITAL_LINK_QR, 0.396, 0.495, 0.743, 0, TABLES + "1, addendum for Digital Link"),
            new SizeRule(GENERAL, GS1_128, 0.250, 0.495, 0.495, 12.70, TABLES + "4"),
            new SizeRule(RETAIL, GS1_DATAMATRIX, 0.396, 0.495, 0.990, 0, TABLES + "1, two-dimensional symbols"),
            new SizeRule(RETAIL, DIGITAL_LINK_QR, 0.396, 0.495, 0.990, 0, TABLES + "1, two-dimensional symbols"),
            new SizeRule(DISTRIBUTION, GS1_DATAMATRIX, 0.743, 0.743, 1.500, 0, TABLES + "2"),
            new SizeRule(DISTRIBUTION, DIGITAL_LINK_QR, 0.743, 0.743, 1.500, 0, TABLES + "2"),
            new SizeRule(DISTRIBUTION, GS1_128, 0.495, 0.495, 1.016, 31.75, TABLES + "2"),
            new SizeRule(LOGISTIC, GS1_DATAMATRIX, 0.743, 0.743, 1.500, 0, TABLES + "5"),
            new SizeRule(LOGISTIC, DIGITAL_LINK_QR, 0.743, 0.743, 1.500, 0, TABLES + "5"),
            new SizeRule(LOGISTIC, GS1_128, 0.495, 0.495, 0.940, 31.75, TABLES + "5"),
            new SizeRule(HEALTHCARE, GS1_DATAMATRIX, 0.254, 0.380, 0.990, 0, TABLES + "6"),
            new SizeRule(HEALTHCARE, GS1_128, 0.170, 0.495, 0.495, 12.70, TABLES + "6"),
            new SizeRule(DIRECT_MARK, GS1_DATAMATRIX, 0.254, 0.300, 0.615, 0, TABLES + "7"),
            new SizeRule(DIRECT_MARK, DIGITAL_LINK_QR, 0.254, 0.300, 0.615, 0, TABLES + "7"),
            new SizeRule(ASSET, GS1_DATAMATRIX, 0.380, 0.380, 0.495, 0, TABLES + "9"),
            new SizeRule(ASSET, DIGITAL_LINK_QR, 0.380, 0.380, 0.495, 0, TABLES + "9"),
            new SizeRule(ASSET, GS1_128, 0.250, 0.250, 0.495, 12.70, TABLES + "9"));

    /** Modules narrower or wider than a limit by less than this are at the limit: half a micrometre. */
    private static final double TOLERANCE_MM = 0.0005;

    /**
     * The row of an application and a symbology.
     *
     * @throws ProblemException {@code symbology} when the application does not use the symbology
     */
    public static SizeRule of(Application application, Symbology symbology) {
        return TABLE.stream()
                .filter(rule -> rule.application == application && rule.symbology == symbology)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "symbology",
                        -1,
                        "A %s is not used for %s.".formatted(symbology.title(), name(application)),
                        TABLE.stream()
                                .filter(rule -> rule.application == application)
                                .map(rule -> rule.symbology.title())
                                .reduce((a, b) -> a + " or " + b)
                                .orElseThrow()));
    }

    private static String name(Application application) {
        return application.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Widths of a module in the order in which they should be tried: from the target down to the minimum. */
    List<Double> candidates() {
        List<Double> widths = new ArrayList<>();
        for (double x = targetXMm; x > minXMm; x *= 0.96) {
            widths.add(x);
        }
        widths.add(minXMm);
        return widths;
    }

    /**
     * The same in whole dots of a printer. Where no whole number of dots lies within the limits, the next larger comes
     * first, since it prints and reads better than the next smaller.
     */
    List<Integer> candidates(Resolution resolution) {
        int least = (int) Math.ceil((minXMm - TOLERANCE_MM) / resolution.dotMm());
        int most = (int) Math.floor((maxXMm + TOLERANCE_MM) / resolution.dotMm());
        List<Integer> dots = new ArrayList<>();
        if (least > most) {
            dots.add(least);
            dots.add(Math.max(1, most));
            return dots;
        }
        for (int n = Math.clamp(resolution.dots(targetXMm), least, most); n >= least; n--) {
            dots.add(n);
        }
        return dots;
    }

    /** What is to be said about a symbol whose modules are {@code xMm} wide: outside the limits, or not the target. */
    List<Problem> warnings(double xMm, Optional<Resolution> resolution) {
        String actual = "The X-dimension is " + shown(xMm)
                + resolution
                        .map(r -> ", %d dots at %d dpi".formatted(r.dots(xMm), r.dpi()))
                        .orElse("");
        String right = "%s to %s, target %s (%s)".formatted(shown(minXMm), shown(maxXMm), shown(targetXMm), source);
        if (xMm < minXMm - TOLERANCE_MM) {
            return warning("x-dimension-below-minimum", actual + ": below the minimum.", right);
        }
        if (xMm > maxXMm + TOLERANCE_MM) {
            return warning("x-dimension-above-maximum", actual + ": above the maximum.", right);
        }
        if (Math.abs(xMm - targetXMm) <= TOLERANCE_MM) {
            return List.of();
        }
        boolean rounded =
                resolution.map(r -> r.dots(xMm) == candidates(r).getFirst()).orElse(false);
        return rounded
                ? warning("x-dimension-rounded", actual + ": the target rounded to whole dots.", right)
                : warning("x-dimension-reduced", actual + ", so that everything fits.", right);
    }

    private static List<Problem> warning(String code, String detail, String expected) {
        return List.of(new Problem(code, -1, detail, expected));
    }

    private static String shown(double mm) {
        return String.format(Locale.ROOT, "%.3f mm", mm);
    }
}
