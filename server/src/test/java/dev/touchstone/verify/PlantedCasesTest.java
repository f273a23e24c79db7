package dev.touchstone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.Database;
import dev.touchstone.database.TestDatabase;
import dev.touchstone.demo.Demonstration;
import dev.touchstone.epcis.Limits;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Projections;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was planted in the demonstration world is found by asking for cases, and nothing else is. */
class PlantedCasesTest {

    @Test
    void theCopiedUnitAndTheDivertedPalletAreTheOnlyCases() throws Exception {
        Demonstration world = Demonstration.of(11, 3_000);
        try (Database database = TestDatabase.fresh()) {
            MasterData masterData = new MasterData(database.dataSource());
            Cases cases = new Cases(database.jdbi(), masterData, new Population(database.jdbi()));
            List<Projection> projections = new ArrayList<>(Projections.all());
            projections.add(masterData.projection());
            projections.add(cases.projection());
            try (Ledger ledger = Ledger.open(database, Limits.STANDARD, Clock.systemUTC(), projections)) {
                for (int i = 0; i < world.documents(); i++) {
                    ledger.capture(new ByteArrayInputStream(world.document(i)));
                }
                List<Case> found = cases.list(Optional.empty(), Optional.empty(), Optional.empty());

                assertThat(found).hasSize(2);
                assertThat(of(CaseKind.IMPOSSIBLE_TRAVEL, found).epc())
                        .isEqualTo(world.planted().copiedUnit());
                Case diversion = of(CaseKind.DIVERSION, found);
                assertThat(diversion.epc()).isEqualTo(world.planted().divertedPallet());
                assertThat(diversion.units())
                        .isEqualTo(world.planted().divertedUnits().size());
            }
        }
    }

    private static Case of(CaseKind kind, List<Case> cases) {
        return cases.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }
}
