package dev.touchstone.identity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The rules that parts of AI values obey, by the names which GS1's syntax dictionary gives them. */
enum Linter {
    COUPONCODE(CouponRules::couponCode),
    COUPONPOSOFFER(CouponRules::positiveOffer),
    CSET39((text, from, to) -> ContentRules.characters(text, from, to, Cset.SET39)),
    CSET64(ContentRules::base64),
    CSET82((text, from, to) -> ContentRules.characters(text, from, to, Cset.SET82)),
    CSETNUMERIC((text, from, to) -> ContentRules.characters(text, from, to, Cset.NUMERIC)),
    CSUM(ContentRules::checkDigit),
    CSUMALPHA(ContentRules::checkPair),
    GCPPOS1(ContentRules::companyPrefix),
    GCPPOS2((text, from, to) -> ContentRules.companyPrefix(text, Math.min(from + 1, to), to)),
    HASNONDIGIT(ContentRules::notDigitsOnly),
    HH(DateRules::hour),
    HHMI(DateRules::hourAndMinute),
    HYPHEN((text, from, to) -> ContentRules.only(text, from, to, '-')),
    IBAN(ContentRules::iban),
    IMPORTERIDX(ContentRules::importerIndex),
    ISO3166((text, from, to) ->
            ContentRules.listed(text, from, to, CodeLists.COUNTRIES, "a numeric country code of ISO 3166-1")),
    ISO3166999(ContentRules::countryOr999),
    ISO3166ALPHA2((text, from, to) -> ContentRules.listed(
            text, from, to, CodeLists.COUNTRY_LETTERS, "a country code of two letters, ISO 3166-1")),
    ISO4217((text, from, to) ->
            ContentRules.listed(text, from, to, CodeLists.CURRENCIES, "a numeric currency code of ISO 4217")),
    ISO5218((text, from, to) -> ContentRules.oneOf(text, from, to, "0129")),
    LATITUDE((text, from, to) -> ContentRules.upTo(text, from, to, 1_800_000_000L)),
    LONGITUDE((text, from, to) -> ContentRules.upTo(text, from, to, 3_600_000_000L)),
    MEDIATYPE((text, from, to) -> ContentRules.listed(text, from, to, CodeLists.MEDIA, "01 to 10 or 80 to 99")),
    MI((text, from, to) -> DateRules.sixty(text, from, to, "Minute")),
    NONZERO(ContentRules::notZero),
    NOZEROPREFIX(ContentRules::noLeadingZero),
    PACKAGETYPE((text, from, to) ->
            ContentRules.listed(text, from, to, CodeLists.PACKAGES, "a package type of UNECE Recommendation 21")),
    PCENC(ContentRules::percentEncoded),
    PIECEOFTOTAL(ContentRules::pieceOfTotal),
    POSINSEQSLASH(ContentRules::positionInSequence),
    SS((text, from, to) -> DateRules.sixty(text, from, to, "Second")),
    WINDING((text, from, to) -> ContentRules.oneOf(text, from, to, "019")),
    YESNO((text, from, to) -> ContentRules.oneOf(text, from, to, "01")),
    YYMMD0((text, from, to) -> DateRules.date(text, from, to, 2, true)),
    YYMMDD((text, from, to) -> DateRules.date(text, from, to, 2, false)),
    YYYYMMD0((text, from, to) -> DateRules.date(text, from, to, 4, true)),
    YYYYMMDD((text, from, to) -> DateRules.date(text, from, to, 4, false)),
    ZERO((text, from, to) -> ContentRules.only(text, from, to, '0'));

    /** Throws a {@link ProblemException} with a position in {@code text} when the part between the indexes is wrong. */
    interface Rule {
        void check(String text, int from, int to);
    }

    private static final Map<String, Linter> BY_NAME = new HashMap<>();

    static {
        for (Linter linter : values()) {
            BY_NAME.put(linter.name().toLowerCase(Locale.ROOT), linter);
        }
    }

    private final Rule rule;

    Linter(Rule rule) {
        this.rule = rule;
    }

    /** The rule of that name, or null when it is not known. */
    static Linter named(String name) {
        return BY_NAME.get(name);
    }

    void check(String text, int from, int to) {
        rule.check(text, from, to);
    }
}
