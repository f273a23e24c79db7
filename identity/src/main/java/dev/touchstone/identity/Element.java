package dev.touchstone.identity;

/** A value under its Application Identifier. Valid when it exists. */
public record Element(ApplicationIdentifier ai, String value) {

    public Element {
        ai.check(value, 0, value.length());
    }

    /**
     * @throws ProblemException when the AI is not known or the value breaks its rules
     */
    public static Element of(String ai, String value) {
        return new Element(AiTable.standard().find(ai).orElseThrow(() -> unknown(ai, -1)), value);
    }

    static ProblemException unknown(String ai, int position) {
        return ProblemException.of(
                "unknown-ai",
                position,
                "There is no Application Identifier " + ai + ".",
                "an AI such as (01), (10) or (21)");
    }

    static void appendBracketed(StringBuilder out, String ai, String value) {
        out.append('(').append(ai).append(')');
        if (value.indexOf('(') < 0) {
            out.append(value);
        } else {
            out.append(value.replace("(", "\\("));
        }
    }

    @Override
    public String toString() {
        return ai + value;
    }
}
