package dev.touchstone.identity;

import java.util.function.BiFunction;

/**
 * The table of GS1 key schemes: which Application Identifiers carry the key, and how its EPC URN is laid out. Every form
 * of every key is read and written from this table (GS1 General Specifications 3, EPC Tag Data Standard 6).
 */
public enum Scheme {
    GTIN("GTIN", "01", "", "sgtin", 13, true, Tail.CLASS, (p, q) -> new Gtin(p)),
    SGTIN("SGTIN", "01", "21", "sgtin", 13, true, Tail.QUALIFIER, (p, q) -> new Sgtin(new Gtin(p), q)),
    LGTIN("LGTIN", "01", "10", "lgtin", 13, true, Tail.QUALIFIER, (p, q) -> new Lgtin(new Gtin(p), q)),
    UPUI("UPUI", "01", "235", "upui", 13, true, Tail.QUALIFIER, (p, q) -> new Upui(new Gtin(p), q)),
    ITIP("ITIP", "8006", "21", "itip", 13, true, Tail.PIECE, Itip::ofElements),
    ITIP_LOT("ITIP lot", "8006", "10", "", 13, true, Tail.NONE, ItipLot::ofElements),
    SSCC("SSCC", "00", "", "sscc", 17, true, Tail.NONE, (p, q) -> new Sscc(p)),
    GLN("GLN", "414", "", "sgln", 12, false, Tail.ZERO, (p, q) -> new Gln(p)),
    SGLN("SGLN", "414", "254", "sgln", 12, false, Tail.QUALIFIER, (p, q) -> new Sgln(new Gln(p), q)),
    PGLN("PGLN", "417", "", "pgln", 12, false, Tail.NONE, (p, q) -> new Pgln(p)),
    GRAI("GRAI", "8003", "", "grai", 12, false, Tail.APPENDED, (p, q) -> Grai.parse(p)),
    GIAI("GIAI", "8004", "", "giai", 0, false, Tail.NONE, (p, q) -> new Giai(p)),
    GSRN("GSRN", "8018", "", "gsrn", 17, false, Tail.NONE, (p, q) -> new Gsrn(p)),
    GSRNP("GSRNP", "8017", "", "gsrnp", 17, false, Tail.NONE, (p, q) -> new Gsrnp(p)),
    GDTI("GDTI", "253", "", "gdti", 12, false, Tail.APPENDED, (p, q) -> Gdti.parse(p)),
    SGCN("GCN", "255", "", "sgcn", 12, false, Tail.APPENDED, (p, q) -> Sgcn.parse(p)),
    CPID("CPID", "8010", "8011", "cpi", 0, false, Tail.QUALIFIER, Cpid::new),
    GINC("GINC", "401", "", "ginc", 0, false, Tail.NONE, (p, q) -> new Ginc(p)),
    GSIN("GSIN", "402", "", "gsin", 16, false, Tail.NONE, (p, q) -> new Gsin(p)),
    GMN("GMN", "8013", "", "", 0, false, Tail.NONE, (p, q) -> new Gmn(p));

    /** What follows company prefix and reference in the URN. */
    enum Tail {
        /** Nothing. */
        NONE,
        /** The value of the qualifying AI. */
        QUALIFIER,
        /** The rest of the primary AI's value, after its check digit. */
        APPENDED,
        /** Piece, total, and the value of the qualifying AI. */
        PIECE,
        /** A single 0, which says that there is no extension. */
        ZERO,
        /** A star: the class as a pattern. */
        CLASS
    }

    private final String title;
    private final String ai;
    private final String qualifierAi;
    final String urnName;
    /** Digits of the key without its check digit (and without a GRAI's leading zero); 0 when the key is free text. */
    final int keyDigits;
    /** Whether the first digit of the key stands before the reference in the URN: indicator or extension digit. */
    final boolean leadDigit;

    final Tail tail;
    private final BiFunction<String, String, Key> factory;

    Scheme(
            String title,
            String ai,
            String qualifierAi,
            String urnName,
            int keyDigits,
            boolean leadDigit,
            Tail tail,
            BiFunction<String, String, Key> factory) {
        this.title = title;
        this.ai = ai;
        this.qualifierAi = qualifierAi;
        this.urnName = urnName;
        this.keyDigits = keyDigits;
        this.leadDigit = leadDigit;
        this.tail = tail;
        this.factory = factory;
    }

    /** The name people use, such as {@code SGTIN}. */
    public String title() {
        return title;
    }

    /** The Application Identifier of the key. */
    public String ai() {
        return ai;
    }

    /** The Application Identifier that qualifies the key (serial, lot, extension), or empty text. */
    public String qualifierAi() {
        return qualifierAi;
    }

    /**
     * The scheme of a primary AI with a qualifying AI beside it ({@code ""} for none), or null when those two make no
     * key. An ITIP and a CPID are of one scheme with or without serial.
     */
    static Scheme of(String ai, String qualifierAi) {
        return switch (ai) {
            case "00" -> bare(SSCC, qualifierAi);
            case "01" ->
                switch (qualifierAi) {
                    case "" -> GTIN;
                    case "21" -> SGTIN;
                    case "10" -> LGTIN;
                    case "235" -> UPUI;
                    default -> null;
                };
            case "253" -> bare(GDTI, qualifierAi);
            case "255" -> bare(SGCN, qualifierAi);
            case "401" -> bare(GINC, qualifierAi);
            case "402" -> bare(GSIN, qualifierAi);
            case "414" -> qualifierAi.equals("254") ? SGLN : bare(GLN, qualifierAi);
            case "417" -> bare(PGLN, qualifierAi);
            case "8003" -> bare(GRAI, qualifierAi);
            case "8004" -> bare(GIAI, qualifierAi);
            case "8006" ->
                qualifierAi.equals("10") ? ITIP_LOT : qualifierAi.equals("21") ? ITIP : bare(ITIP, qualifierAi);
            case "8010" -> qualifierAi.equals("8011") ? CPID : bare(CPID, qualifierAi);
            case "8013" -> bare(GMN, qualifierAi);
            case "8017" -> bare(GSRNP, qualifierAi);
            case "8018" -> bare(GSRN, qualifierAi);
            default -> null;
        };
    }

    private static Scheme bare(Scheme scheme, String qualifierAi) {
        return qualifierAi.isEmpty() ? scheme : null;
    }

    /** The key whose element values these are; {@code qualifier} is empty where there is none. */
    Key key(String primary, String qualifier) {
        return factory.apply(primary, qualifier);
    }
}
