package dev.touchstone.identity;

import java.util.regex.Pattern;

/**
 * Basic UDI-DI of the European Union, the model of a medical device, as the agencies HIBCC ({@code ++}, labeler, model,
 * pair of check characters) and IFA ({@code PP}, maker, group of devices, two check digits) write it. That of GS1 is a
 * {@link Gmn}.
 */
public record BasicUdi(String value) implements IndustryIdentifier {

    private static final Pattern HIBCC = Pattern.compile("\\+\\+[A-Z][0-9A-Z]{3}[0-9A-Z]{1,17}[2-9A-HJ-NP-Z]{2}");
    private static final Pattern IFA = Pattern.compile("PP[0-9]{5}[0-9A-Z.]{1,16}[0-9]{2}");

    public BasicUdi {
        if (value == null || !looksLikeOne(value)) {
            throw ProblemException.of(
                    "basic-udi",
                    0,
                    "The text is no Basic UDI-DI of HIBCC or IFA.",
                    "such as ++A999MODELIDENTIFIER11S8 or PP12345ABCD.12345678.9004");
        }
        if (value.charAt(0) == 'P') {
            CheckDigit.requireMod97("Basic UDI-DI", value);
        } else {
            int end = value.length() - 2;
            String right = CheckDigit.alphanumericPair(value.substring(0, end));
            if (!value.endsWith(right)) {
                throw ProblemException.of(
                        "check-characters",
                        end,
                        "The check characters of Basic UDI-DI %s are wrong.".formatted(value),
                        "check characters " + right);
            }
        }
    }

    static boolean looksLikeOne(String text) {
        return HIBCC.matcher(text).matches() || IFA.matcher(text).matches();
    }

    public static BasicUdi parse(String text) {
        return new BasicUdi(text);
    }

    /** HIBCC or IFA. */
    public String agency() {
        return value.charAt(0) == 'P' ? "IFA" : "HIBCC";
    }

    @Override
    public String toString() {
        return value;
    }
}
