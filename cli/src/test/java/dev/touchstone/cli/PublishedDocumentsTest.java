package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** GS1's published example documents, captured by the command into a running server; skipped where they are not at hand beside the repository. */
class PublishedDocumentsTest {
    private static final Path EXAMPLES = Path.of("../../shared/data/epcis-examples/json");
    private static final List<String> LISTS_OF_INSTANCES =
            List.of("epcList", "childEPCs", "inputEPCList", "outputEPCList");

    @TempDir(factory = OpenFolder.class)
    private static Path folder;

    private static ServerProcess server;
    private static Distribution.Ended captured;

    @BeforeAll
    static void capture() {
        assumeTrue(Files.isDirectory(EXAMPLES), "skipped: there are no example documents in " + EXAMPLES);
        server = ServerProcess.up(folder.resolve("data"));
        captured = Distribution.run("capture", "--server", server.address().toString(), EXAMPLES.toString());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void every_document_is_captured() throws IOException {
        assertThat(captured.err()).isEmpty();
        assertThat(captured.exit()).isZero();
        assertThat(captured.out())
                .contains("%d captured, 0 refused".formatted(documents().size()));
    }

    @Test
    void every_event_comes_back_equal() throws IOException {
        List<ObjectNode> all = bare(server.json("/epcis/events?perPage=1000"));
        for (Path document : documents()) {
            for (ObjectNode event : events(document)) {
                String id = event.path("eventID").asString("");
                if (id.isEmpty()) {
                    assertThat(all.stream().map(found -> found.deepCopy().without("eventID")))
                            .as("event without id of %s", document)
                            .contains(event);
                } else {
                    assertThat(bare(server.json("/epcis/events/" + ServerProcess.encoded(id))))
                            .as("event %s of %s", id, document)
                            .contains(event);
                }
            }
        }
    }

    @Test
    void every_thing_that_they_name_can_be_traced() throws IOException {
        Set<String> things = new TreeSet<>();
        for (Path document : documents()) {
            events(document).forEach(event -> {
                LISTS_OF_INSTANCES.forEach(list -> event.path(list).forEach(epc -> things.add(epc.asString())));
                event.path("parentID").asStringOpt().ifPresent(things::add);
            });
        }
        assertThat(things).hasSizeGreaterThan(20);
        for (String thing : things) {
            JsonNode trace = server.json("/api/trace?epc=" + ServerProcess.encoded(thing));
            assertThat(trace.path("timeline")).as("timeline of %s", thing).isNotEmpty();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    private static List<ObjectNode> events(Path document) {
        try {
            return bare(Json.MAPPER.readTree(Files.readString(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server gives each event a record time of its own, and repeats the prefixes of one where those of others conflict with them. */
    private static List<ObjectNode> bare(JsonNode document) {
        List<ObjectNode> events = new ArrayList<>();
        document.findPath("eventList")
                .forEach(event -> events.add(((ObjectNode) event).without(List.of("recordTime", "@context"))));
        return events;
    }
}
