package dev.touchstone.benchmark;

import java.util.Locale;

/** What an inefficient unit is asked to change. */
public enum Orientation {
    /** Use less: the score theta is the share of its inputs with which the unit could do. */
    INPUT,
    /** Make more: the score phi is the factor by which the unit could raise its outputs. */
    OUTPUT;

    public static Orientation parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "in", "input" -> INPUT;
            case "out", "output" -> OUTPUT;
            default ->
                throw new BadData("unknown-orientation", "\"" + text + "\" is not an orientation.", "Write in or out.");
        };
    }
}
