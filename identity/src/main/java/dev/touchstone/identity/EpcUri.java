package dev.touchstone.identity;

import java.util.Optional;

/** A URI that stands for a thing or a class of things in an EPCIS document. */
public sealed interface EpcUri {

    /** One text for all forms of the same identifier: the Digital Link at id.gs1.org, or the URI as it was written. */
    String canonical();

    /**
     * A GS1 key, from a Digital Link at any domain or from an EPC URN.
     *
     * @param companyPrefixLength digits of the GS1 company prefix when it came as URN, else 0: not known
     */
    record Gs1(Key key, int companyPrefixLength) implements EpcUri {
        @Override
        public String canonical() {
            return key.digitalLink();
        }
    }

    /**
     * An EPC pattern, {@code urn:epc:idpat:...}, in which a star stands for any value.
     *
     * @param classKey the class that the pattern names when its serial alone is open, such as a GTIN
     */
    record Pattern(String uri, Scheme scheme, Optional<Key> classKey) implements EpcUri {
        @Override
        public String canonical() {
            return classKey.map(Key::digitalLink).orElse(uri);
        }

        /** Whether the pattern covers the key. */
        public boolean matches(Key key) {
            return EpcUrn.matches(this, key);
        }
    }

    /** Any other URI, kept untouched. */
    record Other(String uri) implements EpcUri {
        @Override
        public String canonical() {
            return uri;
        }
    }

    /**
     * Reads a URI. A web URI that is not a valid Digital Link of an EPC scheme, and a URN of any other namespace, is
     * {@link Other}.
     *
     * @throws ProblemException when the text is no URI, or breaks the rules of the GS1 scheme which its URN names
     */
    static EpcUri parse(String uri) {
        if (uri == null) {
            throw ProblemException.of("missing", -1, "There is no URI.", "a URI");
        }
        if (LinkPath.isWeb(uri)) {
            Key key = linkKey(uri);
            return key == null ? new Other(uri) : new Gs1(key, 0);
        }
        if (uri.regionMatches(true, 0, "urn:epc:", 0, 8)) {
            return EpcUrn.parse(uri);
        }
        requireScheme(uri);
        return new Other(uri);
    }

    /** The canonical text of a URI: {@code parse(uri).canonical()}. */
    static String canonical(String uri) {
        return parse(uri).canonical();
    }

    /**
     * The URN of a key: {@code urn:epc:id:} of an instance, {@code urn:epc:class:} of an LGTIN, {@code urn:epc:idpat:}
     * with an open serial of any other class. Empty when the scheme has none, or when the key cannot begin with a
     * company prefix of that many digits (6 to 12).
     */
    static Optional<String> epcUrn(Key key, int companyPrefixLength) {
        return EpcUrn.format(key, companyPrefixLength);
    }

    /** The finest key of a Digital Link's path, or null. Attributes in the query do not count. */
    private static Key linkKey(String uri) {
        LinkPath path = LinkPath.find(uri, Reading.TOLERANT);
        if (path == null || path.ai(0).code().equals("8013")) {
            return null;
        }
        int last = path.count() - 1;
        String qualifierAi = last == 0 ? "" : path.ai(last).code();
        if (qualifierAi.equals("22")) {
            last = 0;
            qualifierAi = "";
        }
        try {
            String qualifier = last == 0 ? "" : path.value(last);
            if (qualifierAi.equals("254") && qualifier.equals("0")) {
                qualifierAi = qualifier = "";
            }
            Scheme scheme = Scheme.of(path.ai(0).code(), qualifierAi);
            return scheme == null ? null : scheme.key(path.value(0), qualifier);
        } catch (ProblemException e) {
            return null;
        }
    }

    private static void requireScheme(String uri) {
        int colon = uri.indexOf(':');
        boolean scheme = colon > 0 && colon < uri.length() - 1 && Character.isLetter(uri.charAt(0));
        for (int i = 0; scheme && i < uri.length(); i++) {
            scheme = uri.charAt(i) > ' ';
        }
        if (!scheme) {
            throw ProblemException.of(
                    "uri",
                    -1,
                    "The text is not an absolute URI.",
                    "a Digital Link, an EPC URN or another absolute URI");
        }
    }
}
