package dev.touchstone.identity;

import dev.touchstone.identity.Scan.Form;
import java.util.Optional;

/**
 * What an input turned out to be, and all that it told.
 *
 * @param identifier null when the input is well formed and yet names nothing
 * @param elements empty for identifiers of other schemes than GS1's
 * @param link the Digital Link that the input was
 * @param tag the memory of a tag that the input was
 * @param pattern the open pattern that the input was
 * @param companyPrefixLength 0 when the input did not tell it
 */
record Understood(
        Identifier identifier,
        Optional<ElementString> elements,
        Optional<DigitalLink> link,
        Optional<EpcTag> tag,
        Optional<EpcUri.Pattern> pattern,
        int companyPrefixLength,
        Form form) {

    static Understood of(Key key, ElementString elements, Form form) {
        return new Understood(
                key, Optional.of(elements), Optional.empty(), Optional.empty(), Optional.empty(), 0, form);
    }

    static Understood of(DigitalLink link) {
        return new Understood(
                link.key().orElse(null),
                Optional.of(link.elements()),
                Optional.of(link),
                Optional.empty(),
                Optional.empty(),
                0,
                Form.DIGITAL_LINK);
    }

    static Understood of(Key key, Form form, int companyPrefixLength) {
        return new Understood(
                key,
                Optional.of(ElementString.of(key)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                companyPrefixLength,
                form);
    }

    static Understood of(IndustryIdentifier identifier) {
        return new Understood(
                identifier, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Form.BARE);
    }

    static Understood of(EpcTag tag) {
        return new Understood(
                tag.identifier(),
                tag.elements(),
                Optional.empty(),
                Optional.of(tag),
                Optional.empty(),
                tag.companyPrefixLength(),
                Form.EPC_BINARY);
    }

    static Understood of(EpcUri.Pattern pattern) {
        Optional<Key> key = pattern.classKey();
        return new Understood(
                key.orElse(null),
                key.map(ElementString::of),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pattern),
                0,
                Form.EPC_URN);
    }

    Scan scan() {
        return switch (identifier) {
            case Key key -> new Scan.Identified(key, elements.orElseThrow(), form);
            case IndustryIdentifier other -> new Scan.Industry(other);
            case null ->
                new Scan.Refused(new Problem(
                        pattern.isPresent() ? "pattern" : "no-key",
                        -1,
                        pattern.isPresent()
                                ? "The URN is a pattern, which no single thing or class carries."
                                : "The elements are well formed, but name no product or unit.",
                        "a key, such as a GTIN with its serial"));
        };
    }
}
