package dev.touchstone.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.Database;
import dev.touchstone.database.TestDatabase;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import dev.touchstone.ledger.Ledger;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MasterDataTest {

    private static final String PLANT = "https://id.gs1.org/414/9521321000100";
    private static final String LINE = PLANT + "/254/L1";
    private static final String PLACES = "urn:epcglobal:epcis:vtype:BusinessLocation";

    private Database database;
    private MasterData masterData;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        masterData = new MasterData(database.dataSource());
        ledger = Ledger.open(database, Limits.STANDARD, Clock.systemUTC(), List.of(masterData.projection()));
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void theExampleOfTheDocumentationIsUnderstood() throws Exception {
        String page = Files.readString(Path.of("../docs/masterdata.md"));
        capture(page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```")));

        assertThat(masterData.product("09521321000018"))
                .isEqualTo(new Product("09521321000018", "Handheld scanner", Optional.of("Example"), Optional.empty()));
        assertThat(masterData.location(PLANT).kind()).isEqualTo(LocationKind.PLANT);
        Location line = masterData.location(LINE);
        assertThat(line.kind()).isEqualTo(LocationKind.LINE);
        assertThat(line.parent()).contains(PLANT);
        assertThat(line.country()).contains("DE");
        assertThat(masterData.locations(Optional.of(LocationKind.LINE))).containsExactly(line);
        assertThat(masterData.locations(Optional.empty()))
                .extracting(Location::name)
                .containsExactly("Line 1", "Plant North");
    }

    @Test
    void whatNobodyKnowsIsNamedByItsIdentifier() {
        assertThat(masterData.location(PLANT)).isEqualTo(Location.unknown(PLANT));
        assertThat(masterData.location(PLANT).name()).isEqualTo(PLANT);
        assertThat(masterData.location("geo:48.2,16.37").coordinates()).contains(new Coordinates(48.2, 16.37));
        assertThat(masterData.product("09521321000018").name()).isEqualTo("09521321000018");
    }

    @Test
    void theNewestCapturedIsSeenAsSoonAsItIsAcknowledged() {
        for (String name : List.of("North", "North works", "North", "Works")) {
            capture(place(PLANT, Map.of("cbvmda:name", name)));
            assertThat(masterData.location(PLANT).name()).isEqualTo(name);
        }
        assertThat(elements()).as("each change is kept, also the one back").isEqualTo(4);
    }

    @Test
    void theSameElementAgainIsKeptOnce() {
        long version = capture(place(PLANT, Map.of("cbvmda:name", "North")));
        assertThat(capture(place(PLANT, Map.of("cbvmda:name", "North")))).isEqualTo(version);
        assertThat(elements()).isEqualTo(1);
    }

    @Test
    void anElementIsTheSameInEachFormOfItsIdentifier() {
        capture(place("urn:epc:id:sgln:9521321.00010.0", Map.of("cbvmda:name", "By URN")));
        assertThat(masterData.location(PLANT).name()).isEqualTo("By URN");
        capture(place(PLANT, Map.of("urn:epcglobal:cbv:mda#name", "By link")));
        assertThat(masterData.location(PLANT).name()).isEqualTo("By link");
    }

    @Test
    void anAttributeThatIsTakenAwayIsGone() {
        capture(place(PLANT, Map.of("cbvmda:name", "North", "cbvmda:countryCode", "DE")));
        capture(place(PLANT, Map.of("cbvmda:name", "North")));
        assertThat(masterData.location(PLANT).country()).isEmpty();
    }

    @Test
    void rebuildingMakesTheSameAgain() {
        capture(place(LINE, Map.of("cbvmda:name", "Line 1", "cbvmda:site", "9521321000100")));
        capture(place(PLANT, Map.of("cbvmda:name", "Old", "cbvmda:city", "Kiel")));
        capture(place(PLANT, Map.of("cbvmda:name", "North", "cbvmda:countryCode", "DE")));
        List<Map<String, Object>> before = rows();
        assertThat(before).hasSize(2);
        database.jdbi().useHandle(handle -> handle.execute("UPDATE location SET name = 'spoilt', country = NULL"));

        ledger.rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(elements()).isEqualTo(3);
    }

    @Test
    void aServerThatStartsAgainFindsItsPlaces() {
        capture(place(PLANT, Map.of("cbvmda:name", "North")));
        assertThat(new MasterData(database.dataSource()).location(PLANT).name()).isEqualTo("North");
    }

    @Test
    void readersSeeEitherTheOldOrTheNewAndNeverGoBack() throws Exception {
        capture(place(PLANT, Map.of("cbvmda:name", "0")));
        AtomicBoolean backwards = new AtomicBoolean();
        AtomicBoolean stop = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().start(() -> {
            int last = 0;
            while (!stop.get()) {
                int now = Integer.parseInt(masterData.location(PLANT).name());
                backwards.compareAndSet(false, now < last);
                last = now;
            }
        });
        for (int i = 1; i <= 30; i++) {
            capture(place(PLANT, Map.of("cbvmda:name", String.valueOf(i))));
            assertThat(masterData.location(PLANT).name()).isEqualTo(String.valueOf(i));
        }
        stop.set(true);
        reader.join();
        assertThat(backwards).isFalse();
    }

    @Test
    void productsAndPlacesByHttp() throws Exception {
        capture(place(PLANT, Map.of("cbvmda:name", "North", "https://touchstone.dev/voc/kind", "plant")));
        try (TestServer server = new TestServer(
                        () -> List.of(new MasterDataRoutes(masterData, () -> Map.of("09521321000018", 7L))))
                .start()) {
            assertThat(server.get("/api/locations?kind=plant").body())
                    .isEqualTo(
                            "{\"locations\":[{\"id\":\"%s\",\"name\":\"North\",\"kind\":\"plant\"}]}".formatted(PLANT));
            assertThat(server.getJson("/api/locations?kind=shop").get("locations"))
                    .isEmpty();
            assertThat(server.get("/api/products").body())
                    .isEqualTo(
                            "{\"products\":[{\"gtin\":\"09521321000018\",\"name\":\"09521321000018\",\"units\":7}]}");
            var refused = server.get("/api/locations?kind=castle");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("plant, line, centre, shop, other");
        }
    }

    /** Captures a document and tells the version of master data after it. */
    private long capture(String document) {
        ledger.capture(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        return masterData.version();
    }

    private static String place(String id, Map<String, String> attributes) {
        var element = Json.MAPPER.createObjectNode().put("id", id);
        var list = element.putArray("attributes");
        attributes.forEach((name, value) -> list.addObject().put("id", name).put("attribute", value));
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T08:00:00Z",
                 "epcisHeader": {"epcisMasterData": {"vocabularyList": [
                   {"type": "%s", "vocabularyElementList": [%s]}]}},
                 "epcisBody": {"eventList": []}}""".formatted(PLACES, element);
    }

    private List<Map<String, Object>> rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT * FROM location ORDER BY id")
                        .mapToMap()
                        .list());
    }

    private int elements() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM master_data")
                        .mapTo(Integer.class)
                        .one());
    }
}
