package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.Distribution.Ended;
import dev.touchstone.http.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every command against a running server that holds a small world (src/test/resources/world): LAMP1 and LAMP2 went from Brno to a shop in
 * one case, LAMP1 was sold and came back, RADIO1 never left. LAMP1 and RADIO1 have cells of lot C7, LAMP2 of lot C8.
 */
class CommandLineTest {
    private static final Path WORLD = Path.of("src/test/resources/world");
    private static final String LAMP1 = "https://id.gs1.org/01/09521321000018/21/LAMP1";
    private static final String LAMP2 = "https://id.gs1.org/01/09521321000018/21/LAMP2";
    private static final String RADIO1 = "https://id.gs1.org/01/09521321000025/21/RADIO1";
    private static final String SCANNED_RADIO1 = "0109521321000025" + "21RADIO1";
    private static final String NEVER_MADE = "(01)09521321000018(21)NEVER";

    @TempDir(factory = OpenFolder.class)
    private static Path folder;

    private static ServerProcess server;
    private static Ended captured;

    @BeforeAll
    static void captureTheWorld() {
        server = ServerProcess.up(folder.resolve("data"));
        captured = touchstone("capture", WORLD.toString());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void capture_takes_all_documents_of_a_folder() {
        assertThat(captured.exit()).as(captured.err()).isZero();
        assertThat(captured.out())
                .contains("1-master-data.jsonld: 0 events", "2-made.jsonld: 3 events", "3-shipped.jsonld: 5 events")
                .contains("4 captured, 0 refused");
    }

    @Test
    void capture_tells_what_it_knew_already() {
        Ended again = touchstone("capture", WORLD.resolve("2-made.jsonld").toString());
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("3 events, 3 of them known already");

        JsonNode job =
                answer("capture", "--json", WORLD.resolve("2-made.jsonld").toString());
        assertThat(job.path("duplicates").asInt()).isEqualTo(3);
    }

    @Test
    void capture_of_a_bad_document_names_the_place_and_what_would_be_right_and_stores_nothing() throws IOException {
        Ended refused = touchstone("capture", "src/test/resources/refused.jsonld");
        assertThat(refused.exit()).isEqualTo(Exit.NO);
        assertThat(refused.complaint().getFirst()).startsWith("refused").endsWith("refused.jsonld");
        assertThat(refused.complaint().get(1))
                .contains(
                        "/epcisBody/eventList/1/eventTime",
                        "\"the day after\" is not a time",
                        "Expected: a time such as");
        JsonNode sales =
                server.json("/epcis/events?EQ_bizStep=retail_selling&MATCH_epc=" + ServerProcess.encoded(LAMP2));
        assertThat(sales.findPath("eventList"))
                .as("the first event of the document was right")
                .isEmpty();
    }

    @Test
    void mint_gives_the_same_serials_for_the_same_request() {
        Ended first = touchstone("mint", "09521321000018", "--count", "3", "--request-id", "order 17");
        Ended again = touchstone("mint", "9521321000018", "--count", "3", "--request-id", "order 17");
        Ended other = touchstone("mint", "09521321000018", "--count", "3");
        assertThat(first.out().lines())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("https://id\\.gs1\\.org/01/09521321000018/21/[0-9A-Z]{12}"));
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(other.out().lines())
                .doesNotContainAnyElementsOf(first.out().lines().toList());
    }

    @Test
    void label_draws_as_the_name_of_the_file_says() throws IOException {
        Path svg = folder.resolve("label.svg");
        assertThat(touchstone("label", LAMP1, "-o", svg.toString()).exit()).isZero();
        assertThat(Files.readString(svg)).startsWith("<svg").contains("mm\"", "(01)09521321000018", "(21)LAMP1");

        Path png = folder.resolve("label.png");
        Ended drawn = touchstone("label", LAMP1, "--symbol", "qr", "--dpi", "600", "-o", png.toString());
        assertThat(drawn.exit()).as(drawn.err()).isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).as("dots of a label some centimetres wide").isGreaterThan(600);
    }

    @Test
    void trace_tells_the_life_of_a_unit_and_of_its_containers() {
        Ended trace = touchstone("trace", LAMP1);
        assertThat(trace.exit()).as(trace.err()).isZero();
        assertThat(trace.out())
                .contains("Lamp", "returned", "Lyon shop (FR)", "at Brno line 1", "09521321000094/10/C7")
                .containsSubsequence("retail_selling", "receiving", "shipping", "packing", "commissioning")
                .containsPattern("shipping .*Brno.* in https://id.gs1.org/00/095213210000000179");

        Ended onItsWay = touchstone("trace", LAMP1, "--as-of", "2026-03-03T00:00:00Z");
        assertThat(onItsWay.out())
                .contains("inside    https://id.gs1.org/00/095213210000000179")
                .doesNotContain("Lyon shop", "retail_selling");
    }

    @ParameterizedTest
    @ValueSource(strings = {LAMP1, "(01)09521321000018(21)LAMP1", "urn:epc:id:sgtin:9521321.000001.LAMP1"})
    void a_unit_is_found_by_every_form_of_its_name(String name) {
        assertThat(answer("trace", "--json", name).at("/unit/identifier/epc").asString())
                .isEqualTo(LAMP1);
    }

    @Test
    void trace_of_what_no_event_names_says_so() {
        Ended unknown = touchstone("trace", NEVER_MADE);
        assertThat(unknown.exit()).isEqualTo(Exit.NO);
        assertThat(unknown.complaint()).singleElement().asString().contains("No event", "/21/NEVER", "Expected");
    }

    @Test
    void verify_says_by_its_exit_code_whether_a_scan_is_valid() {
        Ended valid = touchstone("verify", SCANNED_RADIO1);
        assertThat(valid.out()).startsWith("valid: ").contains("  - ");
        assertThat(valid.exit()).isZero();

        Ended unknown = touchstone("verify", NEVER_MADE);
        assertThat(unknown.out()).startsWith("unknown: ");
        assertThat(unknown.exit()).isEqualTo(Exit.NO);
    }

    @Test
    void recall_lists_exactly_the_units_of_a_component_lot_and_where_they_are() throws IOException {
        Path csv = folder.resolve("scope.csv");
        Ended scope = touchstone("recall", "--component-lot", "C7", "--csv", csv.toString());
        assertThat(scope.exit()).as(scope.err()).isZero();
        assertThat(scope.out())
                .contains("2 units", "2 located", "Lyon shop (FR)", "Brno (CZ)")
                .doesNotContain("LAMP2");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).startsWith("unit,product,serial,");
        assertThat(lines.subList(1, lines.size()))
                .satisfiesExactly(
                        lamp -> assertThat(lamp).startsWith(LAMP1 + ",").contains(",shop,"),
                        radio -> assertThat(radio).startsWith(RADIO1 + ",").contains(",plant,"));
    }

    @Test
    void a_started_recall_marks_its_units() {
        Ended started = touchstone("recall", "--component-lot", "C8", "--start", "Cells", "--reason", "They swell.");
        assertThat(started.exit()).as(started.err()).isZero();
        assertThat(started.out()).contains("Recall Cells started: 1 units are marked.");
        Ended verdict = touchstone("verify", LAMP2);
        assertThat(verdict.out()).startsWith("recalled: ");
        assertThat(verdict.exit()).isEqualTo(Exit.NO);
    }

    @Test
    void lead_times_are_compared_and_lead_to_the_units() {
        Ended compared =
                touchstone("benchmark", "lead-times", "--from", "commissioning", "--to", "packing", "--by", "line");
        assertThat(compared.exit()).as(compared.err()).isZero();
        assertThat(compared.out()).containsPattern("Brno line 1 +2 +1\\.96 ").contains("too few to judge");

        Ended units = touchstone(
                "benchmark",
                "lead-times",
                "--from",
                "commissioning",
                "--to",
                "packing",
                "--by",
                "line",
                "--group",
                "https://id.gs1.org/414/9521321100015/254/L1");
        assertThat(units.out().lines().filter(line -> line.contains("LAMP")))
                .satisfiesExactly(
                        slowest -> assertThat(slowest).contains("LAMP1").endsWith("2.00"),
                        next -> assertThat(next).contains("LAMP2").endsWith("1.92"));
    }

    @Test
    void returns_are_compared() {
        Ended compared = touchstone("benchmark", "returns", "--by", "componentLot");
        assertThat(compared.exit()).as(compared.err()).isZero();
        assertThat(compared.out()).containsPattern("lot C7 +1 +1 +100\\.0 %");
    }

    @ParameterizedTest
    @CsvSource({
        "trace " + LAMP1 + ", /api/trace?epc=" + LAMP1,
        "verify " + RADIO1 + ", /api/verify?scan=" + RADIO1,
        "recall --component-lot C7, /api/recall/scope?componentLot=C7",
        "benchmark lead-times --from commissioning --to packing --by plant, /api/performance/lead-times?from=commissioning&to=packing&by=plant",
        "benchmark returns --by product, /api/performance/returns?by=product"
    })
    void with_json_a_command_prints_the_answer_of_the_server(String command, String path) throws IOException {
        assertThat(withoutClock(answer((command + " --json").split(" ")))).isEqualTo(withoutClock(server.json(path)));
    }

    @Test
    void without_a_server_a_sentence_says_how_to_start_one() throws IOException {
        String nobody = "http://127.0.0.1:" + freePort();
        Ended alone = Distribution.run("verify", "--server", nobody, LAMP1);
        assertThat(alone.exit()).isEqualTo(Exit.NO);
        assertThat(alone.complaint())
                .singleElement()
                .asString()
                .contains("No Touchstone answers at " + nobody, "touchstone up");
    }

    @Test
    void a_wrong_command_line_is_told_apart_from_a_no() {
        Ended incomplete = Distribution.run("trace");
        assertThat(incomplete.exit()).isEqualTo(Exit.USAGE);
        assertThat(incomplete.err()).contains("IDENTIFIER", "Usage: touchstone trace");
        Ended noFile = touchstone("capture", folder.resolve("no-such.jsonld").toString());
        assertThat(noFile.exit()).isEqualTo(Exit.USAGE);
        assertThat(noFile.complaint().getFirst()).contains("There is no readable file", "no-such.jsonld");
    }

    /** Runs a command that asks the server. */
    private static Ended touchstone(String... arguments) {
        return Distribution.run(Map.of("TOUCHSTONE_URL", server.address().toString()), arguments);
    }

    private static JsonNode answer(String... arguments) {
        Ended ended = touchstone(arguments);
        assertThat(ended.exit()).as(ended.err()).isZero();
        return Json.MAPPER.readTree(ended.out());
    }

    /** How long an answer took is never the same twice. */
    private static JsonNode withoutClock(JsonNode answer) {
        return ((ObjectNode) answer).without("tookMillis");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
