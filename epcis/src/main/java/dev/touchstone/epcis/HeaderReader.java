package dev.touchstone.epcis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a document that stand around its body. */
final class HeaderReader {

    private static final List<String> FIELDS = List.of(
            "@context",
            "id",
            "type",
            "schemaVersion",
            "creationDate",
            "instanceIdentifier",
            "sender",
            "receiver",
            "epcisHeader",
            "epcisBody");

    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private List<VocabularyElement> masterData = List.of();
    private final List<String> foreign = new ArrayList<>();
    private Values values;
    private boolean query;
    private Optional<String> schemaVersion = Optional.empty();
    private Optional<Instant> creationDate = Optional.empty();
    private Optional<String> id = Optional.empty();
    private Optional<String> sender = Optional.empty();
    private Optional<String> receiver = Optional.empty();
    private Optional<String> instanceIdentifier = Optional.empty();

    HeaderReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(Context.STANDARD, findings);
    }

    Context context() {
        return values.context;
    }

    Header header() {
        return new Header(
                query,
                schemaVersion,
                creationDate,
                id,
                sender,
                receiver,
                instanceIdentifier,
                values.context,
                masterData);
    }

    /** Whether enough is known to read events: what their prefixes stand for, and where they are. */
    boolean isEnoughForEvents() {
        return seen.contains("@context")
                && seen.contains("type")
                && (query || seen.contains("schemaVersion") && seen.contains("creationDate"));
    }

    List<String> pathToEvents() {
        return query ? List.of("queryResults", "resultsBody", "eventList") : List.of("eventList");
    }

    void read(String name, JsonNode value) {
        Where at = Where.ROOT.at(name);
        if (!seen.add(name)) {
            findings.add("duplicate-key", at, "The field %s is given twice.".formatted(name), "each field once");
            return;
        }
        switch (name) {
            case "@context" -> values = new Values(Context.STANDARD.with(value, at, findings), findings);
            case "type" -> documentType(value, at);
            case "schemaVersion" -> schemaVersion = version(value, at);
            case "creationDate" -> creationDate = values.time(value, at);
            case "id" -> id = values.uri(value, at);
            case "sender" -> sender = values.text(value, at);
            case "receiver" -> receiver = values.text(value, at);
            case "instanceIdentifier" -> instanceIdentifier = values.text(value, at);
            case "epcisHeader" -> epcisHeader(value, at);
            default -> foreign.add(name);
        }
    }

    /** What must be there, and whether the prefixes of other fields are declared; to be called when all has been read. */
    void checkRequired() {
        require("@context", "the address of the EPCIS context, and your own prefixes");
        require("type", "EPCISDocument or EPCISQueryDocument");
        if (!query) {
            require("schemaVersion", "2.0");
            require("creationDate", Times.SHAPE);
        }
        for (String name : foreign) {
            values.isForeign(name, Where.ROOT, FIELDS);
        }
        foreign.clear();
    }

    private void require(String field, String expected) {
        if (seen.add(field)) {
            values.missing(Where.ROOT, field, expected);
        }
    }

    private void documentType(JsonNode value, Where at) {
        Optional<String> type = values.text(value, at);
        query = type.equals(Optional.of("EPCISQueryDocument"));
        if (type.isPresent() && !query && !type.get().equals("EPCISDocument")) {
            values.fault(
                    "document-type",
                    at,
                    "%s is no kind of EPCIS document.".formatted(Values.quoted(type.get())),
                    "EPCISDocument or EPCISQueryDocument");
        }
    }

    private Optional<String> version(JsonNode value, Where at) {
        Optional<String> version = values.text(value, at);
        if (version.isPresent()
                && !version.get().equals("2.0")
                && !version.get().startsWith("2.0.")) {
            values.fault(
                    "schema-version",
                    at,
                    "The schema version %s is not spoken here.".formatted(Values.quoted(version.get())),
                    "2.0");
        }
        return version;
    }

    private void epcisHeader(JsonNode value, Where at) {
        values.object(value, at).ifPresent(header -> masterData = MasterDataReader.read(header, at, values));
    }
}
