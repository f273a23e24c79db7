package dev.touchstone.identity;

import dev.touchstone.identity.Scan.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Decides what a scanned text is by its look, and reads it as that. */
final class ScanReader {

    /** Longer than anything that a symbol can hold (a QR code of version 40: 7,089 digits). */
    static final int MAX_LENGTH = 8192;

    private static final Pattern HOST_AND_PATH = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:\\d+)?/\\S+");
    private static final String EXPECTED =
            "an element string, a Digital Link, an EPC, a GTIN, an SSCC, a VIN or a container number";

    private final Reading reading;

    private ScanReader(Reading reading) {
        this.reading = reading;
    }

    /** @throws ProblemException when nothing can be made of the text */
    static Understood read(String text, Reading reading) {
        if (text == null || text.isBlank()) {
            throw refused("empty", "Nothing was scanned.");
        }
        if (text.length() > MAX_LENGTH) {
            throw ProblemException.of(
                    "length",
                    MAX_LENGTH,
                    "The text is longer than any symbol can hold.",
                    "up to %d characters".formatted(MAX_LENGTH));
        }
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            throw refused("empty", "Nothing was scanned.");
        }
        try {
            return new ScanReader(reading).understand(text.substring(start, end));
        } catch (ProblemException e) {
            throw e.shifted(start);
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private Understood understand(String text) {
        char first = text.charAt(0);
        if (first == ']') {
            return Symbology.isGs1(text) ? elements(text) : afterIdentifier(text);
        }
        if (DataMessage.isMessage(text)) {
            return message(text);
        }
        if (first == '(' || text.indexOf(ElementString.SEPARATOR) >= 0 || text.indexOf('^') >= 0) {
            return elements(text);
        }
        if (LinkPath.isWeb(text) || hasScheme(text)) {
            return link(text);
        }
        if (text.regionMatches(true, 0, "urn:", 0, 4)) {
            return urn(text);
        }
        if (text.startsWith("++")) {
            return Understood.of(BasicUdi.parse(text));
        }
        if (first == '+' || text.startsWith("*+")) {
            return Understood.of(Hibc.parse(text));
        }
        if (first == '=' && Isbt.looksLikeOne(text)) {
            return Understood.of(Isbt.parse(text));
        }
        if (text.indexOf('/') > 0 && HOST_AND_PATH.matcher(text).matches()) {
            return linkWithoutScheme(text);
        }
        return new BareReader(reading).read(text);
    }

    private static boolean hasScheme(String text) {
        int colon = text.indexOf("://");
        boolean scheme = colon > 0;
        for (int i = 0; scheme && i < colon; i++) {
            scheme = Character.isLetterOrDigit(text.charAt(i));
        }
        return scheme;
    }

    /** Data of another symbol than those of element strings; a composite symbol adds elements after a bar. */
    private Understood afterIdentifier(String text) {
        int bar = text.indexOf("|]e");
        if (bar > 3 && text.startsWith("]E")) {
            return composite(text, bar);
        }
        if (text.length() <= 3) {
            throw refused("empty", "There is nothing after the symbology identifier.");
        }
        try {
            return understand(text.substring(3));
        } catch (ProblemException e) {
            throw e.shifted(3);
        }
    }

    private Understood composite(String text, int bar) {
        List<Element> all = new ArrayList<>();
        try {
            all.addAll(ElementString.of(Gtin.parse(text.substring(3, bar))).elements());
        } catch (ProblemException e) {
            throw e.shifted(3);
        }
        try {
            all.addAll(ElementString.parse(text.substring(bar + 1), reading.table())
                    .elements());
        } catch (ProblemException e) {
            throw e.shifted(bar + 1);
        }
        ElementString string = new ElementString(all);
        return Understood.of(string.key().orElseThrow(), string, Form.ELEMENT_STRING);
    }

    private Understood elements(String text) {
        ElementString string = ElementString.parse(text, reading.table());
        return Understood.of(string.key().orElse(null), string, Form.ELEMENT_STRING);
    }

    private Understood message(String text) {
        DataMessage message = DataMessage.parse(text);
        try {
            return message.elements()
                    .map(elements -> elements(elements.raw()))
                    .or(() -> message.identifier().map(Understood::of))
                    .orElseThrow(() -> refused(
                            "no-key",
                            "The message is well formed, but has no unique identifier of a unit or a product."));
        } catch (ProblemException e) {
            throw e.shifted(message.placeOfIdentifier(text));
        }
    }

    private Understood link(String text) {
        DigitalLink link = DigitalLink.parse(text, reading);
        return CompressedLink.tag(text).map(Understood::of).orElseGet(() -> Understood.of(link));
    }

    private Understood linkWithoutScheme(String text) {
        try {
            return link("https://" + text);
        } catch (ProblemException e) {
            throw e.shifted(-8);
        }
    }

    private Understood urn(String text) {
        if (text.startsWith("urn:epc:tag:") || text.startsWith("urn:epc:raw:")) {
            return Understood.of(EpcTag.parse(text));
        }
        return switch (EpcUri.parse(text)) {
            case EpcUri.Gs1(Key key, int prefixLength) -> Understood.of(key, Form.EPC_URN, prefixLength);
            case EpcUri.Pattern pattern -> Understood.of(pattern);
            case EpcUri.Other other ->
                IndustryIdentifier.ofUrn(text)
                        .map(Understood::of)
                        .orElseThrow(() -> refused("urn", "The URN is of no scheme that is known here."));
        };
    }

    static ProblemException refused(String code, String detail) {
        return ProblemException.of(code, -1, detail, EXPECTED);
    }
}
