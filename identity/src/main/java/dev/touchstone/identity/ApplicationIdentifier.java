package dev.touchstone.identity;

import java.util.List;
import java.util.Objects;

/**
 * One GS1 Application Identifier and the rules of its values.
 *
 * @param code 2 to 4 digits
 * @param title data title for print, such as {@code USE BY or EXPIRY}
 * @param name what it is, such as {@code Expiry date}
 * @param fixed whether its length follows from its first two digits, so that no separator needs to follow
 * @param linkAttribute whether it may stand in the query of a Digital Link
 * @param parts what the value consists of
 * @param needs choices of groups of AIs; of each choice one group must stand beside it
 * @param never AIs, or patterns of AIs such as {@code 31nn}, that may not stand beside it
 * @param qualifiers null unless the AI may begin the path of a Digital Link; then the sequences of AIs that may follow
 */
public record ApplicationIdentifier(
        String code,
        String title,
        String name,
        boolean fixed,
        boolean linkAttribute,
        List<Part> parts,
        List<List<Group>> needs,
        List<String> never,
        List<List<String>> qualifiers) {

    /** A part of a value: a character set, a length or range of lengths, and further rules. */
    record Part(Cset set, int min, int max, boolean optional, List<Linter> rules) {}

    /** AIs, or patterns of AIs in which n is any digit, that must all be there. */
    public record Group(List<String> patterns) {

        public Group {
            patterns = List.copyOf(patterns);
        }

        @Override
        public String toString() {
            return "(" + String.join(")(", patterns) + ")";
        }
    }

    public ApplicationIdentifier {
        parts = List.copyOf(parts);
        needs = List.copyOf(needs);
        never = List.copyOf(never);
        qualifiers = qualifiers == null ? null : List.copyOf(qualifiers);
    }

    /** Whether the AI is a Digital Link primary key. */
    public boolean isPrimaryKey() {
        return qualifiers != null;
    }

    /** The sequences of AIs that may follow in a path, of which none is one. */
    List<List<String>> pathSequences() {
        return qualifiers.isEmpty() ? List.of(List.of()) : qualifiers;
    }

    /** Whether a pattern such as {@code 31nn} means this AI. */
    boolean matches(String pattern) {
        if (pattern.length() != code.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != code.charAt(i) && pattern.charAt(i) != 'n') {
                return false;
            }
        }
        return true;
    }

    int maxLength() {
        int sum = 0;
        for (Part part : parts) {
            sum += part.max();
        }
        return sum;
    }

    int minLength() {
        int sum = 0;
        for (Part part : parts) {
            sum += part.optional() ? 0 : part.min();
        }
        return sum;
    }

    /** Throws a {@link ProblemException} with a position in {@code text} unless the range holds a value of this AI. */
    void check(String text, int from, int to) {
        int at = from;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (at == to && part.optional()) {
                return;
            }
            int end = Math.min(to, at + part.max());
            if (end - at < part.min()) {
                throw length(from, to);
            }
            int wrong = part.set().firstOutside(text, at, end);
            if (wrong >= 0) {
                throw Rules.character("The value of AI (" + code + ")", text, wrong, part.set());
            }
            List<Linter> rules = part.rules();
            for (int j = 0; j < rules.size(); j++) {
                rules.get(j).check(text, at, end);
            }
            at = end;
        }
        if (at < to) {
            throw length(from, to);
        }
    }

    private ProblemException length(int from, int to) {
        int min = minLength();
        int max = maxLength();
        return ProblemException.of(
                "length",
                from,
                "The value of AI (%s) has %d characters.".formatted(code, to - from),
                (min == max ? "%d" : "%d to %d").formatted(min, max) + " characters");
    }

    /** Elements are compared often: those of one table share their identifiers. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof ApplicationIdentifier ai
                        && ai.code.equals(code)
                        && ai.title.equals(title)
                        && ai.name.equals(name)
                        && ai.fixed == fixed
                        && ai.linkAttribute == linkAttribute
                        && ai.parts.equals(parts)
                        && ai.needs.equals(needs)
                        && ai.never.equals(never)
                        && Objects.equals(ai.qualifiers, qualifiers);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return "(" + code + ")";
    }
}
