package dev.touchstone.epcis;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads typed values out of JSON. A value that is not right is reported and comes back empty, as one that is missing
 * does; empty text and null count as missing (conformance requirements M53, M55, M67).
 */
final class Values {

    /** What an identifier may name where it stands. */
    enum Form {
        INSTANCE,
        CLASS,
        ANY
    }

    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");

    static final ObjectNode NO_FIELDS = JsonNodeFactory.instance.objectNode();

    final Context context;
    final Findings findings;

    Values(Context context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    void fault(String code, Where where, String detail, String expected) {
        findings.add(code, where, detail, expected);
    }

    void missing(Where object, String field, String expected) {
        fault("missing-field", object.at(field), "The field %s is missing.".formatted(field), expected);
    }

    /** Reports a required field as missing, unless its value was there and has been reported already. */
    void missingUnlessFaulty(Where object, String field, String expected) {
        if (!findings.reported(object.at(field))) {
            missing(object, field, expected);
        }
    }

    Optional<String> text(JsonNode node, Where where) {
        if (node.isString()) {
            String text = node.stringValue();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        wrongType(node, where, "a text");
        return Optional.empty();
    }

    Optional<ObjectNode> object(JsonNode node, Where where) {
        if (node instanceof ObjectNode object) {
            return Optional.of(object);
        }
        wrongType(node, where, "an object");
        return Optional.empty();
    }

    /** The elements that {@code read} makes something of. */
    <T> List<T> list(JsonNode node, Where where, BiFunction<JsonNode, Where, Optional<T>> read) {
        if (!(node instanceof ArrayNode array)) {
            wrongType(node, where, "an array");
            return List.of();
        }
        if (array.size() == 1) {
            return read.apply(array.get(0), where.at(0)).map(List::of).orElse(List.of());
        }
        List<T> elements = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            read.apply(array.get(i), where.at(i)).ifPresent(elements::add);
        }
        return elements;
    }

    void wrongType(JsonNode node, Where where, String expected) {
        boolean omitted = node.isNull()
                || node.isMissingNode()
                || node.isString() && node.stringValue().isEmpty();
        if (!omitted) {
            fault("wrong-type", where, "The value of %s is %s.".formatted(where.name(), kind(node)), expected);
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case STRING -> "a text";
            default -> "null";
        };
    }

    Optional<BigDecimal> number(JsonNode node, Where where) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        wrongType(node, where, "a number without quotes");
        return Optional.empty();
    }

    /** A code of the shape of UN/CEFACT Recommendation 20; the list itself grows twice a year. */
    Optional<String> unit(JsonNode node, Where where) {
        Optional<String> text = text(node, where);
        if (text.isPresent() && !UNIT.matcher(text.get()).matches()) {
            fault(
                    "unit",
                    where,
                    "%s is not a unit code.".formatted(quoted(text.get())),
                    "a UN/CEFACT Recommendation 20 code of 2 or 3 capitals and digits, such as KGM, LTR or CEL");
            return Optional.empty();
        }
        return text;
    }

    Optional<Instant> time(JsonNode node, Where where) {
        Optional<String> text = text(node, where);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time = Times.parse(text.get());
        if (time.isEmpty()) {
            boolean zone = Times.lacksZone(text.get());
            fault(
                    zone ? "time-zone" : "time",
                    where,
                    zone
                            ? "The time %s has no time zone.".formatted(quoted(text.get()))
                            : "%s is not a time.".formatted(quoted(text.get())),
                    Times.SHAPE);
        }
        return time;
    }

    Optional<String> uri(JsonNode node, Where where) {
        Optional<String> text = text(node, where);
        Optional<String> fault = text.flatMap(Uri::fault);
        if (fault.isPresent()) {
            fault(
                    "uri",
                    where,
                    "%s is not a URI: it %s.".formatted(quoted(text.get()), fault.get()),
                    "an absolute URI such as urn:uuid:... or https://...");
            return Optional.empty();
        }
        return text;
    }

    Optional<Identifier> identifier(JsonNode node, Where where, Form form) {
        Optional<String> uri = uri(node, where);
        if (uri.isEmpty()) {
            return Optional.empty();
        }
        String text = uri.get();
        try {
            Identifier id = Identifier.parse(text, context);
            if (id.uri() instanceof EpcUri.Other && isAtGs1(id.canonical())) {
                requireLink(id.canonical(), form);
            }
            return fits(id.uri(), text, where, form) ? Optional.of(id) : Optional.empty();
        } catch (ProblemException e) {
            fault(
                    "epc",
                    where,
                    "%s is not a valid identifier: %s"
                            .formatted(quoted(text), e.problem().detail()),
                    e.problem().expected());
            return Optional.empty();
        }
    }

    private static boolean isAtGs1(String text) {
        return text.startsWith("https://id.gs1.org/") || text.startsWith("http://id.gs1.org/");
    }

    /** What GS1's resolver names is a valid Digital Link, or, where any URI may stand, a page without a key. */
    private static void requireLink(String text, Form form) {
        try {
            DigitalLink.parse(text);
        } catch (ProblemException e) {
            if (form != Form.ANY || !e.problem().code().equals("digital-link")) {
                throw e;
            }
        }
    }

    private boolean fits(EpcUri uri, String text, Where where, Form form) {
        boolean urn = text.startsWith("urn:epc:");
        boolean names = switch (form) {
            case ANY -> true;
            case INSTANCE ->
                switch (uri) {
                    case EpcUri.Gs1 gs1 -> gs1.key().isInstance();
                    case EpcUri.Pattern pattern -> false;
                    case EpcUri.Other other -> !urn || text.startsWith("urn:epc:id:");
                };
            case CLASS ->
                switch (uri) {
                    case EpcUri.Gs1 gs1 -> !gs1.key().isInstance();
                    case EpcUri.Pattern pattern -> pattern.classKey().isPresent();
                    case EpcUri.Other other -> !urn || !text.startsWith("urn:epc:id:");
                };
        };
        if (!names && form == Form.INSTANCE) {
            fault(
                    "instance-identifier",
                    where,
                    "%s names a class of objects, not one of them.".formatted(quoted(text)),
                    "an identifier with a serial number, such as https://id.gs1.org/01/09506000134352/21/a1;"
                            + " classes belong into the quantity list");
        } else if (!names) {
            fault(
                    "class-identifier",
                    where,
                    "%s does not name a class of objects.".formatted(quoted(text)),
                    "a GTIN or lot, such as https://id.gs1.org/01/09506000134352/10/L1,"
                            + " urn:epc:class:lgtin:... or urn:epc:idpat:sgtin:...*; single objects belong into the EPC list");
        }
        return names;
    }

    Optional<Term> term(Cbv list, JsonNode node, Where where) {
        Optional<String> value = text(node, where);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get();
        Optional<String> word = list.word(text);
        if (word.isPresent()) {
            return Optional.of(new Term(text, word.get()));
        }
        if (text.indexOf(':') < 0 || list.reserves(text)) {
            fault(
                    "vocabulary",
                    where,
                    "%s is not a standard %s.".formatted(quoted(text), list.title()),
                    "a standard word (the nearest is %s), or a URI or prefixed name of your own"
                            .formatted(list.nearest(text)));
            return Optional.empty();
        }
        return uri(node, where).map(uri -> new Term(uri, context.expand(uri)));
    }

    /** The fields of other namespaces among those of an object; any other field that is not standard is reported. */
    ObjectNode extensions(ObjectNode object, Where where, Collection<String> standard) {
        ObjectNode extensions = NO_FIELDS;
        for (var field : object.properties()) {
            String name = field.getKey();
            if (!standard.contains(name) && isForeign(name, where, standard)) {
                extensions = extensions == NO_FIELDS ? JsonNodeFactory.instance.objectNode() : extensions;
                extensions.set(name, field.getValue());
            }
        }
        return extensions;
    }

    /** Whether a field that is not standard belongs to a declared namespace; it is reported when it does not. */
    boolean isForeign(String name, Where object, Collection<String> standard) {
        if (context.declares(name)) {
            return true;
        }
        int colon = name.indexOf(':');
        if (colon > 0) {
            String prefix = name.substring(0, colon);
            fault(
                    "prefix",
                    object.at(name),
                    "The prefix %s is not declared.".formatted(quoted(prefix)),
                    "its namespace, declared in @context");
        } else {
            fault(
                    "unknown-field",
                    object.at(name),
                    "There is no field %s here.".formatted(quoted(name)),
                    fieldsExpected(standard) + "a prefixed name of your own");
        }
        return false;
    }

    /** Reports every field of an object that may hold nothing but the standard ones. */
    void closed(ObjectNode object, Where where, Collection<String> standard) {
        for (String name : object.propertyNames()) {
            if (!standard.contains(name)) {
                fault(
                        "unknown-field",
                        where.at(name),
                        "There is no field %s here.".formatted(quoted(name)),
                        String.join(", ", standard));
            }
        }
    }

    private static String fieldsExpected(Collection<String> standard) {
        return standard.isEmpty() ? "" : String.join(", ", standard) + ", or ";
    }

    static String quoted(String text) {
        return '"' + (text.length() <= 80 ? text : text.substring(0, 77) + "...") + '"';
    }
}
