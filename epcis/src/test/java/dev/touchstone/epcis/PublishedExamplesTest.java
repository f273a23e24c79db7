package dev.touchstone.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** GS1's published example documents; skipped where they are not at hand beside the repository. */
class PublishedExamplesTest {

    private static final Path FOLDER = Path.of("../../shared/data/epcis-examples/json");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, List<CapturedEvent>> EXAMPLES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: there are no example documents in " + FOLDER);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    EXAMPLES.put(
                            file.getFileName().toString(), Documents.readAll(new DocumentReader(in, Limits.STANDARD)));
                }
            }
        }
    }

    @Test
    void every_document_is_valid_and_its_events_come_back_as_they_were_captured() throws IOException {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(29);
        for (var example : EXAMPLES.entrySet()) {
            JsonNode original = MAPPER.readTree(Files.readString(FOLDER.resolve(example.getKey())));
            List<JsonNode> expected = new ArrayList<>();
            original.findPath("eventList").forEach(event -> expected.add(((ObjectNode) event).without("recordTime")));

            JsonNode written = MAPPER.readTree(write(example.getValue()));

            List<JsonNode> back = new ArrayList<>();
            written.findPath("eventList").forEach(event -> back.add(((ObjectNode) event).without("recordTime")));
            assertThat(back).as(example.getKey()).isEqualTo(expected).isNotEmpty();
            assertThat(Documents.read(written.toString()))
                    .as(example.getKey())
                    .extracting(CapturedEvent::hash)
                    .isEqualTo(
                            example.getValue().stream().map(CapturedEvent::hash).toList());
        }
    }

    private static String write(List<CapturedEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> contexts = events.stream().map(CapturedEvent::context).toList();
        try (QueryDocumentWriter writer =
                new QueryDocumentWriter(out, Instant.EPOCH, "SimpleEventQuery", Optional.empty(), contexts)) {
            events.forEach(event -> writer.event(event.json(), event.context(), Instant.EPOCH, Optional.empty()));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * The ids in the examples were made before the rules were final. They prove the order of the fields, the names and
     * the lists all the same: with the four rules taken back that changed since, the canonical text of these events has
     * the digest that is published.
     */
    @Test
    void published_ids_are_those_of_a_draft_of_the_rules() {
        List<String> reproduced = new ArrayList<>();
        int published = 0;
        for (var example : EXAMPLES.entrySet()) {
            for (CapturedEvent event : example.getValue()) {
                String id = event.event().eventId().orElse("");
                if (id.startsWith("ni:")) {
                    published++;
                    assertThat(event.hash()).isNotEqualTo(id);
                    if (id.equals(draftId(event.event()))) {
                        reproduced.add(example.getKey());
                    }
                }
            }
        }
        assertThat(published).isEqualTo(32);
        assertThat(reproduced)
                .hasSize(14)
                .contains(
                        "AssociationEvent-a.jsonld",
                        "Example_9.6.1-ObjectEvent.jsonld",
                        "Example_9.6.2-ObjectEvent.jsonld",
                        "Example_9.6.3-AggregationEvent.jsonld");
    }

    /** Identifiers and words as URNs, the type of a reference after its value, names without brackets. */
    private static String draftId(Event event) {
        StringBuilder text = new StringBuilder(EventHash.preHash(withoutReferences(event), EventHash.Version.CBV_2_0));
        int extensions = text.indexOf("{") < 0 ? text.length() : text.indexOf("{");
        text.insert(extensions, draftReferences(event));
        String draft = text.toString().replaceAll("[{}]", "").replace("https://ref.gs1.org/cbv/", "urn:epcglobal:cbv:");
        draft = draft.replace(":BizStep-", ":bizstep:").replace(":Disp-", ":disp:");
        for (Identifier id : identifiers(event)) {
            draft = draft.replace(id.canonical(), id.text());
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(draft.getBytes(StandardCharsets.UTF_8));
            return "ni:///sha-256;" + HexFormat.of().formatHex(digest) + "?ver=CBV2.0";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String draftReferences(Event event) {
        StringBuilder text = new StringBuilder();
        for (Reference.Kind kind : Reference.Kind.values()) {
            String types = kind == Reference.Kind.BIZ_TRANSACTION ? "btt:" : "sdt:";
            List<String> written = event.references().stream()
                    .filter(reference -> reference.kind() == kind)
                    .map(reference -> kind.field + "=" + reference.id().text() + "type=urn:epcglobal:cbv:" + types
                            + reference.type().orElseThrow().value())
                    .sorted()
                    .toList();
            text.append(written.isEmpty() ? "" : kind.list + String.join("", written));
        }
        return text.toString();
    }

    /** The longest first, since one may be the beginning of another. */
    private static List<Identifier> identifiers(Event event) {
        List<Identifier> ids = new ArrayList<>();
        event.items().forEach(item -> ids.add(item.id()));
        event.quantities().forEach(quantity -> ids.add(quantity.epcClass()));
        event.readPoint().ifPresent(place -> ids.add(place.id()));
        event.bizLocation().ifPresent(place -> ids.add(place.id()));
        ids.sort(
                Comparator.comparing((Identifier id) -> id.canonical().length()).reversed());
        return ids;
    }

    private static Event withoutReferences(Event event) {
        return new Event(
                event.type(),
                event.eventTime(),
                event.eventTimeZoneOffset(),
                event.eventId(),
                event.errorDeclaration(),
                event.certificationInfo(),
                event.action(),
                event.bizStep(),
                event.disposition(),
                event.persistentDisposition(),
                event.readPoint(),
                event.bizLocation(),
                event.items(),
                event.quantities(),
                event.transformationId(),
                List.of(),
                event.sensorElements(),
                event.ilmd(),
                event.extensions(),
                event.context());
    }
}
