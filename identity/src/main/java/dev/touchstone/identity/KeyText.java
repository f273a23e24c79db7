package dev.touchstone.identity;

/** How keys are read from the text that people write. */
final class KeyText {

    private KeyText() {}

    /** The text without the spaces that group its digits. */
    static String digits(String text) {
        if (text == null) {
            throw ProblemException.of("missing", -1, "There is no text.", "digits");
        }
        return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    }

    static String head(String text, int from, int to) {
        if (text == null || text.length() < to) {
            throw ProblemException.of(
                    "length",
                    -1,
                    "The key has %d characters.".formatted(text == null ? 0 : text.length()),
                    "at least " + to + " digits");
        }
        return text.substring(from, to);
    }

    static String tail(String text, int from) {
        return text.substring(from);
    }

    /** Reads any form that carries a whole key of the given type: element string, Digital Link, EPC URN. */
    static <K extends Key> K parse(String text, Class<K> type) {
        Key key = switch (Scan.parse(text)) {
            case Scan.Identified scan -> scan.key();
            case Scan.Industry scan -> null;
            case Scan.Refused refused -> throw new ProblemException(refused.problem());
        };
        if (!type.isInstance(key)) {
            throw ProblemException.of(
                    "scheme",
                    -1,
                    "The text holds %s."
                            .formatted(
                                    key == null
                                            ? "no GS1 key"
                                            : "a " + key.scheme().title()),
                    type.getSimpleName() + " as an element string, Digital Link or EPC URN");
        }
        return type.cast(key);
    }
}
