package dev.touchstone.identity;

/** Global Model Number, AI (8013): a product model, the Basic UDI-DI of medical devices. Ends in a pair of check characters. */
public record Gmn(String value) implements Key {

    public Gmn {
        Rules.text("A GMN", value, 6, 25, Cset.SET82);
        Rules.companyPrefix("A GMN", value);
        String body = value.substring(0, value.length() - 2);
        String right = CheckDigit.alphanumericPair(body);
        if (!value.endsWith(right)) {
            throw ProblemException.of(
                    "check-characters",
                    body.length(),
                    "The check characters of GMN " + value + " are wrong.",
                    "check characters " + right);
        }
    }

    public static Gmn parse(String text) {
        return new Gmn(text);
    }

    @Override
    public Scheme scheme() {
        return Scheme.GMN;
    }

    @Override
    public String primary() {
        return value;
    }

    @Override
    public boolean isInstance() {
        return false;
    }

    @Override
    public String toString() {
        return value;
    }
}
