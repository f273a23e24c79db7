package dev.touchstone.identity;

import java.util.List;
import java.util.Optional;

/**
 * A GS1 element string: values under Application Identifiers, in their order, each valid by itself. No AI occurs twice.
 */
public record ElementString(List<Element> elements) {

    /** The separator FNC1 as scanners transmit it, ASCII 29. */
    public static final char SEPARATOR = '\u001d';

    static final List<String> KEYS = List.of(
            "01", "8006", "00", "8003", "8004", "253", "255", "8010", "8018", "8017", "414", "417", "8013", "401",
            "402", "415");

    /** From fine to coarse. */
    private static final List<String> QUALIFIERS = List.of("21", "235", "10", "254", "8011");

    public ElementString {
        elements = List.copyOf(elements);
    }

    /** The elements of a key alone. */
    public static ElementString of(Key key) {
        Element primary = Element.of(key.scheme().ai(), key.primary());
        return new ElementString(
                key.qualifier().isEmpty()
                        ? List.of(primary)
                        : List.of(primary, Element.of(key.scheme().qualifierAi(), key.qualifier())));
    }

    /**
     * Reads the bracketed form {@code (01)09506000134352(21)a1}, or the form that scanners send, with the separator
     * {@link #SEPARATOR} (or {@code ^}) after values of variable length, with or without a symbology identifier such
     * as {@code ]C1}. In the bracketed form {@code \(} stands for a bracket inside a value.
     *
     * @throws ProblemException when an AI is unknown, a value breaks its rules, or two values of one AI differ
     */
    public static ElementString parse(String text) {
        return parse(text, AiTable.standard());
    }

    /** As {@link #parse(String)}, with the AIs of another table. */
    public static ElementString parse(String text, AiTable table) {
        return ElementReader.read(text, table);
    }

    /**
     * What is wrong between the elements: AIs that miss a companion or may not stand together. Judge the elements of all
     * symbols on an item at once: a companion may stand in another symbol.
     */
    public List<Problem> faults() {
        return Associations.faults(elements, ai -> -1);
    }

    /** The value under an AI. */
    public Optional<String> value(String ai) {
        return find(ai).map(Element::value);
    }

    Optional<Element> find(String ai) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).ai().code().equals(ai)) {
                return Optional.of(elements.get(i));
            }
        }
        return Optional.empty();
    }

    /** The key that the elements identify, at its finest: an SGTIN where (01) and (21) are there. */
    public Optional<Key> key() {
        return primary(this).map(primary -> keyOf(primary.ai().code(), primary.value()));
    }

    /** The element whose AI is the key, where there are several the one that names the thing most directly. */
    static Optional<Element> primary(ElementString string) {
        for (String ai : KEYS) {
            Optional<Element> found = string.find(ai);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Key keyOf(String ai, String primary) {
        for (String qualifierAi : QUALIFIERS) {
            Scheme scheme = Scheme.of(ai, qualifierAi);
            String qualifier = scheme == null ? null : value(qualifierAi).orElse(null);
            if (qualifier != null && !(scheme == Scheme.SGLN && qualifier.equals("0"))) {
                return scheme.key(primary, qualifier);
            }
        }
        Scheme plain = Scheme.of(ai, "");
        return plain == null ? null : plain.key(primary, "");
    }

    /** The Digital Link at id.gs1.org with qualifiers in the path and attributes in the query; empty without a key. */
    public Optional<String> digitalLink() {
        return DigitalLink.of(this).map(DigitalLink::toString);
    }

    /** The form for people: {@code (01)09506000134352(21)a1}. */
    public String bracketed() {
        StringBuilder out = new StringBuilder(80);
        for (Element element : elements) {
            Element.appendBracketed(out, element.ai().code(), element.value());
        }
        return out.toString();
    }

    /** The human-readable interpretation below a symbol: as {@link #bracketed()}, but with nothing escaped. */
    public String humanReadable() {
        StringBuilder out = new StringBuilder(80);
        for (Element element : elements) {
            out.append(element.ai()).append(element.value());
        }
        return out.toString();
    }

    /** The form in a symbol: AIs and values with {@link #SEPARATOR} after values of variable length, but not at the end. */
    public String raw() {
        StringBuilder out = new StringBuilder(80);
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            out.append(element.ai().code()).append(element.value());
            if (!element.ai().fixed() && i < elements.size() - 1) {
                out.append(SEPARATOR);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return bracketed();
    }
}
