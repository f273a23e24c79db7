package dev.touchstone.identity;

/** Reads the key in an EPC binary scheme that splits it after its company prefix. */
final class PartitionReader {

    private static final int MAX_PART_DIGITS = 15;

    /** A company prefix of 6 digits and an asset reference of 62 bits. */
    private static final int MAX_KEY_DIGITS = 25;

    private final EpcScheme scheme;
    private final BitReader in;
    private final DigitBuffer primary = new DigitBuffer(MAX_KEY_DIGITS);
    private int companyPrefixLength;

    PartitionReader(EpcScheme scheme, BitReader in) {
        this.scheme = scheme;
        this.in = in;
    }

    int companyPrefixLength() {
        return companyPrefixLength;
    }

    Key read() {
        int partition = (int) in.read(3);
        if (partition == 7) {
            throw in.problem("partition", "Partition 7 does not exist.", "0 to 6");
        }
        companyPrefixLength = 12 - partition;
        long prefix = in.read(EpcScheme.COMPANY_PREFIX_BITS[partition]);
        checkRange("company prefix", prefix, companyPrefixLength);
        if (scheme.keyScheme.keyDigits > 0) {
            digitKey(prefix);
        } else {
            primary.append(prefix, companyPrefixLength);
            freeReference();
        }
        if (scheme.keyScheme == Scheme.ITIP) {
            twoDigits();
            twoDigits();
        }
        return withSerial();
    }

    private void digitKey(long prefix) {
        Scheme kind = scheme.keyScheme;
        int digits = kind.keyDigits - companyPrefixLength;
        long reference = in.read(scheme.references.bits(companyPrefixLength));
        checkRange("reference", reference, digits);
        int start = kind == Scheme.GRAI ? 1 : 0;
        primary.append(0, start);
        if (kind.leadDigit) {
            digits--;
            long unit = DigitBuffer.pow10(digits);
            primary.append(reference / unit, 1);
            reference %= unit;
        }
        primary.append(prefix, companyPrefixLength);
        primary.append(reference, digits);
        primary.appendCheckDigit(start);
    }

    private void freeReference() {
        int width = scheme.references.bits(companyPrefixLength);
        switch (scheme.references) {
            case ASSET, PART -> primary.append(in.read(width));
            case ASSET_TEXT -> primary.append(text(width));
            case PART_TEXT -> primary.append(sixBitText(in, 30 - companyPrefixLength));
            case ITEM, LONG, SHORT -> throw new IllegalStateException(scheme.name());
        }
        if (scheme.references == EpcScheme.References.PART && primary.length() > MAX_PART_DIGITS) {
            throw in.problem("range", "The part reference is out of range.", "15 digits with the company prefix");
        }
    }

    private void twoDigits() {
        long number = in.read(7);
        checkRange("piece or total", number, 2);
        primary.append(number, 2);
    }

    private Key withSerial() {
        String serial = switch (scheme.serial) {
            case NONE -> {
                in.read(scheme.serialBits);
                yield "";
            }
            case INTEGER -> DigitBuffer.text(in.read(scheme.serialBits));
            case AFTER_ONE -> afterOne();
            case TEXT -> text(scheme.serialBits);
        };
        return switch (scheme.keyScheme) {
            case SGTIN -> new Sgtin(new Gtin(primary.toString()), serial);
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
            throw in.problem(
                    "range", "The serial is not written with a 1 before it.", "1 and then the digits of the serial");
        }
        return digits.substring(1);
    }

    private void checkRange(String what, long value, int digits) {
        if (value >= DigitBuffer.pow10(digits)) {
            throw in.problem(
                    "range", "The %s is larger than its %d digits allow.".formatted(what, digits), "a smaller number");
        }
    }

    /** Characters of seven bits up to the first zero, in a field of so many bits. */
    private String text(int width) {
        StringBuilder out = new StringBuilder(width / 7);
        boolean ended = false;
        for (int i = 0; i < width / 7; i++) {
            char c = (char) in.read(7);
            ended |= c == 0;
            if (ended && c != 0) {
                throw in.problem("character", "Text follows after its end.", "zeros");
            }
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
    static String sixBitText(BitReader in, int max) {
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
}
