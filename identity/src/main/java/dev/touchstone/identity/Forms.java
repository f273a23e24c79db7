package dev.touchstone.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one line of input stands for, in every form that it can take. Forms that the identifier does not have,
 * or whose making needs a company prefix of unknown length, are empty.
 *
 * @param identifier what the input names; empty when there is a problem, when the elements name nothing by themselves, and
 *     for a pattern that is open beyond its serial
 * @param elements all elements that came along
 * @param link with the elements that came along in its query
 * @param epcUrn pure identity, class or pattern URN
 * @param tag memory of an RFID tag: the input itself when it was one
 * @param problems why the input could not be understood, or what is wrong between its elements although each is right by
 *     itself; their places are those of the input
 */
public record Forms(
        String input,
        Optional<Identifier> identifier,
        Optional<ElementString> elements,
        Optional<DigitalLink> link,
        Optional<String> epcUrn,
        Optional<EpcTag> tag,
        List<Problem> problems) {

    public Forms {
        problems = List.copyOf(problems);
    }

    /** All forms of an input that {@link Scan#parse(String)} understands. Never throws. */
    public static Forms of(String input, CompanyPrefixes prefixes) {
        return of(input, Reading.TOLERANT, Writing.of(prefixes));
    }

    /** All forms of an input, read and written as told. Never throws. */
    public static Forms of(String input, Reading reading, Writing writing) {
        try {
            return FormsWriter.write(input, ScanReader.read(input, reading), writing);
        } catch (ProblemException e) {
            return refused(input, e.problem());
        }
    }

    static Forms refused(String input, Problem problem) {
        return new Forms(
                input,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(problem));
    }

    /** The same input, refused for a further reason. */
    public Forms refused(Problem problem) {
        return refused(input, problem);
    }

    /** Whether the input was understood and its elements may stand together. */
    public boolean ok() {
        return problems.isEmpty();
    }

    /** The first thing that is wrong. */
    public Optional<Problem> problem() {
        return problems.stream().findFirst();
    }

    /** The key and its qualifiers by AI, or an identifier of another scheme by the scheme's name; empty without either. */
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (link.isPresent()) {
            link.get().path().forEach(element -> keys.put(element.ai().code(), element.value()));
        } else if (identifier.isPresent()) {
            switch (identifier.get()) {
                case Key key -> {
                    keys.put(key.scheme().ai(), key.primary());
                    if (!key.qualifier().isEmpty()) {
                        keys.put(key.scheme().qualifierAi(), key.qualifier());
                    }
                }
                case IndustryIdentifier other -> keys.put(other.schemeName(), other.value());
            }
        }
        return keys;
    }

    /** Bracketed, such as {@code (01)09506000134352(21)a1}. */
    public Optional<String> elementString() {
        return elements.map(ElementString::bracketed);
    }

    public Optional<String> digitalLink() {
        return link.map(DigitalLink::toString);
    }

    /** The memory of the tag in capital hexadecimal digits. */
    public Optional<String> epcHex() {
        return tag.map(EpcTag::hex);
    }

    /** The Digital Link as an EPC binary string in hexadecimal digits; empty without a tag of a key. */
    public Optional<String> compressedLink() {
        return tag.filter(found -> found.key().isPresent())
                .map(found -> CompressedLink.hexadecimal(link.orElseThrow().stem(), found));
    }

    /** The Digital Link as an EPC binary string in base64url; empty without a tag of a key. */
    public Optional<String> shortestLink() {
        return tag.filter(found -> found.key().isPresent())
                .map(found -> CompressedLink.base64(link.orElseThrow().stem(), found));
    }
}
