package dev.touchstone.label;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The faces of a label. They are bundled and drawn as outlines, so that a label looks the same on every machine. Sizes
 * are given as the height of a capital letter in millimetres, which is what rules for labels speak of.
 */
enum Typeface {
    /** Names and headings. */
    TITLE("roboto-condensed-700", "latin", "latin-ext", "greek", "cyrillic"),
    /** Titles and values of data that are not HRI. */
    TEXT("roboto-condensed-500", "latin", "latin-ext", "greek", "cyrillic"),
    /** Human-readable interpretation: fixed pitch, in which 0 and O, 1, I and l cannot be mistaken. */
    HRI("jetbrains-mono-500", "latin");

    /** What stands for a character that was lost before it came here. */
    private static final int REPLACEMENT = 0xFFFD;

    /** How far a character reaches below the baseline at most, in cap heights. */
    static final double DESCENT = 0.38;

    /** How far an accent reaches above the capitals at most, in cap heights. */
    static final double ACCENT = 0.38;

    /** How far a character reaches beyond its advance at most, at either side, in cap heights. */
    static final double OVERHANG = 0.16;

    private final String name;
    private final List<String> scripts;
    private List<FontFile> files;

    Typeface(String name, String... scripts) {
        this.name = name;
        this.scripts = List.of(scripts);
    }

    private synchronized List<FontFile> files() {
        if (files == null) {
            files = scripts.stream()
                    .map(script -> FontFile.bundled(name + "-" + script + ".woff"))
                    .toList();
        }
        return files;
    }

    private Stream<FontFile> filesWith(int codePoint) {
        return files().stream().filter(file -> file.has(codePoint));
    }

    /** Index of the first character that this face cannot draw by itself. */
    OptionalInt firstMissing(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (!isVisible(codePoint) || filesWith(codePoint).findAny().isEmpty()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK, Character.UNASSIGNED -> false;
            default -> codePoint != REPLACEMENT;
        };
    }

    /** Millimetres from the origin of {@code text} to the origin of what would follow it. */
    double width(String text, double capMm) {
        return capMm * text.codePoints().mapToDouble(this::advance).sum();
    }

    /** Draws {@code text} with its baseline's start at (0, 0), in millimetres, y upwards.
     *
     * @param trackingMm what is added to every character's advance
     */
    void trace(String text, double capMm, double trackingMm, Pen pen) {
        double x = 0;
        for (int codePoint : text.codePoints().toArray()) {
            FontFile file = filesWith(codePoint).findFirst().orElseThrow();
            double scale = capMm / file.capHeight;
            file.trace(codePoint, moved(pen, x, scale));
            x += capMm * advance(codePoint) + trackingMm;
        }
    }

    /** Advance of a character in cap heights. */
    private double advance(int codePoint) {
        FontFile file = filesWith(codePoint).findFirst().orElseThrow();
        return (double) file.advance(codePoint) / file.capHeight;
    }

    private static Pen moved(Pen pen, double dx, double scale) {
        return new Pen() {
            @Override
            public void moveTo(double x, double y) {
                pen.moveTo(dx + scale * x, scale * y);
            }

            @Override
            public void lineTo(double x, double y) {
                pen.lineTo(dx + scale * x, scale * y);
            }

            @Override
            public void quadTo(double controlX, double controlY, double x, double y) {
                pen.quadTo(dx + scale * controlX, scale * controlY, dx + scale * x, scale * y);
            }

            @Override
            public void close() {
                pen.close();
            }
        };
    }
}
