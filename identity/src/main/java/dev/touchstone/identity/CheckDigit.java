package dev.touchstone.identity;

/** Check characters of identifiers. */
public final class CheckDigit {

    private static final String SET82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String SET32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] VALUES82 = new int[128];
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };

    static {
        for (int i = 0; i < SET82.length(); i++) {
            VALUES82[SET82.charAt(i)] = i;
        }
    }

    private CheckDigit() {}

    /**
     * The GS1 check digit to be appended to {@code digits}: weights 3, 1, 3 ... from the right, to the next ten
     * (GS1 General Specifications 7.9.1).
     *
     * @throws ProblemException when anything but digits is given
     */
    public static char mod10(String digits) {
        Rules.text("A number to be given a check digit", digits, 1, 100, Cset.NUMERIC);
        return mod10(digits, 0, digits.length());
    }

    static char mod10(String digits, int from, int to) {
        int sum = 0;
        int weight = 3;
        for (int i = to - 1; i >= from; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /**
     * The pair of check characters to be appended to the body of a Global Model Number (GS1 General Specifications
     * 7.9.5): values of the 82-character set times primes from the right, modulo 1021.
     *
     * @throws ProblemException when the body has a character outside the set, or not 1 to 23 of them
     */
    public static String alphanumericPair(String body) {
        Rules.text("A model number without its check characters", body, 1, PRIMES.length, Cset.SET82);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += VALUES82[body.charAt(body.length() - 1 - i)] * PRIMES[i];
        }
        sum %= 1021;
        return "" + SET32.charAt(sum >> 5) + SET32.charAt(sum & 31);
    }

    /**
     * The Luhn check digit to be appended to digits, as in an IMEI (ISO/IEC 7812-1).
     *
     * @throws ProblemException when anything but digits is given
     */
    public static char luhn(String digits) {
        Rules.text("A number to be given a check digit", digits, 1, 100, Cset.NUMERIC);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(digits.length() - 1 - i) - '0') << (i + 1 & 1);
            sum += doubled / 10 + doubled % 10;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /**
     * The two check digits of the agency IFA: character codes weighted 2, 3, 4 ... from the left, modulo 97.
     *
     * @throws ProblemException when the text has other than digits, capital letters and dots, or none
     */
    public static String mod97(String text) {
        Rules.text("A text to be given check digits", text, 1, 100, Cset.SET82);
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i) * (i + 2);
        }
        return "%02d".formatted(sum % 97);
    }

    static void requireMod97(String what, String value) {
        int end = value.length() - 2;
        String right = mod97(value.substring(0, end));
        if (!value.endsWith(right)) {
            throw ProblemException.of(
                    "check-digit",
                    end,
                    "The check digits of %s %s are wrong.".formatted(what, value),
                    "check digits " + right);
        }
    }
}
