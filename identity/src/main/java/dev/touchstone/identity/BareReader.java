package dev.touchstone.identity;

import dev.touchstone.identity.Scan.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads text without any mark of what it is: digits or characters of a key alone, element strings, tag memory. */
final class BareReader {

    private static final Pattern CONTAINER = Pattern.compile("[A-Za-z]{4}\\d{7}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-F]+|[0-9a-f]+");

    private final Reading reading;

    BareReader(Reading reading) {
        this.reading = reading;
    }

    /** @throws ProblemException when nothing can be made of the text */
    Understood read(String text) {
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
            return grouped(BareReader::vessel, text);
        }
        Optional<EpcTag> tag = wholeTag(text);
        if (tag.isPresent()) {
            return Understood.of(tag.get());
        }
        if (compact.startsWith("9N")) {
            return grouped(BareReader::pharmacyProduct, text);
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
        ProblemException fault = ScanReader.refused("unknown", "The text is nothing that is known here.");
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

    private Understood elements(String text) {
        ElementString string = ElementString.parse(text, reading.table());
        return Understood.of(string.key().orElse(null), string, Form.ELEMENT_STRING);
    }
}
