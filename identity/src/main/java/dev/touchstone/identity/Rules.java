package dev.touchstone.identity;

/** The checks that key types share. Each throws a {@link ProblemException} that names {@code what} was checked. */
final class Rules {

    private Rules() {}

    static void text(String what, String value, int min, int max, Cset set) {
        if (value == null) {
            throw ProblemException.of("missing", -1, what + " is missing.", lengths(min, max) + " characters");
        }
        if (value.length() < min || value.length() > max) {
            throw ProblemException.of(
                    "length",
                    -1,
                    "%s has %d characters.".formatted(what, value.length()),
                    lengths(min, max) + (set == Cset.NUMERIC ? " digits" : " characters"));
        }
        int wrong = set.firstOutside(value, 0, value.length());
        if (wrong >= 0) {
            throw character(what, value, wrong, set);
        }
    }

    static ProblemException character(String what, String value, int position, Cset set) {
        return ProblemException.of(
                "character",
                position,
                "%s may not hold %s.".formatted(what, Text.shown(value.charAt(position))),
                set.description());
    }

    /** Digits of the given number, the last of which is the GS1 check digit of those before it. */
    static void checked(String what, String value, int digits) {
        if (value == null || value.length() != digits || !endsInCheckDigit(value)) {
            text(what, value, digits, digits, Cset.NUMERIC);
            mod10(what, value, 0, digits);
        }
    }

    /** One pass over the digits for the usual case, in which nothing is wrong. */
    private static boolean endsInCheckDigit(String value) {
        int odd = 0;
        int even = 0;
        int wrong = 0;
        for (int i = value.length() - 1; i > 0; i -= 2) {
            int right = value.charAt(i) - '0';
            int left = value.charAt(i - 1) - '0';
            wrong |= right | 9 - right | left | 9 - left;
            even += right;
            odd += left;
        }
        if ((value.length() & 1) == 1) {
            int first = value.charAt(0) - '0';
            wrong |= first | 9 - first;
            even += first;
        }
        return wrong >= 0 && (odd * 3 + even) % 10 == 0;
    }

    static void mod10(String what, String value, int from, int to) {
        char right = CheckDigit.mod10(value, from, to - 1);
        if (value.charAt(to - 1) != right) {
            throw ProblemException.of(
                    "check-digit",
                    to - 1,
                    "The check digit of %s %s is wrong."
                            .formatted(what.replaceFirst("^An? ", ""), value.substring(from, to)),
                    "check digit " + right);
        }
    }

    /** Keys of free form begin with a company prefix, whose first four characters at least are digits. */
    static void companyPrefix(String what, String value) {
        int end = Math.min(4, value.length());
        int wrong = Cset.NUMERIC.firstOutside(value, 0, end);
        if (wrong >= 0 || end < 4) {
            throw ProblemException.of(
                    "company-prefix",
                    Math.max(wrong, 0),
                    what + " does not begin with a GS1 company prefix.",
                    "at least four digits at the start");
        }
    }

    private static String lengths(int min, int max) {
        return min == max ? String.valueOf(min) : min + " to " + max;
    }
}
