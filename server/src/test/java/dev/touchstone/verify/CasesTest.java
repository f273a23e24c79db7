package dev.touchstone.verify;

import static dev.touchstone.ledger.TestEvent.aggregation;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.pallet;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.Database;
import dev.touchstone.database.TestDatabase;
import dev.touchstone.epcis.Limits;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.ledger.TestEvent;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Projections;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesTest {

    private static final String DRESDEN = TestPlaces.DRESDEN;
    private static final String LYON = TestPlaces.LYON;
    private static final String WARSAW = TestPlaces.WARSAW;
    private static final String MADRID = TestPlaces.MADRID;

    private Database database;
    private Ledger ledger;
    private Cases cases;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        MasterData masterData = new MasterData(database.dataSource());
        cases = new Cases(database.jdbi(), masterData, new Population(database.jdbi()));
        List<Projection> projections = new ArrayList<>(Projections.all());
        projections.add(masterData.projection());
        projections.add(cases.projection());
        ledger = Ledger.open(database, Limits.STANDARD, Clock.systemUTC(), projections);
        ledger.capture(TestEvent.stream(TestPlaces.document()));
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void aUnitSeenInTwoFarPlacesIsOneCaseThatCitesItsEvents() {
        capture(
                object("OBSERVE", "2026-09-01T10:00:00", unit(1))
                        .id("urn:sold")
                        .step("retail_selling")
                        .readAt(MADRID),
                object("OBSERVE", "2026-09-01T11:35:00", unit(1))
                        .id("urn:seen")
                        .step("inspecting")
                        .readAt(WARSAW));

        assertThat(list()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(CaseKind.IMPOSSIBLE_TRAVEL);
            assertThat(found.epc()).isEqualTo(unit(1));
            assertThat(found.eventIDs()).containsExactly("urn:sold", "urn:seen");
            assertThat(found.units()).isEqualTo(1);
            assertThat(found.distanceKm().orElseThrow()).isBetween(2280.0, 2300.0);
            assertThat(found.speedKmh().orElseThrow()).isBetween(1200.0, 1300.0);
            assertThat(found.sentence())
                    .isEqualTo(
                            "(01)09506000134352(21)1 was seen in Madrid, Spain and, 95 minutes later, in Warsaw, Poland: 2\u202f290 km apart.");
        });
    }

    @Test
    void aUnitSeenThereAWeekLaterIsNone() {
        capture(
                object("OBSERVE", "2026-09-01T10:00:00", unit(1)).readAt(MADRID),
                object("OBSERVE", "2026-09-08T10:00:00", unit(1)).readAt(WARSAW));
        assertThat(list()).isEmpty();
        assertThat(cases.count()).isZero();
    }

    @Test
    void aUnitIsSeenWhereItsContainerIs() {
        capture(
                aggregation("ADD", "2026-09-01T08:00:00", pallet(1), unit(1), unit(2))
                        .readAt(DRESDEN),
                object("OBSERVE", "2026-09-05T10:00:00", pallet(1))
                        .id("urn:pallet")
                        .readAt(LYON),
                object("OBSERVE", "2026-09-05T10:30:00", unit(2)).id("urn:copy").readAt(WARSAW));

        assertThat(list()).singleElement().satisfies(found -> {
            assertThat(found.epc()).isEqualTo(unit(2));
            assertThat(found.eventIDs()).containsExactly("urn:pallet", "urn:copy");
        });
    }

    @Test
    void aContainerSeenInTwoFarPlacesIsOneCaseWithItsContentsCounted() {
        capture(
                aggregation("ADD", "2026-09-01T08:00:00", pallet(1), unit(1), unit(2))
                        .readAt(DRESDEN),
                aggregation("ADD", "2026-09-01T09:00:00", pallet(2), pallet(1), unit(3))
                        .readAt(DRESDEN),
                object("OBSERVE", "2026-09-05T10:00:00", pallet(2)).readAt(LYON),
                object("OBSERVE", "2026-09-05T10:30:00", pallet(2)).readAt(WARSAW));

        assertThat(list()).singleElement().satisfies(found -> {
            assertThat(found.epc()).isEqualTo(pallet(2));
            assertThat(found.units()).isEqualTo(3);
        });
    }

    @Test
    void goodsThatArriveInAnotherCountryThanTheyWereSentToAreOneCase() {
        capture(divertedPallet());

        assertThat(list()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(CaseKind.DIVERSION);
            assertThat(found.epc()).isEqualTo(pallet(1));
            assertThat(found.units()).isEqualTo(3);
            assertThat(found.from().location().country()).contains("DE");
            assertThat(found.to().location().country()).contains("PL");
            assertThat(found.eventIDs()).containsExactly("urn:sent", "urn:arrived");
            assertThat(found.sentence())
                    .startsWith("(00)")
                    .endsWith("was sent to France, but arrived in Warsaw, Poland on 4\u00a0September 2026.");
        });
    }

    @Test
    void goodsThatArriveUnpackedAreOneCaseOfTheContainerTheyWereSentIn() {
        capture(
                aggregation("ADD", "2026-09-01T08:00:00", pallet(1), unit(1), unit(2), unit(3))
                        .readAt(DRESDEN),
                sent(pallet(1)),
                aggregation("DELETE", "2026-09-03T08:00:00", pallet(1), unit(1), unit(2))
                        .readAt(WARSAW),
                object("OBSERVE", "2026-09-04T08:00:00", unit(1), unit(2))
                        .id("urn:arrived")
                        .step("receiving")
                        .readAt(WARSAW));

        assertThat(list()).singleElement().satisfies(found -> {
            assertThat(found.epc()).isEqualTo(pallet(1));
            assertThat(found.units()).isEqualTo(2);
        });
    }

    @Test
    void aDeclaredErrorTakesItsCaseBackAndALateEventBringsOne() {
        TestEvent wrong = object("OBSERVE", "2026-09-01T11:00:00", unit(1))
                .id("urn:wrong")
                .readAt(WARSAW);
        capture(object("OBSERVE", "2026-09-01T10:00:00", unit(1)).readAt(MADRID), wrong);
        assertThat(list()).hasSize(1);

        capture(wrong.declaredErroneous("2026-09-02T08:00:00"));
        assertThat(list()).isEmpty();

        capture(object("OBSERVE", "2026-09-01T10:30:00", unit(1)).id("urn:late").readAt(LYON));
        assertThat(list())
                .singleElement()
                .satisfies(found -> assertThat(found.eventIDs()).contains("urn:late"));
    }

    @Test
    void aPlaceThatIsMovedChangesTheCasesOfThePast() {
        capture(
                object("OBSERVE", "2026-09-01T10:00:00", unit(1)).readAt(MADRID),
                object("OBSERVE", "2026-09-01T11:00:00", unit(1)).readAt(WARSAW));
        assertThat(cases.count()).isEqualTo(1);
        ledger.capture(
                TestEvent.stream(TestPlaces.document(Map.of(WARSAW, TestPlaces.at("Toledo", "ES", 39.86, -4.02)))));
        assertThat(cases.count()).isZero();
    }

    @Test
    void casesAreChosenByKindAndByTheTimeOfTheirEnd() {
        capture(divertedPallet());
        capture(
                object("OBSERVE", "2026-09-11T10:00:00", unit(9)).readAt(MADRID),
                object("OBSERVE", "2026-09-11T11:00:00", unit(9)).readAt(WARSAW));

        assertThat(list()).extracting(Case::kind).containsExactly(CaseKind.IMPOSSIBLE_TRAVEL, CaseKind.DIVERSION);
        assertThat(cases.list(Optional.of(CaseKind.DIVERSION), Optional.empty(), Optional.empty()))
                .hasSize(1);
        Instant between = Instant.parse("2026-09-11T11:00:00Z");
        assertThat(cases.list(Optional.empty(), Optional.of(between), Optional.empty()))
                .extracting(Case::epc)
                .containsExactly(unit(9));
        assertThat(cases.list(Optional.empty(), Optional.empty(), Optional.of(between)))
                .extracting(Case::epc)
                .containsExactly(pallet(1));
    }

    @Test
    void theOrderOfCaptureAndARebuildMakeNoDifference() throws Exception {
        List<TestEvent> events = new ArrayList<>(List.of(divertedPallet()));
        for (int i = 10; i < 30; i++) {
            events.add(aggregation("ADD", "2026-09-10T08:00:00", pallet(i), unit(i), unit(100 + i))
                    .readAt(DRESDEN));
            events.add(object("OBSERVE", "2026-09-12T08:00:00", pallet(i)).readAt(i % 3 == 0 ? LYON : MADRID));
            events.add(object("OBSERVE", "2026-09-12T08:%d:00".formatted(i), unit(i))
                    .readAt(i % 2 == 0 ? LYON : WARSAW));
            events.add(aggregation("DELETE", "2026-09-13T08:00:00", pallet(i))
                    .with("childEPCs", List.of())
                    .readAt(MADRID));
        }
        capture(events.toArray(TestEvent[]::new));
        List<Case> inOrder = list();
        assertThat(inOrder).hasSizeGreaterThan(10);

        ledger.rebuild();
        assertThat(list()).isEqualTo(inOrder);

        for (int seed = 0; seed < 3; seed++) {
            close();
            open();
            Collections.shuffle(events, new Random(seed));
            for (TestEvent event : events) {
                capture(event);
                if (event.fields().hashCode() % 3 == 0) {
                    cases.catchUp();
                }
            }
            assertThat(list()).isEqualTo(inOrder);
        }
    }

    @Test
    void manyWhoAskAtOnceGetTheSame() throws Exception {
        IntStream.range(0, 20)
                .forEach(i -> capture(
                        object("OBSERVE", "2026-09-01T10:00:00", unit(i)).readAt(MADRID),
                        object("OBSERVE", "2026-09-01T11:00:00", unit(i)).readAt(WARSAW)));
        List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> counts.add(cases.count())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counts).hasSize(8).containsOnly(20);
    }

    private static TestEvent[] divertedPallet() {
        return new TestEvent[] {
            aggregation("ADD", "2026-09-01T08:00:00", pallet(1), unit(1), unit(2), unit(3))
                    .readAt(DRESDEN),
            sent(pallet(1)),
            object("OBSERVE", "2026-09-04T10:00:00", pallet(1))
                    .id("urn:arrived")
                    .step("receiving")
                    .readAt(WARSAW),
            aggregation("DELETE", "2026-09-04T12:00:00", pallet(1), unit(1), unit(2), unit(3))
                    .readAt(WARSAW)
        };
    }

    private static TestEvent sent(String epc) {
        return object("OBSERVE", "2026-09-01T10:00:00", epc)
                .id("urn:sent")
                .step("shipping")
                .readAt(DRESDEN)
                .with("destinationList", List.of(Map.of("type", "location", "destination", LYON)));
    }

    private void capture(TestEvent... events) {
        ledger.capture(TestEvent.documentStream(events));
    }

    private List<Case> list() {
        return cases.list(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
