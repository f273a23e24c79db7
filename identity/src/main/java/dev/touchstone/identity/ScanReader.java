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
    private static final int MAX_LENGTH = 8192;

    private static final Pattern HOST_AND_PATH = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:\\d+)?/\\S+");
    private static final Pattern CONTAINER = Pattern.compile("[A-Za-z]{4}\\d{7}");
    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-F]{16,})|([0-9a-f]{16,})");

    private final AiTable table;

    private ScanReader(AiTable table) {
        this.table = table;
    }

    static Scan read(String text, Gtin product) {
        Scan scan = read(text, AiTable.standard());
        boolean named = scan instanceof Scan.Identified identified && identified.form() != Form.BARE;
        if (named || text == null) {
            return scan;
        }
        try {
            return identified(new Sgtin(product, text.strip()), Form.BARE);
        } catch (ProblemException e) {
            return scan;
        }
    }

    static Scan read(String text, AiTable table) {
        if (text == null || text.isBlank()) {
            return refused("empty", "Nothing was scanned.");
        }
        if (text.length() > MAX_LENGTH) {
            return refused("length", "The text is longer than any symbol can hold.");
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
            return refused("empty", "Nothing was scanned.");
        }
        try {
            return new ScanReader(table).understand(text.substring(start, end));
        } catch (ProblemException e) {
            return new Scan.Refused(e.problem().shifted(start));
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private Scan understand(String text) {
        if (text.charAt(0) == ']') {
            return Symbology.isGs1(text) ? elements(text) : afterIdentifier(text);
        }
        if (DataMessage.isMessage(text)) {
            return message(DataMessage.parse(text));
        }
        if (text.charAt(0) == '(' || text.indexOf(ElementString.SEPARATOR) >= 0 || text.indexOf('^') >= 0) {
            return elements(text);
        }
        if (LinkPath.isWeb(text)) {
            return link(text);
        }
        if (text.regionMatches(true, 0, "urn:", 0, 4)) {
            return urn(text);
        }
        if (text.charAt(0) == '+' || text.startsWith("*+")) {
            return new Scan.Industry(Hibc.parse(text));
        }
        if (HOST_AND_PATH.matcher(text).matches()) {
            return linkWithoutScheme(text);
        }
        return bare(text);
    }

    /** Data of another symbol than those of element strings; a composite symbol adds elements after a bar. */
    private Scan afterIdentifier(String text) {
        int bar = text.indexOf("|]e");
        if (bar > 3 && text.startsWith("]E")) {
            return composite(text, bar);
        }
        if (text.length() <= 3) {
            return refused("empty", "There is nothing after the symbology identifier.");
        }
        try {
            return understand(text.substring(3));
        } catch (ProblemException e) {
            throw e.shifted(3);
        }
    }

    private Scan composite(String text, int bar) {
        Gtin gtin = Gtin.parse(text.substring(3, bar));
        List<Element> all = new ArrayList<>(ElementString.of(gtin).elements());
        try {
            all.addAll(ElementString.parse(text.substring(bar + 1), table).elements());
        } catch (ProblemException e) {
            throw e.shifted(bar + 1);
        }
        ElementString string = new ElementString(all);
        return new Scan.Identified(string.key().orElseThrow(), string, Form.ELEMENT_STRING);
    }

    private Scan elements(String text) {
        ElementString string = ElementString.parse(text, table);
        return string.key()
                .<Scan>map(key -> new Scan.Identified(key, string, Form.ELEMENT_STRING))
                .orElseGet(() -> refused("no-key", "The element string is well formed, but names no product or unit."));
    }

    private Scan message(DataMessage message) {
        Optional<ElementString> elements = message.elements();
        if (elements.isPresent()) {
            return elements(elements.get().raw());
        }
        return message.unit()
                .<Scan>map(Scan.Industry::new)
                .orElseGet(
                        () -> refused("no-key", "The message is well formed, but has no unique identifier of a unit."));
    }

    private Scan link(String text) {
        DigitalLink link = DigitalLink.parse(text, table);
        return link.key()
                .<Scan>map(key -> new Scan.Identified(key, link.elements(), Form.DIGITAL_LINK))
                .orElseGet(() -> refused("no-key", "The link names no product or unit."));
    }

    private Scan linkWithoutScheme(String text) {
        try {
            return link("https://" + text);
        } catch (ProblemException e) {
            throw e.shifted(-8);
        }
    }

    private Scan urn(String text) {
        if (text.startsWith("urn:epc:tag:") || text.startsWith("urn:epc:raw:")) {
            return tag(EpcTag.parse(text));
        }
        return switch (EpcUri.parse(text)) {
            case EpcUri.Gs1 gs1 -> identified(gs1.key(), Form.EPC_URN);
            case EpcUri.Pattern pattern -> refused("pattern", "The URN is a pattern, which no single thing carries.");
            case EpcUri.Other other ->
                IndustryIdentifier.ofUrn(text)
                        .<Scan>map(Scan.Industry::new)
                        .orElseGet(() -> refused("urn", "The URN is of no scheme that is known here."));
        };
    }

    private static Scan tag(EpcTag tag) {
        return switch (tag.identifier()) {
            case Key key -> new Scan.Identified(key, tag.elements().orElseThrow(), Form.EPC_BINARY);
            case IndustryIdentifier other -> new Scan.Industry(other);
        };
    }

    private Scan bare(String text) {
        String digits = text.replace(" ", "");
        if (Cset.NUMERIC.firstOutside(digits, 0, digits.length()) >= 0) {
            return letters(text);
        }
        return switch (digits.length()) {
            case 8, 12, 13, 14 -> identified(read(text, Gtin::parse), Form.BARE);
            case 15 -> new Scan.Industry(Imei.parse(text));
            case 17 -> identified(read(text, Gsin::parse), Form.BARE);
            case 18 -> identified(read(text, Sscc::parse), Form.BARE);
            default -> elementsOrElse(text);
        };
    }

    private Scan letters(String text) {
        String compact = text.replace(" ", "").replace("-", "");
        if (CONTAINER.matcher(compact).matches()) {
            return new Scan.Industry(ContainerNumber.parse(text));
        }
        if (compact.length() == 10 && compact.toUpperCase(Locale.ROOT).startsWith("IMO")) {
            return new Scan.Industry(ImoVessel.parse(text));
        }
        return elementsOrElse(text);
    }

    /** An element string without any mark; a VIN or the memory of a tag when it is none. */
    private Scan elementsOrElse(String text) {
        Problem first;
        try {
            Scan scan = elements(text);
            if (scan instanceof Scan.Identified) {
                return scan;
            }
            first = ((Scan.Refused) scan).problem();
        } catch (ProblemException e) {
            first = e.problem();
        }
        boolean tag =
                HEXADECIMAL.matcher(text).matches() && EpcScheme.ofHeader(Integer.parseInt(text, 0, 2, 16)) != null;
        if (tag) {
            return tag(EpcTag.parse(text));
        }
        if (text.replace(" ", "").length() == 17) {
            return new Scan.Industry(Vin.parse(text));
        }
        return new Scan.Refused(first);
    }

    private static Key read(String text, Function<String, Key> parser) {
        return parser.apply(text);
    }

    private static Scan.Identified identified(Key key, Form form) {
        return new Scan.Identified(key, ElementString.of(key), form);
    }

    private static Scan refused(String code, String detail) {
        return new Scan.Refused(new Problem(
                code,
                -1,
                detail,
                "an element string, a Digital Link, an EPC, a GTIN, an SSCC, a VIN or a container number"));
    }
}
