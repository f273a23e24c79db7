package dev.touchstone.identity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How {@link Forms} writes what an input does not settle by itself.
 *
 * @param companyPrefixLength digits of the GS1 company prefix of every key, 6 to 12; 0: as the sources know it
 * @param sources of the length of company prefixes; the first that knows a key's prefix decides
 * @param scheme of tags; empty: the one that needs the fewest words
 * @param filter value of tags
 * @param withData whether tags also carry the elements beside the key, which the + schemes can
 * @param stem of Digital Links, such as {@code https://id.gs1.org}; its host goes into tags of the ++ schemes
 */
public record Writing(
        int companyPrefixLength,
        List<CompanyPrefixes> sources,
        Optional<EpcScheme> scheme,
        int filter,
        boolean withData,
        String stem) {

    private static final int HIGHEST_FILTER = 63;

    public Writing {
        if (companyPrefixLength != 0 && (companyPrefixLength < 6 || companyPrefixLength > 12)) {
            throw ProblemException.of(
                    "company-prefix",
                    -1,
                    "A company prefix has no %d digits.".formatted(companyPrefixLength),
                    "6 to 12, or 0 when it is not known");
        }
        if (filter < 0 || filter > HIGHEST_FILTER) {
            throw ProblemException.of("filter", -1, "Filter value %d does not exist.".formatted(filter), "0 to 7");
        }
        sources = List.copyOf(sources);
        LinkFault.requireUri(stem);
    }

    /** The usual forms, with company prefixes as a source knows them. */
    public static Writing of(CompanyPrefixes prefixes) {
        return new Writing(0, List.of(prefixes), Optional.empty(), 0, false, DigitalLink.CANONICAL_STEM);
    }

    /** Digits of a key's company prefix, 0 when it is not known. */
    int prefixLength(Key key) {
        OptionalInt length =
                companyPrefixLength > 0 ? OptionalInt.of(companyPrefixLength) : CompanyPrefixes.length(key, sources);
        return length.orElse(0);
    }

    /** The host name in the stem, without port. */
    String host() {
        int from = stem.indexOf("//") + 2;
        int to = from;
        while (to < stem.length() && ":/?#".indexOf(stem.charAt(to)) < 0) {
            to++;
        }
        return stem.substring(from, to);
    }
}
