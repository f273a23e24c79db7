package dev.touchstone.identity;

/** AIM symbology identifiers, three characters that a scanner may put before the data (ISO/IEC 15424). */
final class Symbology {

    private Symbology() {}

    /** Where the data begins after an identifier of a symbol that carries element strings. */
    static int contentStart(String text) {
        if (isGs1(text)) {
            return 3;
        }
        throw ProblemException.of(
                "symbology",
                0,
                "The symbology identifier %s is not one of GS1 element strings.".formatted(identifier(text)),
                "]C1, ]e0, ]d2, ]Q3, ]J1 or ]z1");
    }

    static boolean isGs1(String text) {
        return switch (identifier(text)) {
            case "]C1", "]e0", "]d2", "]Q3", "]J1", "]z1" -> true;
            default -> false;
        };
    }

    static String identifier(String text) {
        return text.substring(0, Math.min(3, text.length()));
    }
}
