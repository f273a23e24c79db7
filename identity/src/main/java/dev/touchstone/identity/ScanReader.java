package dev.touchstone.identity;

import dev.touchstone.identity.Scan.Form;
import java.util.function.Function;

/** Decides what a scanned text is by its look, and reads it as that. */
final class ScanReader {

    /** Longer than anything that a symbol can hold (a QR code of version 40: 7,089 digits). */
    private static final int MAX_LENGTH = 8192;

    private ScanReader() {}

    static Scan read(String text) {
        if (text == null || text.isBlank()) {
            return refused("empty", "Nothing was scanned.");
        }
        if (text.length() > MAX_LENGTH) {
            return refused("length", "The text is longer than any symbol can hold.");
        }
        int start = 0;
        int end = text.length();
        while (isSpace(text.charAt(start))) {
            start++;
        }
        while (isSpace(text.charAt(end - 1))) {
            end--;
        }
        try {
            return understand(text.substring(start, end));
        } catch (ProblemException e) {
            return new Scan.Refused(e.problem().shifted(start));
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static Scan understand(String text) {
        if (text.charAt(0) == ']') {
            return Symbology.isGs1(text) ? elements(text) : afterIdentifier(text);
        }
        if (text.charAt(0) == '(' || text.indexOf(ElementString.SEPARATOR) >= 0 || text.indexOf('^') >= 0) {
            return elements(text);
        }
        if (LinkPath.isWeb(text)) {
            DigitalLink link = DigitalLink.parse(text);
            return link.key()
                    .<Scan>map(key -> new Scan.Identified(key, link.elements(), Form.DIGITAL_LINK))
                    .orElseGet(() -> refused("no-key", "The link names no product or unit."));
        }
        if (text.regionMatches(true, 0, "urn:", 0, 4)) {
            return urn(text);
        }
        return bare(text);
    }

    private static Scan afterIdentifier(String text) {
        if (text.length() <= 3) {
            return refused("empty", "There is nothing after the symbology identifier.");
        }
        try {
            return understand(text.substring(3));
        } catch (ProblemException e) {
            throw e.shifted(3);
        }
    }

    private static Scan elements(String text) {
        ElementString string = ElementString.parse(text);
        return string.key()
                .<Scan>map(key -> new Scan.Identified(key, string, Form.ELEMENT_STRING))
                .orElseGet(
                        () -> refused("no-key", "The element string is well formed, but it names no product or unit."));
    }

    private static Scan urn(String text) {
        return switch (EpcUri.parse(text)) {
            case EpcUri.Gs1 gs1 -> new Scan.Identified(gs1.key(), ElementString.of(gs1.key()), Form.EPC_URN);
            case EpcUri.Pattern pattern -> refused("pattern", "The URN is a pattern, which no single thing carries.");
            case EpcUri.Other other -> refused("urn", "The URN is not of a GS1 key.");
        };
    }

    private static Scan bare(String text) {
        String digits = text.replace(" ", "");
        boolean numeric = Cset.NUMERIC.firstOutside(digits, 0, digits.length()) < 0;
        if (!numeric) {
            return letters(text);
        }
        return switch (digits.length()) {
            case 8, 12, 13, 14 -> identified(text, Gtin::parse);
            case 15 -> new Scan.Industry(Imei.parse(text));
            case 17 -> identified(text, Gsin::parse);
            case 18 -> identified(text, Sscc::parse);
            default -> elements(text);
        };
    }

    private static Scan letters(String text) {
        String compact = text.replace(" ", "").replace("-", "");
        boolean container = compact.length() == 11 && Cset.NUMERIC.firstOutside(compact, 4, 11) < 0;
        if (container && Character.isLetter(compact.charAt(0))) {
            return new Scan.Industry(ContainerNumber.parse(text));
        }
        if (compact.length() == 17 && AiTable.standard().at(compact, 0, 17) == null) {
            return new Scan.Industry(Vin.parse(text));
        }
        return elements(text);
    }

    private static Scan identified(String text, Function<String, Key> parser) {
        Key key = parser.apply(text);
        return new Scan.Identified(key, ElementString.of(key), Form.BARE);
    }

    private static Scan refused(String code, String detail) {
        return new Scan.Refused(new Problem(
                code,
                -1,
                detail,
                "an element string, a Digital Link, an EPC URN, a GTIN, an SSCC, a VIN or a container number"));
    }
}
