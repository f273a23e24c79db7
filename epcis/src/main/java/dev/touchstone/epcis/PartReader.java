package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parts of an event that are objects themselves: where, why, and what was wrong. */
final class PartReader {

    private static final List<String> PLACE = List.of("id");
    private static final List<String> PERSISTENT_DISPOSITION = List.of("set", "unset");
    private static final List<String> ERROR_DECLARATION = List.of("declarationTime", "reason", "correctiveEventIDs");

    private PartReader() {}

    static Optional<Place> place(JsonNode node, Where where, Values values) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        if (!fields.has("id")) {
            values.missing(where, "id", "the identifier of a location, such as https://id.gs1.org/414/9506000134307");
        }
        ObjectNode extensions = values.extensions(fields, where, PLACE);
        return values.identifier(fields.path("id"), where.at("id"), Form.ANY).map(id -> new Place(id, extensions));
    }

    static Optional<PersistentDisposition> persistentDisposition(JsonNode node, Where where, Values values) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        values.closed(fields, where, PERSISTENT_DISPOSITION);
        List<Term> set = dispositions(fields, where, "set", values);
        List<Term> unset = dispositions(fields, where, "unset", values);
        if (fields.path("set").isEmpty() && fields.path("unset").isEmpty()) {
            values.fault("empty", where, "The persistent disposition says nothing.", "set, unset or both, not empty");
        }
        return Optional.of(new PersistentDisposition(set, unset));
    }

    private static List<Term> dispositions(ObjectNode fields, Where where, String name, Values values) {
        return fields.has(name)
                ? values.list(fields.get(name), where.at(name), (word, at) -> values.term(Cbv.DISPOSITION, word, at))
                : List.of();
    }

    static Optional<Reference> reference(Reference.Kind kind, JsonNode node, Where where, Values values) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        values.closed(fields, where, kind.fields);
        if (!fields.has(kind.field)) {
            values.missing(where, kind.field, "a URI");
        }
        if (kind != Reference.Kind.BIZ_TRANSACTION && !fields.has("type")) {
            values.missing(where, "type", "one of " + String.join(", ", kind.types.words()) + ", or a URI of your own");
        }
        Optional<Term> type = values.term(kind.types, fields.path("type"), where.at("type"));
        return values.identifier(fields.path(kind.field), where.at(kind.field), Form.ANY)
                .map(id -> new Reference(kind, type, id));
    }

    static Optional<ErrorDeclaration> errorDeclaration(JsonNode node, Where where, Values values) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        Optional<Instant> time = values.time(fields.path("declarationTime"), where.at("declarationTime"));
        if (time.isEmpty()) {
            values.missingUnlessFaulty(where, "declarationTime", Times.SHAPE);
        }
        Optional<Term> reason = values.term(Cbv.ERROR_REASON, fields.path("reason"), where.at("reason"));
        List<String> corrections = fields.has("correctiveEventIDs")
                ? values.list(fields.get("correctiveEventIDs"), where.at("correctiveEventIDs"), values::uri)
                : List.of();
        ObjectNode extensions = values.extensions(fields, where, ERROR_DECLARATION);
        return time.map(since -> new ErrorDeclaration(since, reason, corrections, extensions));
    }
}
