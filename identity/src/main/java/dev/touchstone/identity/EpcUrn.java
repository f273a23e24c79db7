package dev.touchstone.identity;

import dev.touchstone.identity.Scheme.Tail;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** EPC pure identity, class and pattern URNs (GS1 EPC Tag Data Standard 6.3), read and written from {@link Scheme}. */
final class EpcUrn {

    private static final String ID = "urn:epc:id:";
    private static final String CLASS = "urn:epc:class:";
    private static final String PATTERN = "urn:epc:idpat:";
    private static final Map<String, Scheme> BY_NAME = new HashMap<>();

    static {
        for (Scheme scheme : Scheme.values()) {
            if (scheme != Scheme.GTIN && scheme != Scheme.GLN && !scheme.urnName.isEmpty()) {
                BY_NAME.put(scheme.urnName, scheme);
            }
        }
    }

    private final String uri;
    private final Scheme scheme;
    /** Where the company prefix begins, its reference, what follows it, and the end; equal where a part is empty. */
    private final int prefix;

    private final int reference;
    private final int tail;

    private EpcUrn(String uri, Scheme scheme, int prefix) {
        this.uri = uri;
        this.scheme = scheme;
        this.prefix = prefix;
        this.reference = uri.indexOf('.', prefix) + 1;
        if (reference == 0) {
            throw problem(prefix, "There is no dot after the company prefix.");
        }
        this.tail = tailStart();
    }

    static EpcUri parse(String uri) {
        boolean pattern = uri.startsWith("idpat:", 8);
        boolean type = uri.startsWith("class:", 8);
        int name = pattern || type ? 14 : 11;
        int colon = uri.indexOf(':', name);
        if (colon < 0 || !pattern && !type && !uri.startsWith("id:", 8)) {
            return new EpcUri.Other(uri);
        }
        Scheme scheme = BY_NAME.get(uri.substring(name, colon));
        if (scheme == null || type != (scheme == Scheme.LGTIN)) {
            return new EpcUri.Other(uri);
        }
        EpcUrn urn = new EpcUrn(uri, scheme, colon + 1);
        if (pattern) {
            return urn.pattern();
        }
        urn.checkPrefix();
        return new EpcUri.Gs1(urn.key(uri.length()), urn.reference - urn.prefix - 1);
    }

    private int tailStart() {
        if (scheme.tail == Tail.NONE) {
            return uri.length() + 1;
        }
        int dot = scheme == Scheme.CPID ? uri.lastIndexOf('.') : uri.indexOf('.', reference);
        if (dot < reference) {
            throw problem(reference, "A part is missing after the reference.");
        }
        return dot + 1;
    }

    private void checkPrefix() {
        int digits = reference - 1 - prefix;
        int wrong = Cset.NUMERIC.firstOutside(uri, prefix, reference - 1);
        if (digits < 6 || digits > 12 || wrong >= 0) {
            throw problem(wrong < 0 ? prefix : wrong, "The company prefix is not a number of 6 to 12 digits.");
        }
        if (scheme.keyDigits > 0) {
            int length = tail - 1 - reference;
            wrong = Cset.NUMERIC.firstOutside(uri, reference, tail - 1);
            if (wrong >= 0 || length != scheme.keyDigits - digits) {
                throw problem(
                        wrong < 0 ? reference : wrong,
                        "The reference beside a company prefix of %d digits is not a number of %d digits."
                                .formatted(digits, scheme.keyDigits - digits));
            }
        }
    }

    /** The key whose URN this is, with the tail up to {@code end}; the tail is empty where the class alone is meant. */
    private Key key(int end) {
        int start = Math.min(tail, end);
        int serialStart = scheme.tail == Tail.PIECE ? pieceEnd(start, end) : start;
        String serial = Text.unescapeStrictly(uri, serialStart, end, characters());
        String body = body();
        try {
            return switch (scheme.tail) {
                case NONE -> scheme.key(body, "");
                case APPENDED -> scheme.key((scheme == Scheme.GRAI ? "0" : "") + body + serial, "");
                case QUALIFIER ->
                    scheme == Scheme.SGLN && serial.equals("0") ? new Gln(body) : scheme.key(body, serial);
                case PIECE ->
                    scheme.key(body + uri.substring(start, start + 2) + uri.substring(start + 3, start + 5), serial);
                case ZERO, CLASS -> throw new IllegalStateException(scheme.name());
            };
        } catch (ProblemException e) {
            Problem cause = e.problem();
            throw ProblemException.of(
                    cause.code(), place(cause, serial, serialStart, end), cause.detail(), cause.expected());
        }
    }

    private Cset characters() {
        return scheme == Scheme.CPID ? Cset.SET39 : Cset.SET82;
    }

    /** Where in the URN the fault of a key is. */
    private int place(Problem cause, String serial, int serialStart, int end) {
        int index = Math.max(0, cause.position());
        switch (scheme.tail) {
            case QUALIFIER, PIECE -> {
                ApplicationIdentifier ai =
                        AiTable.standard().find(scheme.qualifierAi()).orElseThrow();
                try {
                    ai.check(serial, 0, serial.length());
                } catch (ProblemException e) {
                    return Text.source(uri, serialStart, end, e.problem().position());
                }
            }
            case APPENDED -> {
                return Text.source(uri, serialStart, end, Math.max(0, index - scheme.keyDigits - 1));
            }
            case NONE, ZERO, CLASS -> {
                int inReference = index - (reference - 1 - prefix);
                return inReference < 0 ? prefix + index : Text.source(uri, reference, end, inReference);
            }
        }
        return scheme.tail == Tail.PIECE ? tail : prefix;
    }

    /** Where the serial begins after piece and total, two digits each. */
    private int pieceEnd(int start, int end) {
        boolean formed = end - start >= 6
                && uri.charAt(start + 2) == '.'
                && uri.charAt(start + 5) == '.'
                && Cset.NUMERIC.firstOutside(uri, start, start + 2) < 0
                && Cset.NUMERIC.firstOutside(uri, start + 3, start + 5) < 0;
        if (!formed) {
            throw problem(start, "Piece and total are not two digits each.");
        }
        return start + 6;
    }

    /** The key's own text: digits in their order with the check digit, or the free text. */
    private String body() {
        StringBuilder out = new StringBuilder(32);
        int referenceEnd = tail - 1;
        if (scheme.keyDigits == 0) {
            return out.append(uri, prefix, reference - 1)
                    .append(Text.unescapeStrictly(uri, reference, referenceEnd, characters()))
                    .toString();
        }
        if (scheme.leadDigit) {
            out.append(uri.charAt(reference))
                    .append(uri, prefix, reference - 1)
                    .append(uri, reference + 1, referenceEnd);
        } else {
            out.append(uri, prefix, reference - 1).append(uri, reference, referenceEnd);
        }
        return out.append(CheckDigit.mod10(out.toString(), 0, out.length())).toString();
    }

    private EpcUri pattern() {
        int star = uri.indexOf('*', prefix);
        boolean open = star >= 0;
        for (int i = Math.max(star, prefix); open && i < uri.length(); i++) {
            open = uri.charAt(i) == ((i - star) % 2 == 0 ? '*' : '.');
        }
        boolean partStart = open && (star == prefix || uri.charAt(star - 1) == '.');
        if (!partStart || !uri.endsWith("*")) {
            throw problem(Math.max(star, prefix), "A pattern ends in parts that are a star each.");
        }
        if (star > reference) {
            checkPrefix();
        }
        boolean serialOpen = star == uri.length() - 1 && scheme.tail != Tail.NONE && scheme != Scheme.SGLN;
        return new EpcUri.Pattern(uri, scheme, serialOpen ? Optional.of(classKey()) : Optional.empty());
    }

    private Key classKey() {
        return switch (scheme) {
            case SGTIN, UPUI -> new Gtin(body());
            case ITIP -> key(uri.length() - 1);
            default -> key(tail);
        };
    }

    private ProblemException problem(int position, String detail) {
        return ProblemException.of("urn", position, detail, EXAMPLES.get(scheme));
    }

    private static final Map<Scheme, String> EXAMPLES = Map.ofEntries(
            Map.entry(Scheme.SGTIN, "such as urn:epc:id:sgtin:9506000.013435.a1"),
            Map.entry(Scheme.LGTIN, "such as urn:epc:class:lgtin:9506000.013435.lot1"),
            Map.entry(Scheme.UPUI, "such as urn:epc:id:upui:9506000.013435.51qIgY"),
            Map.entry(Scheme.ITIP, "such as urn:epc:id:itip:9506000.013435.01.02.a1"),
            Map.entry(Scheme.SSCC, "such as urn:epc:id:sscc:9506000.1234567890"),
            Map.entry(Scheme.SGLN, "such as urn:epc:id:sgln:9506000.13430.0"),
            Map.entry(Scheme.PGLN, "such as urn:epc:id:pgln:9506000.13430"),
            Map.entry(Scheme.GRAI, "such as urn:epc:id:grai:9506000.13430.a1"),
            Map.entry(Scheme.GIAI, "such as urn:epc:id:giai:9506000.a1"),
            Map.entry(Scheme.GSRN, "such as urn:epc:id:gsrn:9506000.1234567890"),
            Map.entry(Scheme.GSRNP, "such as urn:epc:id:gsrnp:9506000.1234567890"),
            Map.entry(Scheme.GDTI, "such as urn:epc:id:gdti:9506000.13430.a1"),
            Map.entry(Scheme.SGCN, "such as urn:epc:id:sgcn:9506000.13430.1"),
            Map.entry(Scheme.CPID, "such as urn:epc:id:cpi:9506000.PART.1"),
            Map.entry(Scheme.GINC, "such as urn:epc:id:ginc:9506000.a1"),
            Map.entry(Scheme.GSIN, "such as urn:epc:id:gsin:9506000.123456789"));

    static Optional<String> format(Key key, int companyPrefixLength) {
        Scheme scheme = key.scheme();
        String body = bare(key);
        int at = scheme.leadDigit ? 1 : 0;
        int end = at + companyPrefixLength;
        boolean possible = !scheme.urnName.isEmpty()
                && companyPrefixLength >= 6
                && companyPrefixLength <= 12
                && (scheme.keyDigits == 0 ? end < body.length() : end <= body.length())
                && Cset.NUMERIC.firstOutside(body, at, end) < 0;
        if (!possible) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(80);
        out.append(scheme == Scheme.LGTIN ? CLASS : key.isInstance() ? ID : PATTERN)
                .append(scheme.urnName)
                .append(':')
                .append(body, at, end)
                .append('.')
                .append(body, 0, at);
        Text.escape(out, body.substring(end));
        appendTail(out, key);
        return Optional.of(out.toString());
    }

    /** The key's text without check digit, a GRAI's filler, and what the URN has in its tail. */
    private static String bare(Key key) {
        Scheme scheme = key.scheme();
        int from = scheme == Scheme.GRAI ? 1 : 0;
        return scheme.keyDigits == 0 ? key.primary() : key.primary().substring(from, from + scheme.keyDigits);
    }

    private static void appendTail(StringBuilder out, Key key) {
        String primary = key.primary();
        String tail = switch (key.scheme().tail) {
            case NONE -> null;
            case ZERO -> "0";
            case CLASS -> "";
            case QUALIFIER -> key.qualifier();
            case APPENDED -> primary.substring(key.scheme() == Scheme.GRAI ? 14 : 13);
            case PIECE -> {
                out.append('.').append(primary, 14, 16).append('.').append(primary, 16, 18);
                yield key.qualifier();
            }
        };
        if (tail != null) {
            out.append('.');
            if (tail.isEmpty()) {
                out.append('*');
            } else {
                Text.escape(out, tail);
            }
        }
    }

    static boolean matches(EpcUri.Pattern pattern, Key key) {
        boolean sameName = key.isInstance() && key.scheme().urnName.equals(pattern.scheme().urnName);
        int body = pattern.uri().indexOf(':', PATTERN.length()) + 1;
        int star = pattern.uri().indexOf('*', body);
        if (!sameName || star == body) {
            return sameName;
        }
        int prefixLength = pattern.uri().indexOf('.', body) - body;
        String urn = format(key, prefixLength).orElse("");
        return urn.startsWith(pattern.uri().substring(body, star), urn.indexOf(':', ID.length()) + 1);
    }
}
