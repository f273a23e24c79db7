package dev.touchstone.identity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that one line of input stands for, in every form that it can take. Forms that the identifier does not have,
 * or whose making needs a company prefix of unknown length, are empty.
 *
 * @param identifier what the input names; empty exactly when there is a problem
 * @param elementString bracketed, with all elements that came along
 * @param digitalLink at id.gs1.org, with the elements that came along in its query
 * @param epcUrn pure identity, class or pattern URN
 * @param epcHex memory of an RFID tag in the scheme that needs the fewest words, filter value 0
 * @param faults what is wrong between the elements, although each is right by itself
 * @param problem why the input could not be understood
 */
public record Forms(
        String input,
        Optional<Identifier> identifier,
        Optional<String> elementString,
        Optional<String> digitalLink,
        Optional<String> epcUrn,
        Optional<String> epcHex,
        List<Problem> faults,
        Optional<Problem> problem) {

    /** All forms of an input that {@link Scan#parse(String)} understands. Never throws. */
    public static Forms of(String input, CompanyPrefixes prefixes) {
        return switch (Scan.parse(input)) {
            case Scan.Identified identified ->
                ofKey(input, identified, prefixLength(input, identified.key(), prefixes));
            case Scan.Industry(IndustryIdentifier other) ->
                new Forms(
                        input,
                        Optional.of(other),
                        Optional.empty(),
                        Optional.empty(),
                        other.epcUrn(),
                        industryHex(other),
                        List.of(),
                        Optional.empty());
            case Scan.Refused(Problem problem) ->
                new Forms(
                        input,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(problem));
        };
    }

    /** Whether the input was understood and its elements may stand together. */
    public boolean ok() {
        return problem.isEmpty() && faults.isEmpty();
    }

    private static Forms ofKey(String input, Scan.Identified identified, int prefixLength) {
        Key key = identified.key();
        return new Forms(
                input,
                Optional.of(key),
                Optional.of(identified.elements().bracketed()),
                identified.elements().digitalLink(),
                EpcUri.epcUrn(key, prefixLength),
                hex(key, prefixLength),
                identified.elements().faults(),
                Optional.empty());
    }

    /** An URN tells the length of the company prefix, and so does the memory of most tags; else the sources may know it. */
    private static int prefixLength(String input, Key key, CompanyPrefixes prefixes) {
        String text = input.strip();
        try {
            if (EpcUri.parse(text) instanceof EpcUri.Gs1(Key same, int length) && length > 0 && same.equals(key)) {
                return length;
            }
        } catch (ProblemException e) {
            return tagPrefixLength(text, prefixes.length(key));
        }
        return tagPrefixLength(text, prefixes.length(key));
    }

    private static int tagPrefixLength(String text, OptionalInt known) {
        try {
            int length = EpcTag.parse(text).companyPrefixLength();
            return length > 0 ? length : known.orElse(0);
        } catch (ProblemException e) {
            return known.orElse(0);
        }
    }

    private static Optional<String> hex(Key key, int prefixLength) {
        try {
            return Optional.of(EpcTag.smallest(key, 0, prefixLength).hex());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> industryHex(IndustryIdentifier identifier) {
        return switch (identifier) {
            case Gid gid -> Optional.of(EpcTag.of(EpcScheme.GID_96, 0, gid, 0).hex());
            case UsDod usDod ->
                Optional.of(EpcTag.of(EpcScheme.USDOD_96, 0, usDod, 0).hex());
            case Adi adi -> Optional.of(EpcTag.of(EpcScheme.ADI_VAR, 0, adi, 0).hex());
            default -> Optional.empty();
        };
    }
}
