package dev.touchstone.identity;

import dev.touchstone.identity.Scan.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Decides what a scanned text is by its look, and reads it as that. */
final class ScanReader {

    /** Longer than anything that a symbol can hold (a QR code of version 40: 7,089 digits). */
    static final int MAX_LENGTH = 8192;

    private static final Pattern HOST_AND_PATH = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:\\d+)?/\\S+");
    private static final Pattern CONTAINER = Pattern.compile("[A-Za-z]{4}\\d{7}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-F]+|[0-9a-f]+");
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
        return bare(text);
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

    private Understood bare(String text) {
        String digits = text.replace(" ", "");
        if (Cset.NUMERIC.firstOutside(digits, 0, digits.length()) >= 0) {
            return letters(text);
        }
        return switch (digits.length()) {
            case 7 -> grouped(ImoVessel::parse, text);
            case 8, 12, 13, 14 -> grouped(Gtin::parse, text);
            case 15 -> grouped(Imei::parse, text);
            case 17 -> gsinOrVehicle(text);
            case 18 -> grouped(Sscc::parse, text);
            default -> wholeTag(text).map(Understood::of).orElseGet(() -> elementsOrElse(text));
        };
    }

    /** The memory of a tag when the text is exactly that: an element string without any mark hardly ever is. */
    private static Optional<EpcTag> wholeTag(String text) {
        if (!isHexadecimal(text, 8)) {
            return Optional.empty();
        }
        try {
            EpcTag tag = EpcTag.parse(text);
            return tag.hex().length() == text.length() ? Optional.of(tag) : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static boolean isHexadecimal(String text, int min) {
        return text.length() >= min
                && HEXADECIMAL.matcher(text).matches()
                && EpcScheme.ofHeader(Integer.parseInt(text, 0, 2, 16)) != null;
    }

    /** Reads what may be written in groups with spaces or hyphens between them; places in problems count these. */
    private static Understood grouped(Function<String, Identifier> parser, String text) {
        try {
            return switch (parser.apply(text)) {
                case Key key -> Understood.of(key, Form.BARE, 0);
                case IndustryIdentifier other -> Understood.of(other);
            };
        } catch (ProblemException e) {
            Problem problem = e.problem();
            throw problem.position() < 0
                    ? e
                    : ProblemException.of(
                            problem.code(),
                            placeInGroups(text, problem.position()),
                            problem.detail(),
                            problem.expected());
        }
    }

    private static int placeInGroups(String text, int index) {
        int at = 0;
        for (int left = index; at < text.length(); at++) {
            boolean counts = text.charAt(at) != ' ' && text.charAt(at) != '-';
            if (counts && left-- == 0) {
                break;
            }
        }
        return at;
    }

    /** Seventeen digits are a vehicle's only when their check digit says so and that of a GSIN does not. */
    private static Understood gsinOrVehicle(String text) {
        try {
            return grouped(Gsin::parse, text);
        } catch (ProblemException e) {
            Vin vin = Vin.parse(text);
            if (vin.hasCheckDigit()) {
                return Understood.of(vin);
            }
            throw e;
        }
    }

    private Understood letters(String text) {
        String compact = text.replace(" ", "").replace("-", "");
        if (CONTAINER.matcher(compact).matches()) {
            return grouped(ContainerNumber::parse, text);
        }
        if (compact.length() == 10 && compact.toUpperCase(Locale.ROOT).startsWith("IMO")) {
            return grouped(ScanReader::vessel, text);
        }
        Optional<EpcTag> tag = wholeTag(text);
        if (tag.isPresent()) {
            return Understood.of(tag.get());
        }
        if (compact.startsWith("9N")) {
            return grouped(ScanReader::pharmacyProduct, text);
        }
        if (BasicUdi.looksLikeOne(text)) {
            return Understood.of(BasicUdi.parse(text));
        }
        if (compact.length() == 15 && Cset.NUMERIC.firstOutside(compact, 0, 15) < 0) {
            return grouped(Imei::parse, text);
        }
        return elementsOrElse(text);
    }

    /** With the letters IMO. */
    private static ImoVessel vessel(String text) {
        try {
            return ImoVessel.parse(text);
        } catch (ProblemException e) {
            throw e.shifted(3);
        }
    }

    /** With the data identifier 9N. */
    private static Ppn pharmacyProduct(String text) {
        try {
            return Ppn.parse(KeyText.digits(text).replace("-", "").substring(2));
        } catch (ProblemException e) {
            throw e.shifted(2);
        }
    }

    /** An element string without any mark; a VIN or the memory of a tag when it is none. */
    private Understood elementsOrElse(String text) {
        Understood elements = null;
        ProblemException fault = refused("unknown", "The text is nothing that is known here.");
        try {
            elements = elements(text);
            if (elements.identifier() != null) {
                return elements;
            }
        } catch (ProblemException e) {
            boolean begun = Cset.NUMERIC.firstOutside(text, 0, Math.min(2, text.length())) < 0;
            fault = begun ? e : fault;
        }
        if (isHexadecimal(text, 16)) {
            return Understood.of(EpcTag.parse(text));
        }
        if (text.replace(" ", "").length() == 17) {
            return grouped(this::vehicle, text);
        }
        if (elements == null) {
            throw fault;
        }
        return elements;
    }

    private Vin vehicle(String text) {
        Vin vin = Vin.parse(text);
        if (reading.vinCheckDigit() && !vin.hasCheckDigit()) {
            throw ProblemException.of(
                    "check-digit",
                    8,
                    "The check digit of VIN %s is wrong.".formatted(vin),
                    "check digit " + vin.checkDigit());
        }
        return vin;
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.of(code, -1, detail, EXPECTED);
    }
}
