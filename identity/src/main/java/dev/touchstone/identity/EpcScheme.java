package dev.touchstone.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of EPC binary schemes (GS1 EPC Tag Data Standard 2.3, section 14). The first ones split a key after its
 * company prefix and so need that prefix's length; those whose names end in + do not; those that end in ++ also carry the
 * host name of a Digital Link.
 */
public enum EpcScheme {
    SGTIN_96("sgtin-96", 0x30, Scheme.SGTIN, 96, Layout.PARTITION, References.ITEM, Serial.INTEGER, 38),
    SGTIN_198("sgtin-198", 0x36, Scheme.SGTIN, 198, Layout.PARTITION, References.ITEM, Serial.TEXT, 140),
    SSCC_96("sscc-96", 0x31, Scheme.SSCC, 96, Layout.PARTITION, References.LONG, Serial.NONE, 24),
    SGLN_96("sgln-96", 0x32, Scheme.SGLN, 96, Layout.PARTITION, References.SHORT, Serial.INTEGER, 41),
    SGLN_195("sgln-195", 0x39, Scheme.SGLN, 195, Layout.PARTITION, References.SHORT, Serial.TEXT, 140),
    GRAI_96("grai-96", 0x33, Scheme.GRAI, 96, Layout.PARTITION, References.ITEM, Serial.INTEGER, 38),
    GRAI_170("grai-170", 0x37, Scheme.GRAI, 170, Layout.PARTITION, References.ITEM, Serial.TEXT, 112),
    GIAI_96("giai-96", 0x34, Scheme.GIAI, 96, Layout.PARTITION, References.ASSET, Serial.NONE, 0),
    GIAI_202("giai-202", 0x38, Scheme.GIAI, 202, Layout.PARTITION, References.ASSET_TEXT, Serial.NONE, 0),
    GSRN_96("gsrn-96", 0x2D, Scheme.GSRN, 96, Layout.PARTITION, References.LONG, Serial.NONE, 24),
    GSRNP_96("gsrnp-96", 0x2E, Scheme.GSRNP, 96, Layout.PARTITION, References.LONG, Serial.NONE, 24),
    GDTI_96("gdti-96", 0x2C, Scheme.GDTI, 96, Layout.PARTITION, References.SHORT, Serial.INTEGER, 41),
    GDTI_113("gdti-113", 0x3A, Scheme.GDTI, 113, Layout.PARTITION, References.SHORT, Serial.AFTER_ONE, 58),
    GDTI_174("gdti-174", 0x3E, Scheme.GDTI, 174, Layout.PARTITION, References.SHORT, Serial.TEXT, 119),
    SGCN_96("sgcn-96", 0x3F, Scheme.SGCN, 96, Layout.PARTITION, References.SHORT, Serial.AFTER_ONE, 41),
    ITIP_110("itip-110", 0x40, Scheme.ITIP, 110, Layout.PARTITION, References.ITEM, Serial.INTEGER, 38),
    ITIP_212("itip-212", 0x41, Scheme.ITIP, 212, Layout.PARTITION, References.ITEM, Serial.TEXT, 140),
    CPI_96("cpi-96", 0x3C, Scheme.CPID, 96, Layout.PARTITION, References.PART, Serial.INTEGER, 31),
    CPI_VAR("cpi-var", 0x3D, Scheme.CPID, 0, Layout.PARTITION, References.PART_TEXT, Serial.INTEGER, 40),
    GID_96("gid-96", 0x35, null, 96, Layout.GID, null, Serial.NONE, 0),
    USDOD_96("usdod-96", 0x2F, null, 96, Layout.USDOD, null, Serial.NONE, 0),
    ADI_VAR("adi-var", 0x3B, null, 0, Layout.ADI, null, Serial.NONE, 0),
    SGTIN_PLUS("sgtin+", 0xF7, Scheme.SGTIN),
    DSGTIN_PLUS("dsgtin+", 0xFB, Scheme.SGTIN),
    SSCC_PLUS("sscc+", 0xF9, Scheme.SSCC),
    SGLN_PLUS("sgln+", 0xF2, Scheme.SGLN),
    GRAI_PLUS("grai+", 0xF1, Scheme.GRAI),
    GIAI_PLUS("giai+", 0xFA, Scheme.GIAI),
    GSRN_PLUS("gsrn+", 0xF4, Scheme.GSRN),
    GSRNP_PLUS("gsrnp+", 0xF5, Scheme.GSRNP),
    GDTI_PLUS("gdti+", 0xF6, Scheme.GDTI),
    SGCN_PLUS("sgcn+", 0xF8, Scheme.SGCN),
    ITIP_PLUS("itip+", 0xF3, Scheme.ITIP),
    CPI_PLUS("cpi+", 0xF0, Scheme.CPID),
    SGTIN_PLUS_PLUS("sgtin++", 0xFD, Scheme.SGTIN),
    DSGTIN_PLUS_PLUS("dsgtin++", 0xFC, Scheme.SGTIN),
    SSCC_PLUS_PLUS("sscc++", 0xEF, Scheme.SSCC),
    SGLN_PLUS_PLUS("sgln++", 0xE9, Scheme.SGLN),
    GRAI_PLUS_PLUS("grai++", 0xEB, Scheme.GRAI),
    GIAI_PLUS_PLUS("giai++", 0xEE, Scheme.GIAI),
    GSRN_PLUS_PLUS("gsrn++", 0xE7, Scheme.GSRN),
    GSRNP_PLUS_PLUS("gsrnp++", 0xE8, Scheme.GSRNP),
    GDTI_PLUS_PLUS("gdti++", 0xEA, Scheme.GDTI),
    SGCN_PLUS_PLUS("sgcn++", 0xEC, Scheme.SGCN),
    ITIP_PLUS_PLUS("itip++", 0xED, Scheme.ITIP),
    CPI_PLUS_PLUS("cpi++", 0xE6, Scheme.CPID);

    enum Layout {
        PARTITION,
        PLUS,
        GID,
        USDOD,
        ADI
    }

    /** What follows the reference in a partitioned scheme. */
    enum Serial {
        NONE,
        INTEGER,
        /** The digits with a 1 before them, as an integer. */
        AFTER_ONE,
        /** Seven bits a character, zeros after the last. */
        TEXT
    }

    /** Bits of the reference beside a company prefix of 12, 11 ... 6 digits, and what kind of reference it is. */
    enum References {
        ITEM(4, 7, 10, 14, 17, 20, 24),
        LONG(18, 21, 24, 28, 31, 34, 38),
        SHORT(1, 4, 7, 11, 14, 17, 21),
        /** An integer without leading zero. */
        ASSET(42, 45, 48, 52, 55, 58, 62),
        /** Seven bits a character. */
        ASSET_TEXT(148, 151, 154, 158, 161, 164, 168),
        /** An integer without leading zero. */
        PART(11, 14, 17, 21, 24, 27, 31),
        /** Six bits a character, a zero character after the last. */
        PART_TEXT(0, 0, 0, 0, 0, 0, 0);

        private final int[] bits;

        References(int... bits) {
            this.bits = bits;
        }

        int bits(int companyPrefixLength) {
            return bits[12 - companyPrefixLength];
        }
    }

    static final int[] COMPANY_PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

    private static final EpcScheme[] BY_HEADER = new EpcScheme[256];

    private static final Map<Scheme, List<EpcScheme>> BY_KEY = new EnumMap<>(Scheme.class);

    static {
        for (EpcScheme scheme : values()) {
            BY_HEADER[scheme.header] = scheme;
        }
        for (Scheme key : Scheme.values()) {
            BY_KEY.put(
                    key, Arrays.stream(values()).filter(s -> s.keyScheme == key).toList());
        }
    }

    private final String tagName;
    private final int header;
    final Scheme keyScheme;
    final int bits;
    final Layout layout;
    final References references;
    final Serial serial;
    final int serialBits;
    private final boolean host;
    private final boolean date;

    EpcScheme(
            String tagName,
            int header,
            Scheme keyScheme,
            int bits,
            Layout layout,
            References references,
            Serial serial,
            int serialBits) {
        this.tagName = tagName;
        this.header = header;
        this.keyScheme = keyScheme;
        this.bits = bits;
        this.layout = layout;
        this.references = references;
        this.serial = serial;
        this.serialBits = serialBits;
        this.host = tagName.endsWith("++");
        this.date = tagName.startsWith("dsgtin");
    }

    EpcScheme(String tagName, int header, Scheme keyScheme) {
        this(tagName, header, keyScheme, 0, Layout.PLUS, null, Serial.NONE, 0);
    }

    /** The scheme of that header, or null. */
    static EpcScheme ofHeader(int header) {
        return BY_HEADER[header];
    }

    /** The scheme of that name, such as {@code sgtin-96}. */
    public static Optional<EpcScheme> named(String tagName) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.tagName.equals(tagName))
                .findFirst();
    }

    /** The schemes that can hold a key of that kind, the shortest first. */
    public static List<EpcScheme> of(Scheme key) {
        return BY_KEY.get(key == Scheme.GLN ? Scheme.SGLN : key);
    }

    /** The name in tag URNs, such as {@code sgtin-96}. */
    public String tagName() {
        return tagName;
    }

    /** The first eight bits. */
    public int header() {
        return header;
    }

    /** Whether the length of the company prefix is needed to write it. */
    public boolean needsCompanyPrefix() {
        return layout == Layout.PARTITION;
    }

    /** Whether further elements (+AIDC data) may follow the key. */
    public boolean carriesData() {
        return layout == Layout.PLUS;
    }

    /** Whether a host name goes with the key. */
    public boolean carriesHost() {
        return host;
    }

    /** Whether a date comes before the key. */
    public boolean carriesDate() {
        return date;
    }

    /** Whether it holds a key alone, and is not superseded. */
    boolean isUsual() {
        return !carriesHost() && !carriesDate() && this != GDTI_113;
    }

    /** What a filter value means for this kind of key; empty when it is reserved. */
    public Optional<String> filterMeaning(int filter) {
        return Optional.ofNullable(EpcFilters.meaning(this, filter));
    }

    /** The highest filter value. */
    int maxFilter() {
        return switch (layout) {
            case GID -> 0;
            case USDOD -> 15;
            case ADI -> 63;
            case PARTITION, PLUS -> 7;
        };
    }
}
