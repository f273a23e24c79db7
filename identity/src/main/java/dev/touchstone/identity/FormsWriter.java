package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what an input turned out to be in all its forms. */
final class FormsWriter {

    private final String input;
    private final Understood understood;
    private final Writing writing;

    private FormsWriter(String input, Understood understood, Writing writing) {
        this.input = input;
        this.understood = understood;
        this.writing = writing;
    }

    /** @throws ProblemException when a form that was asked for in particular is not to be had */
    static Forms write(String input, Understood understood, Writing writing) {
        return new FormsWriter(input, understood, writing).forms();
    }

    private Forms forms() {
        return switch (understood.identifier()) {
            case Key key -> ofKey(key);
            case IndustryIdentifier other ->
                new Forms(
                        input,
                        Optional.of(other),
                        Optional.empty(),
                        Optional.empty(),
                        other.epcUrn(),
                        understood.tag().or(() -> industryTag(other)),
                        List.of());
            case null ->
                new Forms(
                        input,
                        Optional.empty(),
                        understood.elements(),
                        understood.elements().flatMap(this::link),
                        understood.pattern().map(EpcUri.Pattern::uri),
                        Optional.empty(),
                        faults());
        };
    }

    private Forms ofKey(Key key) {
        int length = understood.companyPrefixLength();
        if (length == 0) {
            length = writing.prefixLength(key);
        }
        Optional<String> urn = understood.pattern().map(EpcUri.Pattern::uri).or(urn(key, length));
        return new Forms(
                input,
                Optional.of(key),
                understood.elements(),
                understood.elements().flatMap(this::link),
                urn,
                tag(key, length),
                faults());
    }

    private Supplier<Optional<String>> urn(Key key, int length) {
        return () -> {
            Optional<String> urn = EpcUri.epcUrn(key, length);
            boolean demanded =
                    writing.companyPrefixLength() > 0 && !key.scheme().urnName.isEmpty();
            if (urn.isEmpty() && demanded) {
                throw ProblemException.of(
                        "company-prefix",
                        -1,
                        "The %s %s does not begin with a company prefix of %d digits."
                                .formatted(key.scheme().title(), key.elementString(), length),
                        "the length of its company prefix");
            }
            return urn;
        };
    }

    /** Its path begins with the key that the path of the input began with, or with the key that was understood. */
    private Optional<DigitalLink> link(ElementString elements) {
        String host = understood.tag().map(EpcTag::host).orElse("");
        String stem = host.isEmpty() ? writing.stem() : "https://" + host;
        String keyAi = understood
                .link()
                .map(own -> own.path().get(0).ai().code())
                .orElse(
                        understood.identifier() instanceof Key key
                                ? key.scheme().ai()
                                : "");
        return DigitalLink.of(keyAi, elements, stem).or(() -> DigitalLink.of(elements, stem));
    }

    /** The tag that the input was, unless another scheme is asked for. */
    private Optional<EpcTag> tag(Key key, int length) {
        Optional<EpcTag> own = understood.tag();
        if (writing.scheme().isPresent()) {
            EpcScheme scheme = writing.scheme().get();
            return own.filter(tag -> tag.scheme() == scheme).or(() -> Optional.of(tag(scheme, key, length)));
        }
        if (own.isPresent()) {
            return own;
        }
        if (writing.filter() > EpcScheme.SGTIN_96.maxFilter()) {
            throw ProblemException.of(
                    "filter", -1, "Keys have no filter value %d.".formatted(writing.filter()), "0 to 7");
        }
        try {
            return Optional.of(
                    writing.withData() && !data(key).isEmpty()
                            ? EpcTag.withData(key, writing.filter(), data(key))
                            : EpcTag.smallest(key, writing.filter(), length));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private EpcTag tag(EpcScheme scheme, Key key, int length) {
        if (!scheme.carriesData()) {
            return EpcTag.of(scheme, writing.filter(), key, length);
        }
        List<Element> data = writing.withData() || scheme.carriesDate() ? data(key) : List.of();
        if (scheme.carriesDate()) {
            data = dateFirst(data, writing.withData());
        }
        return EpcTag.of(scheme, writing.filter(), key, data, scheme.carriesHost() ? writing.host() : "");
    }

    /** The elements beside those of the key itself. */
    private List<Element> data(Key key) {
        List<Element> own = ElementString.of(key).elements();
        return understood.elements().orElseThrow().elements().stream()
                .filter(element -> own.stream()
                        .noneMatch(of -> of.ai().code().equals(element.ai().code())))
                .toList();
    }

    private static List<Element> dateFirst(List<Element> data, boolean rest) {
        List<Element> sorted = new ArrayList<>();
        data.stream()
                .filter(element -> EpcWriter.DATES.contains(element.ai().code()))
                .findFirst()
                .ifPresent(sorted::add);
        if (rest) {
            data.stream().filter(element -> !sorted.contains(element)).forEach(sorted::add);
        }
        return sorted;
    }

    private Optional<EpcTag> industryTag(IndustryIdentifier identifier) {
        return switch (identifier) {
            case Gid gid -> Optional.of(EpcTag.of(EpcScheme.GID_96, 0, gid, 0));
            case UsDod usDod -> Optional.of(EpcTag.of(EpcScheme.USDOD_96, writing.filter(), usDod, 0));
            case Adi adi -> Optional.of(EpcTag.of(EpcScheme.ADI_VAR, writing.filter(), adi, 0));
            default -> Optional.empty();
        };
    }

    /** What is wrong between the elements, with the place of the AI in the input. */
    private List<Problem> faults() {
        return understood.elements().isEmpty()
                ? List.of()
                : Associations.faults(understood.elements().get().elements(), ai -> ElementReader.place(input, ai));
    }
}
