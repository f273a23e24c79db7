package dev.touchstone.label;

import dev.touchstone.identity.ProblemException;
import java.util.Locale;

/**
 * Size and arrangement of a label, apart from what stands on it.
 *
 * @param widthMm width of the label in millimetres, 10 to 210
 * @param heightMm height of the label in millimetres, 8 to 297
 * @param marginMm what stays white along every edge but for accents and descenders, which may reach into it: 1 to 20,
 *     at least 0.4 of the largest text
 * @param arrangement where the symbol stands
 * @param application where the symbol is scanned, which decides its size
 * @param title size of the heading
 * @param field size of the values under data titles
 * @param hri size of the human-readable interpretation
 */
public record LabelDesign(
        double widthMm,
        double heightMm,
        double marginMm,
        Arrangement arrangement,
        Application application,
        TextSize title,
        TextSize field,
        TextSize hri) {

    /** Where the symbol stands. */
    public enum Arrangement {
        /** The symbol at the left, all text at its right. */
        BESIDE,
        /** The symbol at the bottom with its interpretation below it, all other text above. */
        STACKED
    }

    /**
     * Height of capital letters: text is set at the preferred height and shrinks when it must, never below the smallest.
     *
     * @param preferredMm millimetres
     * @param smallestMm millimetres, at least 0.8
     */
    public record TextSize(double preferredMm, double smallestMm) {
        public TextSize {
            within("A text size", smallestMm, 0.8, 40);
            within("A preferred text size", preferredMm, smallestMm, 40);
        }

        double at(double scale) {
            return smallestMm + scale * (preferredMm - smallestMm);
        }
    }

    public LabelDesign {
        within("The width of a label", widthMm, 10, 210);
        within("The height of a label", heightMm, 8, 297);
        within("The margin of a label", marginMm, Math.max(1, 0.4 * largest(title, field, hri)), 20);
    }

    /** A label for a single unit: 40 x 25 mm, the symbol left, the text right. */
    public static LabelDesign unit() {
        return new LabelDesign(
                40,
                25,
                2,
                Arrangement.BESIDE,
                Application.RETAIL,
                new TextSize(2.4, 1.5),
                new TextSize(1.7, 1.2),
                new TextSize(1.6, 1.1));
    }

    /**
     * A label for a case or pallet: 105 x 148 mm (A6), the bars lowest, data at least 7 mm high as the GS1 General
     * Specifications 6.6.4.2 ask.
     */
    public static LabelDesign logistic() {
        return new LabelDesign(
                105,
                148,
                5,
                Arrangement.STACKED,
                Application.LOGISTIC,
                new TextSize(6, 3.5),
                new TextSize(7, 7),
                new TextSize(3.5, 2.5));
    }

    /** This design on a label of another size. */
    public LabelDesign sized(double widthMm, double heightMm) {
        return new LabelDesign(widthMm, heightMm, marginMm, arrangement, application, title, field, hri);
    }

    /** This design for another place of scanning. */
    public LabelDesign forApplication(Application application) {
        return new LabelDesign(widthMm, heightMm, marginMm, arrangement, application, title, field, hri);
    }

    /** This design with the symbol elsewhere. */
    public LabelDesign arranged(Arrangement arrangement) {
        return new LabelDesign(widthMm, heightMm, marginMm, arrangement, application, title, field, hri);
    }

    /**
     * The label in exact millimetres, for vector output.
     *
     * @throws ProblemException {@code label-space} when it does not fit at the smallest sizes; {@code label-character}
     *     when a character cannot be drawn
     */
    public Label label(Symbol symbol, Caption caption) {
        return Label.exact(this, symbol, caption);
    }

    double largestTextMm() {
        return largest(title, field, hri);
    }

    private static double largest(TextSize title, TextSize field, TextSize hri) {
        return Math.max(title.preferredMm(), Math.max(field.preferredMm(), hri.preferredMm()));
    }

    private static void within(String what, double valueMm, double leastMm, double mostMm) {
        if (!(valueMm >= leastMm && valueMm <= mostMm)) {
            throw ProblemException.of(
                    "label-size",
                    -1,
                    String.format(Locale.ROOT, "%s cannot be %s mm.", what, Millimetres.text(valueMm)),
                    String.format(Locale.ROOT, "%s to %s mm", Millimetres.text(leastMm), Millimetres.text(mostMm)));
        }
    }
}
