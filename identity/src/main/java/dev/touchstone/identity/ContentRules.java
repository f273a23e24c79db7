package dev.touchstone.identity;

import java.util.Set;

/** Rules of content inside element strings but for dates and coupons. Each takes a range of a text. */
final class ContentRules {

    private ContentRules() {}

    static void characters(String text, int from, int to, Cset set) {
        int wrong = set.firstOutside(text, from, to);
        if (wrong >= 0) {
            throw Rules.character("The value", text, wrong, set);
        }
    }

    static void digits(String text, int from, int to, int count) {
        if (to - from != count) {
            throw ProblemException.of(
                    "length", from, "The part has %d characters.".formatted(to - from), count + " digits");
        }
        characters(text, from, to, Cset.NUMERIC);
    }

    static void checkDigit(String text, int from, int to) {
        characters(text, from, to, Cset.NUMERIC);
        if (to - from < 2) {
            throw ProblemException.of("length", from, "There is no room for a check digit.", "at least two digits");
        }
        Rules.mod10("the key", text, from, to);
    }

    static void checkPair(String text, int from, int to) {
        characters(text, from, to, Cset.SET82);
        if (to - from < 3 || to - from > 25) {
            throw ProblemException.of(
                    "length",
                    from,
                    "A value with a pair of check characters has %d characters.".formatted(to - from),
                    "3 to 25 characters");
        }
        String right = CheckDigit.alphanumericPair(text.substring(from, to - 2));
        if (!text.startsWith(right, to - 2)) {
            throw ProblemException.of(
                    "check-characters", to - 2, "The pair of check characters is wrong.", "check characters " + right);
        }
    }

    static void companyPrefix(String text, int from, int to) {
        int wrong = Cset.NUMERIC.firstOutside(text, from, Math.min(to, from + 4));
        if (wrong >= 0 || to - from < 4) {
            throw ProblemException.of(
                    "company-prefix",
                    wrong < 0 ? from : wrong,
                    "There is no GS1 company prefix where one belongs.",
                    "at least four digits");
        }
    }

    static void notDigitsOnly(String text, int from, int to) {
        if (Cset.NUMERIC.firstOutside(text, from, to) < 0) {
            throw ProblemException.of("character", from, "The value has digits only.", "at least one other character");
        }
    }

    static void only(String text, int from, int to, char expected) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != expected) {
                throw ProblemException.of(
                        "character", i, "%s stands there.".formatted(Text.shown(text.charAt(i))), Text.shown(expected));
            }
        }
    }

    static void oneOf(String text, int from, int to, String allowed) {
        if (to - from != 1 || allowed.indexOf(text.charAt(from)) < 0) {
            throw ProblemException.of(
                    "code", from, "The code %s does not exist.".formatted(shown(text, from, to)), "one of " + allowed);
        }
    }

    static void listed(String text, int from, int to, Set<String> codes, String expected) {
        if (!codes.contains(text.substring(from, to))) {
            throw ProblemException.of(
                    "code", from, "The code %s does not exist.".formatted(shown(text, from, to)), expected);
        }
    }

    static void countryOr999(String text, int from, int to) {
        if (!text.substring(from, to).equals("999")) {
            listed(text, from, to, CodeLists.COUNTRIES, "a numeric country code of ISO 3166-1, or 999");
        }
    }

    static void notZero(String text, int from, int to) {
        characters(text, from, to, Cset.NUMERIC);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return;
            }
        }
        throw ProblemException.of("zero", from, "The number is 0.", "a number above 0");
    }

    static void noLeadingZero(String text, int from, int to) {
        characters(text, from, to, Cset.NUMERIC);
        if (from < to && text.charAt(from) == '0') {
            throw ProblemException.of(
                    "leading-zero", from, "The number begins with 0.", "a number without leading zero");
        }
    }

    static void upTo(String text, int from, int to, long limit) {
        digits(text, from, to, 10);
        if (Long.parseLong(text, from, to, 10) > limit) {
            throw ProblemException.of(
                    "range", from, "The coordinate is out of range.", "0000000000 to %010d".formatted(limit));
        }
    }

    static void pieceOfTotal(String text, int from, int to) {
        digits(text, from, to, 4);
        int piece = Integer.parseInt(text, from, from + 2, 10);
        int total = Integer.parseInt(text, from + 2, to, 10);
        if (piece == 0 || piece > total) {
            throw ProblemException.of(
                    "piece",
                    from,
                    "Piece %d of %d is not possible.".formatted(piece, total),
                    "a piece from 1 to the total");
        }
    }

    /** A position and the length of its sequence, such as 2/3. */
    static void positionInSequence(String text, int from, int to) {
        int slash = text.indexOf('/', from);
        boolean formed = slash > from
                && slash < to - 1
                && slash - from <= 9
                && to - slash <= 10
                && Cset.NUMERIC.firstOutside(text, from, slash) < 0
                && Cset.NUMERIC.firstOutside(text, slash + 1, to) < 0
                && text.charAt(from) != '0'
                && text.charAt(slash + 1) != '0';
        if (!formed || Integer.parseInt(text, from, slash, 10) > Integer.parseInt(text, slash + 1, to, 10)) {
            throw ProblemException.of(
                    "sequence",
                    from,
                    "%s is not a position in a sequence.".formatted(text.substring(from, to)),
                    "a position and the length of its sequence, such as 2/3");
        }
    }

    static void percentEncoded(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '%') {
                Text.escaped(text, i, to);
                i += 2;
            }
        }
    }

    static void base64(String text, int from, int to) {
        int end = to;
        while (end > from && to - end < 2 && text.charAt(end - 1) == '=') {
            end--;
        }
        int wrong = Cset.SET64.firstOutside(text, from, end);
        int padding = text.indexOf('=', from);
        if (wrong < 0 && padding >= 0 && padding < end) {
            wrong = padding;
        }
        if (wrong >= 0 || end < to && (to - from) % 4 != 0) {
            throw ProblemException.of(
                    "character", wrong < 0 ? end : wrong, "The value is not base64url.", Cset.SET64.description());
        }
    }

    static void importerIndex(String text, int from, int to) {
        if (to - from != 1 || !Cset.SET64.contains(text.charAt(from)) || text.charAt(from) == '=') {
            throw ProblemException.of(
                    "character", from, "The importer index is not one character.", "a digit, a letter, - or _");
        }
    }

    /** ISO 13616: the check digits make the number, country and check digits moved to its end, 1 modulo 97. */
    static void iban(String text, int from, int to) {
        int length = to - from;
        if (length <= 10 || length > 34) {
            throw ProblemException.of(
                    "length", from, "An IBAN has %d characters.".formatted(length), "11 to 34 characters");
        }
        listed(text, from, from + 2, CodeLists.COUNTRY_LETTERS, "a country code of two letters, ISO 3166-1");
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            int at = from + (i + 4) % length;
            char c = text.charAt(at);
            int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
            if (value < 0) {
                throw ProblemException.of(
                        "character", at, "An IBAN may not hold %s.".formatted(Text.shown(c)), "digits and A to Z");
            }
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        if (remainder != 1) {
            throw ProblemException.of(
                    "check-digit",
                    from + 2,
                    "The check digits of the IBAN are wrong.",
                    "the IBAN as the bank gives it");
        }
    }

    private static String shown(String text, int from, int to) {
        return "'" + text.substring(from, to) + "'";
    }
}
