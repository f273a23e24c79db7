package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the EPC memory of an RFID tag: an identifier in one of the binary schemes, a filter value and, where the
 * scheme carries them, further elements and a host name (GS1 EPC Tag Data Standard 2.3). Immutable.
 */
public final class EpcTag {

    private final EpcScheme scheme;
    private final int filter;
    private final Identifier identifier;
    private final int companyPrefixLength;
    private final List<Element> data;
    private final String host;
    private final Bits bits;

    EpcTag(
            EpcScheme scheme,
            int filter,
            Identifier identifier,
            int companyPrefixLength,
            List<Element> data,
            String host,
            Bits bits) {
        this.scheme = scheme;
        this.filter = filter;
        this.identifier = identifier;
        this.companyPrefixLength = companyPrefixLength;
        this.data = data;
        this.host = host;
        this.bits = bits;
    }

    /**
     * A tag of a scheme without further elements.
     *
     * @param companyPrefixLength 6 to 12 for the schemes that split the key, else any number
     * @throws ProblemException when the scheme cannot hold the identifier, and why
     */
    public static EpcTag of(EpcScheme scheme, int filter, Identifier identifier, int companyPrefixLength) {
        return EpcWriter.write(scheme, filter, identifier, companyPrefixLength, List.of(), "");
    }

    /**
     * A tag of a + or ++ scheme.
     *
     * @param data elements that follow the key (+AIDC data); in a DSGTIN scheme the first is the date
     * @param host host name of the Digital Link for a ++ scheme, else empty
     * @throws ProblemException when the scheme cannot hold these
     */
    public static EpcTag of(EpcScheme scheme, int filter, Key key, List<Element> data, String host) {
        return EpcWriter.write(scheme, filter, key, 0, List.copyOf(data), host);
    }

    /**
     * The tag that holds the key in the fewest words of 16 bits; of several the one of the oldest scheme, which most
     * readers know.
     *
     * @param companyPrefixLength 6 to 12, or 0 when it is not known
     * @throws ProblemException when no scheme can hold it: the key names a class, or its kind has no binary scheme
     */
    public static EpcTag smallest(Key key, int filter, int companyPrefixLength) {
        EpcTag best = null;
        for (EpcScheme scheme : EpcScheme.of(key.scheme())) {
            boolean possible = companyPrefixLength > 0 || !scheme.needsCompanyPrefix();
            if (possible && scheme.isUsual() && EpcWriter.mayHold(scheme, key)) {
                try {
                    EpcTag tag = of(scheme, filter, key, companyPrefixLength);
                    best = best == null || tag.words() < best.words() ? tag : best;
                } catch (ProblemException e) {
                    continue;
                }
            }
        }
        if (best == null) {
            throw noScheme(key);
        }
        return best;
    }

    private static ProblemException noScheme(Key key) {
        return ProblemException.of(
                "epc-scheme",
                -1,
                "No EPC binary scheme holds the %s %s.".formatted(key.scheme().title(), key.elementString()),
                "a key of one thing, of a kind that has a binary scheme");
    }

    /**
     * The tag of the + scheme of a key with further elements after it.
     *
     * @throws ProblemException when the key has no such scheme, or an element no encoding
     */
    static EpcTag withData(Key key, int filter, List<Element> data) {
        for (EpcScheme scheme : EpcScheme.of(key.scheme())) {
            if (scheme.carriesData() && scheme.isUsual()) {
                return of(scheme, filter, key, data, "");
            }
        }
        throw noScheme(key);
    }

    /**
     * Reads hexadecimal digits of EPC memory, from the header on, or a tag URN ({@code urn:epc:tag:}) or a raw URN
     * ({@code urn:epc:raw:}). Zeros after the end are overlooked.
     */
    public static EpcTag parse(String text) {
        return EpcReader.read(text);
    }

    public EpcScheme scheme() {
        return scheme;
    }

    /** The filter value; 0 for a general identifier, which has none. */
    public int filter() {
        return filter;
    }

    public Identifier identifier() {
        return identifier;
    }

    /** The GS1 key, when the identifier is one. */
    public Optional<Key> key() {
        return identifier instanceof Key key ? Optional.of(key) : Optional.empty();
    }

    /** Digits of the company prefix; 0 where the scheme does not tell. */
    public int companyPrefixLength() {
        return companyPrefixLength;
    }

    /** The elements that follow the key; in a DSGTIN scheme the first is the date. */
    public List<Element> data() {
        return data;
    }

    /** The host name of the Digital Link in a ++ scheme, else empty. */
    public String host() {
        return host;
    }

    /** All elements, those of the key first; empty for an identifier of another scheme than GS1's. */
    public Optional<ElementString> elements() {
        return key().map(key -> {
            List<Element> all = new ArrayList<>(ElementString.of(key).elements());
            all.addAll(data);
            return new ElementString(all);
        });
    }

    /** Number of bits from the header to the end of the content. */
    public int bitLength() {
        return bits.length();
    }

    private int words() {
        return (bits.length() + 15) / 16;
    }

    /** The bits as capital hexadecimal digits, with zeros up to a whole number of 16-bit words. */
    public String hex() {
        return bits.hex(16);
    }

    Bits bits() {
        return bits;
    }

    /** The tag URN, such as {@code urn:epc:tag:sgtin-96:3.0614141.112345.400}; schemes with + have none. */
    public Optional<String> tagUrn() {
        String name = "urn:epc:tag:" + scheme.tagName() + ":";
        return switch (identifier) {
            case Key key
            when scheme.needsCompanyPrefix() ->
                EpcUri.epcUrn(key, companyPrefixLength)
                        .map(urn -> name + filter + "." + urn.substring(urn.indexOf(':', 11) + 1));
            case Key key -> Optional.empty();
            case Gid gid -> Optional.of(name + gid.value());
            case IndustryIdentifier other -> Optional.of(name + filter + "." + other.value());
        };
    }

    /** The raw URN, such as {@code urn:epc:raw:96.x3066C4409047E140075BCD15}. */
    public String rawUrn() {
        return "urn:epc:raw:" + bits.length() + ".x" + bits.hex(4);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EpcTag tag && tag.bits.equals(bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return hex();
    }
}
