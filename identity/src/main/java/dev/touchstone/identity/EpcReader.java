package dev.touchstone.identity;

import dev.touchstone.identity.EpcScheme.References;
import java.util.ArrayList;
import java.util.List;

/** Reads the bits of EPC binary schemes. */
final class EpcReader {

    private static final String TAG = "urn:epc:tag:";
    private static final String RAW = "urn:epc:raw:";

    private final Bits bits;
    private final EpcScheme scheme;
    private final BitReader in;

    private EpcReader(Bits bits, EpcScheme scheme) {
        this.bits = bits;
        this.scheme = scheme;
        this.in = new BitReader(bits, 8);
    }

    static EpcTag read(String text) {
        if (text == null || text.isEmpty()) {
            throw ProblemException.of("empty", -1, "There is no EPC.", "hexadecimal digits, or a tag URN");
        }
        if (text.startsWith(TAG)) {
            return tagUrn(text);
        }
        if (text.startsWith(RAW)) {
            return rawUrn(text);
        }
        return read(Bits.ofHex(text, 0, text.length()));
    }

    static EpcTag read(Bits bits) {
        EpcScheme scheme = bits.length() < 8 ? null : EpcScheme.ofHeader((int) bits.get(0, 8));
        if (scheme == null) {
            throw ProblemException.of(
                    "epc-header",
                    0,
                    bits.length() < 8
                            ? "The EPC is shorter than its header."
                            : "No EPC scheme has the header %02X.".formatted(bits.get(0, 8)),
                    "such as 30 for SGTIN-96 or F7 for SGTIN+");
        }
        if (bits.length() < scheme.bits) {
            throw ProblemException.of(
                    "length",
                    -1,
                    "The EPC has %d bits.".formatted(bits.length()),
                    "%d bits for %s".formatted(scheme.bits, scheme.tagName()));
        }
        return new EpcReader(bits, scheme).read();
    }

    private EpcTag read() {
        return switch (scheme.layout) {
            case PARTITION -> partition();
            case PLUS -> plus();
            case GID -> end(0, new Gid(in.read(28), in.read(24), in.read(36)), 0);
            case USDOD -> {
                int filter = (int) in.read(4);
                yield end(filter, new UsDod(organisation(8), in.read(36)), 0);
            }
            case ADI -> {
                int filter = (int) in.read(6);
                yield end(filter, new Adi(organisation(6), sixBitText(32), sixBitText(30)), 0);
            }
        };
    }

    private EpcTag end(int filter, Identifier identifier, int prefixLength) {
        int length = scheme.bits > 0 ? scheme.bits : in.at();
        if (!bits.zeroFrom(length)) {
            throw in.problem("length", "Something follows after the end of the EPC.", "nothing but zeros");
        }
        Bits own = bits.length() == length ? bits : bits.first(length);
        return new EpcTag(scheme, filter, identifier, prefixLength, List.of(), "", own);
    }

    private EpcTag partition() {
        int filter = (int) in.read(3);
        int partition = (int) in.read(3);
        if (partition == 7) {
            throw in.problem("partition", "Partition 7 does not exist.", "0 to 6");
        }
        int prefixLength = 12 - partition;
        Scheme kind = scheme.keyScheme;
        long prefix = in.read(EpcScheme.COMPANY_PREFIX_BITS[partition]);
        checkRange("company prefix", prefix, prefixLength);
        StringBuilder primary = new StringBuilder(32);
        if (kind == Scheme.GRAI) {
            primary.append('0');
        }
        if (kind.keyDigits > 0) {
            digitKey(primary, prefix, prefixLength);
        } else {
            appendDigits(primary, prefix, prefixLength);
            freeReference(primary, prefixLength);
        }
        if (kind == Scheme.ITIP) {
            twoDigits(primary);
            twoDigits(primary);
        }
        return end(filter, withSerial(primary), prefixLength);
    }

    private void digitKey(StringBuilder primary, long prefix, int prefixLength) {
        Scheme kind = scheme.keyScheme;
        int start = primary.length();
        int digits = kind.keyDigits - prefixLength;
        long reference = in.read(scheme.references.bits(prefixLength));
        checkRange("reference", reference, digits);
        if (kind.leadDigit) {
            long unit = EpcWriter.pow10(digits - 1);
            primary.append((char) ('0' + reference / unit));
            reference %= unit;
            digits--;
        }
        appendDigits(primary, prefix, prefixLength);
        appendDigits(primary, reference, digits);
        int sum = 0;
        int weight = 3;
        for (int i = primary.length() - 1; i >= start; i--) {
            sum += (primary.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        primary.append((char) ('0' + (10 - sum % 10) % 10));
    }

    private void freeReference(StringBuilder primary, int prefixLength) {
        int width = scheme.references.bits(prefixLength);
        switch (scheme.references) {
            case ASSET, PART -> primary.append(in.read(width));
            case ASSET_TEXT -> primary.append(text(width));
            case PART_TEXT -> primary.append(sixBitText(30 - prefixLength));
            case ITEM, LONG, SHORT -> throw new IllegalStateException(scheme.name());
        }
        if (scheme.references == References.PART && primary.length() > 15) {
            throw in.problem("range", "The part reference is out of range.", "15 digits with the company prefix");
        }
    }

    private void twoDigits(StringBuilder primary) {
        long number = in.read(7);
        checkRange("piece or total", number, 2);
        appendDigits(primary, number, 2);
    }

    private Key withSerial(StringBuilder primary) {
        String serial = switch (scheme.serial) {
            case NONE -> {
                in.read(scheme.serialBits);
                yield "";
            }
            case INTEGER -> Long.toString(in.read(scheme.serialBits));
            case AFTER_ONE -> afterOne();
            case TEXT -> text(scheme.serialBits);
        };
        return switch (scheme.keyScheme) {
            case GRAI, GDTI, SGCN -> scheme.keyScheme.key(primary + serial, "");
            case SGLN ->
                serial.equals("0")
                        ? Scheme.GLN.key(primary.toString(), "")
                        : Scheme.SGLN.key(primary.toString(), serial);
            default -> scheme.keyScheme.key(primary.toString(), serial);
        };
    }

    private String afterOne() {
        String digits = Long.toString(in.read(scheme.serialBits));
        if (digits.charAt(0) != '1' || digits.length() < 2) {
            throw in.problem("range", "The serial is not written with a 1 before it.", "a serial of 1 to 12 digits");
        }
        return digits.substring(1);
    }

    private void checkRange(String what, long value, int digits) {
        if (value >= EpcWriter.pow10(digits)) {
            throw in.problem(
                    "range", "The %s is larger than its %d digits allow.".formatted(what, digits), "a smaller number");
        }
    }

    private static void appendDigits(StringBuilder out, long value, int digits) {
        int at = out.length();
        out.setLength(at + digits);
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            out.setCharAt(i, (char) ('0' + rest % 10));
            rest /= 10;
        }
    }

    /** Characters of seven bits up to the first zero, in a field of so many bits. */
    private String text(int width) {
        StringBuilder out = new StringBuilder(width / 7);
        boolean ended = false;
        for (int i = 0; i < width / 7; i++) {
            char c = (char) in.read(7);
            if (c != 0 && ended) {
                throw in.problem("character", "Text follows after its end.", "zeros");
            }
            ended = c == 0;
            if (!ended) {
                out.append(c);
            }
        }
        if (in.read(width % 7) != 0) {
            throw in.problem("character", "Text follows after its end.", "zeros");
        }
        return out.toString();
    }

    /** Characters of six bits up to a zero; codes below 32 stand for the letters. */
    private String sixBitText(int max) {
        StringBuilder out = new StringBuilder();
        while (out.length() <= max) {
            int code = (int) in.read(6);
            if (code == 0) {
                return out.toString();
            }
            out.append((char) (code < 32 ? code + 64 : code));
        }
        throw in.problem("length", "A text does not end.", "up to %d characters".formatted(max));
    }

    private String organisation(int width) {
        StringBuilder out = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            int code = (int) in.read(width);
            out.append((char) (width == 6 && code < 32 ? code + 64 : code));
        }
        return out.charAt(0) == ' ' ? out.substring(1) : out.toString();
    }

    private EpcTag plus() {
        in.read(1);
        int filter = (int) in.read(3);
        List<Element> data = new ArrayList<>();
        if (scheme.carriesDate()) {
            int indicator = (int) in.read(4);
            if (indicator >= EpcWriter.DATES.size()) {
                throw in.problem("date", "Date type %d is not assigned.".formatted(indicator), "0 to 6");
            }
            data.add(Element.of(EpcWriter.DATES.get(indicator), DateCode.DATE.read(in)));
        }
        Key key = plusKey();
        String host = scheme.carriesHost() ? HostName.read(in) : "";
        int end = in.at();
        while (in.remaining() >= 8 && !padding()) {
            data.add(element());
            end = in.at();
        }
        if (!bits.zeroFrom(end)) {
            throw in.problem("length", "Bits follow after the last element.", "zeros, or a whole element");
        }
        return new EpcTag(scheme, filter, key, 0, List.copyOf(data), host, bits.first(end));
    }

    private Key plusKey() {
        Scheme kind = scheme.keyScheme;
        String primary = ValueCodes.read(in, kind.ai());
        String qualifier = kind.qualifierAi().isEmpty() ? "" : ValueCodes.read(in, kind.qualifierAi());
        Key key = kind == Scheme.SGLN && qualifier.equals("0")
                ? Scheme.GLN.key(primary, "")
                : kind.key(primary, qualifier);
        if (!key.isInstance()) {
            throw in.problem("serial", "The key has no serial.", "a serial");
        }
        return key;
    }

    /** Two zero digits announce an SSCC only when there is room for one (TDS 15.3). */
    private boolean padding() {
        return bits.get(in.at(), 8) == 0 && in.remaining() < 80 || in.onlyZerosLeft();
    }

    private Element element() {
        StringBuilder code = new StringBuilder(4);
        ApplicationIdentifier ai = null;
        while (ai == null && code.length() < 4) {
            long digit = in.read(4);
            if (digit > 9) {
                throw in.problem("unknown-ai", "%X is no digit of an AI.".formatted(digit), "0 to 9");
            }
            code.append(digit);
            ai = code.length() < 2
                    ? null
                    : AiTable.standard().find(code.toString()).orElse(null);
        }
        if (ai == null) {
            throw in.problem("unknown-ai", "There is no Application Identifier %s.".formatted(code), "an AI of GS1");
        }
        return new Element(ai, ValueCodes.read(in, ai.code()));
    }

    private static EpcTag tagUrn(String urn) {
        int colon = urn.indexOf(':', TAG.length());
        String name = colon < 0 ? "" : urn.substring(TAG.length(), colon);
        for (EpcScheme scheme : EpcScheme.values()) {
            if (scheme.tagName().equals(name) && !scheme.carriesData()) {
                return tagUrn(urn, colon + 1, scheme);
            }
        }
        throw ProblemException.of(
                "urn", TAG.length(), "No EPC scheme is called '%s'.".formatted(name), "such as sgtin-96");
    }

    private static EpcTag tagUrn(String urn, int start, EpcScheme scheme) {
        boolean filtered = scheme != EpcScheme.GID_96;
        int dot = filtered ? urn.indexOf('.', start) : start - 1;
        String filter = filtered && dot > start ? urn.substring(start, dot) : "0";
        if (dot < start - 1 || !filter.matches("[0-9]{1,2}")) {
            throw ProblemException.of("urn", start, "There is no filter value.", "a number and a dot");
        }
        String body = urn.substring(dot + 1);
        String name = scheme.keyScheme == null
                ? scheme.tagName().substring(0, scheme.tagName().indexOf('-'))
                : scheme.keyScheme.urnName;
        try {
            String pure = "urn:epc:id:" + name + ":" + body;
            if (scheme.keyScheme == null) {
                Identifier identifier = IndustryIdentifier.ofUrn(pure).orElseThrow();
                return EpcTag.of(scheme, Integer.parseInt(filter), identifier, 0);
            }
            EpcUri.Gs1 gs1 = (EpcUri.Gs1) EpcUri.parse(pure);
            return EpcTag.of(scheme, Integer.parseInt(filter), gs1.key(), gs1.companyPrefixLength());
        } catch (ProblemException e) {
            throw e.shifted(dot + 1 - ("urn:epc:id:" + name + ":").length());
        }
    }

    private static EpcTag rawUrn(String urn) {
        int x = urn.indexOf(".x", RAW.length());
        String length = x < 0 ? "" : urn.substring(RAW.length(), x);
        if (!length.matches("[1-9][0-9]{0,3}")) {
            throw ProblemException.of(
                    "urn", RAW.length(), "The raw URN does not tell its length.", "such as urn:epc:raw:96.x30...");
        }
        Bits all = Bits.ofHex(urn, x + 2, urn.length());
        int bits = Integer.parseInt(length);
        if (all.length() < bits || all.length() >= bits + 16 || !all.zeroFrom(bits)) {
            throw ProblemException.of(
                    "length",
                    x + 2,
                    "There are not hexadecimal digits for %d bits.".formatted(bits),
                    (bits + 3) / 4 + " digits");
        }
        return read(all.first(bits));
    }
}
