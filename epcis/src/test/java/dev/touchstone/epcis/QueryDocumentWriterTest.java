package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.SHIPPING;
import static dev.touchstone.epcis.Documents.document;
import static dev.touchstone.epcis.Documents.json;
import static dev.touchstone.epcis.Documents.observation;
import static dev.touchstone.epcis.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryDocumentWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.5Z");
    private static final String OTHER =
            document(observation("'ex:a': 2")).replace("https://ns.example.com/", "https://other.example/");
    private static final JsonMapper MAPPER = new JsonMapper();

    private static String write(List<CapturedEvent> events) {
        return write(
                events,
                events.stream().map(CapturedEvent::context).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String write(List<CapturedEvent> events, Set<String> contexts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryDocumentWriter writer =
                new QueryDocumentWriter(out, NOW, "SimpleEventQuery", Optional.empty(), contexts)) {
            for (CapturedEvent event : events) {
                Optional<String> added =
                        event.event().eventId().isEmpty() ? Optional.of(event.hash()) : Optional.empty();
                writer.event(event.json(), event.context(), NOW, added);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_captured_comes_back_with_a_record_time_and_an_id() {
        List<CapturedEvent> captured = read(document(
                SHIPPING, observation("'eventID': 'urn:x:7', 'ex:n': 1.50, 'recordTime': '2020-01-01T00:00:00Z'")));

        String written = write(captured);

        JsonNode events = MAPPER.readTree(written).at("/epcisBody/queryResults/resultsBody/eventList");
        assertThat(events.get(0))
                .isEqualTo(MAPPER.readTree(json(SHIPPING.replaceFirst(
                        "\\{",
                        "{'recordTime': '2026-03-02T08:00:00.500Z', 'eventID': '"
                                + captured.getFirst().hash() + "',"))));
        assertThat(events.get(1))
                .isEqualTo(MAPPER.readTree(json(
                        observation("'recordTime': '2026-03-02T08:00:00.500Z', 'eventID': 'urn:x:7', 'ex:n': 1.50"))));
        assertThat(read(written))
                .extracting(CapturedEvent::hash)
                .isEqualTo(captured.stream().map(CapturedEvent::hash).toList());
    }

    @Test
    void the_document_is_a_valid_query_document() {
        DocumentReader reader = Documents.reader(write(read(document(SHIPPING))));

        assertThat(reader.header().query()).isTrue();
        assertThat(reader.header().creationDate()).contains(NOW);
        assertThat(read(write(List.of()))).isEmpty();
    }

    @Test
    void the_subscription_is_named_when_there_is_one() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new QueryDocumentWriter(out, NOW, "my \"query\"", Optional.of("S1"), List.of()).close();

        JsonNode results = MAPPER.readTree(out.toByteArray()).at("/epcisBody/queryResults");
        assertThat(results.path("subscriptionID").stringValue()).isEqualTo("S1");
        assertThat(results.path("queryName").stringValue()).isEqualTo("my \"query\"");
    }

    @Test
    void declarations_that_agree_stand_once_and_those_that_conflict_stand_with_their_event() {
        List<CapturedEvent> events = new ArrayList<>(read(document(SHIPPING, observation("'ex:a': 1"))));
        events.addAll(read(OTHER));

        JsonNode written = MAPPER.readTree(write(events));

        assertThat(written.path("@context").toString())
                .isEqualTo("[\"" + QueryDocumentWriter.EPCIS_CONTEXT + "\",{\"ex\":\"https://ns.example.com/\"}]");
        assertThat(written.at("/epcisBody/queryResults/resultsBody/eventList")
                        .valueStream()
                        .map(e -> e.path("@context").toString()))
                .containsExactly(
                        "", "", "[\"" + QueryDocumentWriter.EPCIS_CONTEXT + "\",{\"ex\":\"https://other.example/\"}]");
        assertThat(read(written.toString()))
                .extracting(CapturedEvent::hash)
                .isEqualTo(events.stream().map(CapturedEvent::hash).toList());
    }

    @Test
    void a_context_that_names_another_or_sets_keywords_speaks_for_its_event_alone() {
        String other = document(observation("'ex:a': 1"));
        List<CapturedEvent> events = new ArrayList<>(read(document(observation("'ex:a': 2"))));
        events.addAll(read(other.replace("{\"ex\"", "\"https://context.example/\", {\"ex\"")));
        events.addAll(read(other.replace("{\"ex\"", "{\"@version\": 1.1, \"ex\"")));

        String written = write(events);

        assertThat(MAPPER.readTree(written).path("@context").toString()).doesNotContain("context.example", "@version");
        assertThat(MAPPER.readTree(written)
                        .at("/epcisBody/queryResults/resultsBody/eventList")
                        .valueStream()
                        .map(event -> event.has("@context")))
                .containsExactly(false, true, true);
        assertThat(read(written))
                .extracting(CapturedEvent::hash)
                .isEqualTo(events.stream().map(CapturedEvent::hash).toList());
    }

    @Test
    void an_event_whose_context_was_not_announced_carries_it() {
        List<CapturedEvent> events = read(OTHER);

        assertThat(read(write(events, Set.of())))
                .extracting(CapturedEvent::hash, CapturedEvent::context)
                .containsExactly(
                        tuple(events.getFirst().hash(), events.getFirst().context()));
    }

    @Test
    void long_results_are_sent_while_they_are_written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CapturedEvent event = read(document(SHIPPING)).getFirst();
        try (QueryDocumentWriter writer = new QueryDocumentWriter(out, NOW, "Q", Optional.empty(), List.of())) {
            for (int i = 0; i < 1000; i++) {
                writer.event(event.json(), event.context(), NOW, Optional.empty());
            }
            assertThat(out.size()).isGreaterThan(200_000);
        }
        assertThat(read(out.toString(StandardCharsets.UTF_8))).hasSize(1000);
    }

    @Test
    void a_reader_that_went_away_is_an_io_fault() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("connection reset");
            }
        };
        QueryDocumentWriter writer = new QueryDocumentWriter(gone, NOW, "Q", Optional.empty(), List.of());

        assertThatThrownBy(writer::close).isInstanceOf(UncheckedIOException.class);
    }
}
