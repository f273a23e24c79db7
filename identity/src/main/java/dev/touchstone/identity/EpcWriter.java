package dev.touchstone.identity;

import dev.touchstone.identity.EpcScheme.Layout;
import java.util.List;

/** Writes identifiers into the bits of EPC binary schemes. */
final class EpcWriter {

    /** AIs of the date in a DSGTIN scheme, in the order of their indicators (TDS 14.5.3). */
    static final List<String> DATES = List.of("11", "13", "15", "16", "17", "7006", "7007");

    private final EpcScheme scheme;
    private final BitWriter out = new BitWriter();

    private EpcWriter(EpcScheme scheme) {
        this.scheme = scheme;
    }

    static EpcTag write(
            EpcScheme scheme, int filter, Identifier identifier, int prefixLength, List<Element> data, String host) {
        EpcWriter writer = new EpcWriter(scheme);
        writer.check(filter, identifier, data, host);
        writer.out.write(scheme.header(), 8);
        int prefix = 0;
        switch (scheme.layout) {
            case PARTITION -> {
                writer.partition(filter, (Key) identifier, prefixLength);
                prefix = prefixLength;
            }
            case PLUS -> writer.plus(filter, (Key) identifier, data, host);
            case GID -> writer.gid((Gid) identifier);
            case USDOD -> writer.usDod(filter, (UsDod) identifier);
            case ADI -> writer.adi(filter, (Adi) identifier);
        }
        return new EpcTag(scheme, filter, identifier, prefix, data, host, writer.out.toBits());
    }

    private void check(int filter, Identifier identifier, List<Element> data, String host) {
        if (filter < 0 || filter > scheme.maxFilter()) {
            throw ProblemException.of(
                    "filter", -1, "Filter value %d does not exist.".formatted(filter), "0 to " + scheme.maxFilter());
        }
        boolean fits = identifier instanceof Key key
                ? key.scheme() == scheme.keyScheme && key.isInstance()
                        || scheme.keyScheme == Scheme.SGLN && key.scheme() == Scheme.GLN
                : identifier instanceof Gid && scheme.layout == Layout.GID
                        || identifier instanceof UsDod && scheme.layout == Layout.USDOD
                        || identifier instanceof Adi && scheme.layout == Layout.ADI;
        if (!fits) {
            throw refused("the identifier " + identifier, "an identifier of one thing, of the scheme's kind");
        }
        boolean date = !data.isEmpty() && DATES.contains(data.get(0).ai().code());
        if (!data.isEmpty() && !scheme.carriesData() || scheme.carriesDate() && !date) {
            throw refused("these elements", scheme.carriesDate() ? "a date first" : "no elements beside the key");
        }
        if (scheme.carriesHost()) {
            HostName.check(host);
        } else if (!host.isEmpty()) {
            throw refused("a host name", "no host name");
        }
    }

    private ProblemException refused(String what, String expected) {
        return ProblemException.of(
                "epc-scheme", -1, "An EPC in %s cannot hold %s.".formatted(scheme.tagName(), what), expected);
    }

    private void partition(int filter, Key key, int prefixLength) {
        if (prefixLength < 6 || prefixLength > 12) {
            throw ProblemException.of(
                    "company-prefix",
                    -1,
                    prefixLength == 0
                            ? "The length of the company prefix is not known."
                            : "A company prefix of %d digits cannot be written.".formatted(prefixLength),
                    "the length of the company prefix, 6 to 12");
        }
        out.write(filter, 3);
        out.write(12 - prefixLength, 3);
        String primary = key.primary();
        Scheme kind = scheme.keyScheme;
        int start = (kind == Scheme.GRAI ? 1 : 0) + (kind.leadDigit ? 1 : 0);
        int end = start + prefixLength;
        if (end > primary.length() || Cset.NUMERIC.firstOutside(primary, start, end) >= 0) {
            throw refused("a key that does not begin with %d digits".formatted(prefixLength), "a shorter prefix");
        }
        out.write(DigitBuffer.number(primary, start, end), EpcScheme.COMPANY_PREFIX_BITS[12 - prefixLength]);
        int bits = scheme.references.bits(prefixLength);
        switch (scheme.references) {
            case ITEM, LONG, SHORT -> reference(primary, start, end, bits);
            case ASSET, PART -> number("the reference", primary.substring(end), bits, maxReference(prefixLength));
            case ASSET_TEXT -> text(primary.substring(end), bits);
            case PART_TEXT -> sixBitText(primary.substring(end));
        }
        if (kind == Scheme.ITIP) {
            out.write(Integer.parseInt(primary, 14, 16, 10), 7);
            out.write(Integer.parseInt(primary, 16, 18, 10), 7);
        }
        serial(key);
    }

    private long maxReference(int prefixLength) {
        return scheme == EpcScheme.CPI_96 ? DigitBuffer.pow10(15 - prefixLength) : Long.MAX_VALUE;
    }

    /** The digits after the company prefix, with the indicator or extension digit before them. */
    private void reference(String primary, int start, int end, int bits) {
        int last = scheme.keyScheme.keyDigits + (scheme.keyScheme == Scheme.GRAI ? 1 : 0);
        long rest = DigitBuffer.number(primary, end, last);
        long lead = scheme.keyScheme.leadDigit ? primary.charAt(start - 1) - '0' : 0;
        out.write(lead * DigitBuffer.pow10(last - end) + rest, bits);
    }

    private void serial(Key key) {
        String serial = serialOf(key);
        switch (scheme.serial) {
            case NONE -> out.write(0, scheme.serialBits);
            case INTEGER -> number("the serial", serial, scheme.serialBits, Long.MAX_VALUE);
            case AFTER_ONE -> afterOne(serial);
            case TEXT -> text(serial, scheme.serialBits);
        }
    }

    private static String serialOf(Key key) {
        return switch (key.scheme()) {
            case GRAI -> key.primary().substring(14);
            case GDTI, SGCN -> key.primary().substring(13);
            case GLN -> "0";
            default -> key.qualifier();
        };
    }

    /** Whether the serial of a key is of the kind that a scheme holds: a cheap look before the attempt. */
    static boolean mayHold(EpcScheme scheme, Key key) {
        if (scheme.serial != EpcScheme.Serial.INTEGER) {
            return true;
        }
        String serial = serialOf(key);
        return !serial.isEmpty() && Cset.NUMERIC.firstOutside(serial, 0, serial.length()) < 0;
    }

    private void afterOne(String serial) {
        if (Cset.NUMERIC.firstOutside(serial, 0, serial.length()) >= 0) {
            throw refused("the serial '%s'".formatted(serial), "a serial of digits");
        }
        out.write(
                DigitBuffer.pow10(serial.length()) + DigitBuffer.number(serial, 0, serial.length()), scheme.serialBits);
    }

    private void number(String what, String digits, int bits, long limit) {
        boolean number = !digits.isEmpty()
                && digits.length() <= 19
                && (digits.length() == 1 || digits.charAt(0) != '0')
                && Cset.NUMERIC.firstOutside(digits, 0, digits.length()) < 0;
        long value = number ? DigitBuffer.number(digits, 0, digits.length()) : 0;
        if (!number || value < 0 || value >= limit || bits < 63 && value >= 1L << bits) {
            throw refused(
                    "%s '%s'".formatted(what, digits), "a number without leading zero, of %d bits".formatted(bits));
        }
        out.write(value, bits);
    }

    private void text(String text, int bits) {
        if (text.isEmpty() || text.length() > bits / 7) {
            throw refused("'%s'".formatted(text), "1 to %d characters".formatted(bits / 7));
        }
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i), 7);
        }
        for (int rest = bits - text.length() * 7; rest > 0; rest -= 32) {
            out.write(0, Math.min(32, rest));
        }
    }

    private void sixBitText(String text) {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i), 6);
        }
        out.write(0, 6);
    }

    private void plus(int filter, Key key, List<Element> data, String host) {
        boolean date = scheme.carriesDate();
        out.write(data.size() > (date ? 1 : 0) ? 1 : 0, 1);
        out.write(filter, 3);
        if (date) {
            Element first = data.get(0);
            out.write(DATES.indexOf(first.ai().code()), 4);
            DateCode.DATE.write(out, firstDate(first));
        }
        ValueCodes.write(out, key.scheme().ai(), key.primary());
        if (scheme.keyScheme == Scheme.SGLN) {
            ValueCodes.write(out, "254", key.qualifier().isEmpty() ? "0" : key.qualifier());
        } else if (!key.qualifier().isEmpty()) {
            ValueCodes.write(out, key.scheme().qualifierAi(), key.qualifier());
        }
        if (scheme.carriesHost()) {
            HostName.write(out, host);
        }
        for (Element element : data.subList(date ? 1 : 0, data.size())) {
            String ai = element.ai().code();
            for (int i = 0; i < ai.length(); i++) {
                out.write(ai.charAt(i) - '0', 4);
            }
            ValueCodes.write(out, ai, element.value());
        }
    }

    private String firstDate(Element date) {
        if (date.value().length() != 6) {
            throw refused("a period before the key", "one date");
        }
        return date.value();
    }

    private void gid(Gid gid) {
        out.write(gid.manager(), 28);
        out.write(gid.objectClass(), 24);
        out.write(gid.serial(), 36);
    }

    private void usDod(int filter, UsDod usDod) {
        out.write(filter, 4);
        String organisation = padded(usDod.organisation());
        for (int i = 0; i < 6; i++) {
            out.write(organisation.charAt(i), 8);
        }
        out.write(usDod.serial(), 36);
    }

    private void adi(int filter, Adi adi) {
        out.write(filter, 6);
        String organisation = padded(adi.organisation());
        for (int i = 0; i < 6; i++) {
            out.write(organisation.charAt(i), 6);
        }
        sixBitText(adi.partNumber());
        sixBitText(adi.serial());
    }

    private static String padded(String organisation) {
        return organisation.length() == 5 ? " " + organisation : organisation;
    }
}
