package dev.touchstone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** GS1's published example documents go in and come out; skipped where they are not at hand beside the repository. */
class PublishedExamplesTest {
    private static final Path FOLDER = Path.of("../../shared/data/epcis-examples/json");

    @RegisterExtension
    static final TestLedger ledger = new TestLedger();

    @RegisterExtension
    static final TestServer server = new TestServer(ledger::routes);

    @Test
    void everyEventOfThemComesBackEqual() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: there are no example documents in " + FOLDER);
        List<Path> files;
        try (Stream<Path> listed = Files.list(FOLDER)) {
            files = listed.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String document = Files.readString(file);
            HttpResponse<String> answer = server.postJson("/epcis/capture", document);
            assertThat(answer.statusCode())
                    .as("%s: %s", file.getFileName(), answer.body())
                    .isEqualTo(202);
            for (JsonNode event : Json.MAPPER.readTree(document).findPath("eventList")) {
                assertThat(found(event)).as("%s", file.getFileName()).contains(bare(event));
            }
        }
    }

    /** The events of the log that have this one's time, without what the log adds. */
    private static List<JsonNode> found(JsonNode event) {
        JsonNode time = event.get("eventTime");
        String from = URLEncoder.encode(time.asString(), StandardCharsets.UTF_8);
        JsonNode document = server.getJson("/epcis/events?perPage=1000&GE_eventTime=" + from);
        List<JsonNode> found = new ArrayList<>();
        document.at("/epcisBody/queryResults/resultsBody/eventList").forEach(other -> {
            ObjectNode bare = bare(other);
            if (!event.has("eventID")) {
                bare.remove("eventID");
            }
            found.add(bare);
        });
        return found;
    }

    /** Without record time, and without the context, of which a query document has its own. */
    private static ObjectNode bare(JsonNode event) {
        return ((ObjectNode) event.deepCopy()).without(List.of("recordTime", "@context"));
    }
}
