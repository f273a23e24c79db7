package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;

/** Reads the bits of EPC binary schemes. */
final class EpcReader {

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
        if (EpcTagUrn.is(text)) {
            return EpcTagUrn.read(text);
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
                yield end(
                        filter,
                        new Adi(
                                organisation(6),
                                PartitionReader.sixBitText(in, 32),
                                PartitionReader.sixBitText(in, 30)),
                        0);
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
        PartitionReader reader = new PartitionReader(scheme, in);
        Key key = reader.read();
        return end(filter, key, reader.companyPrefixLength());
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
}
