package dev.touchstone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.verify.Travel.Jump;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // A flight at 900 km/h, granted 50 km and 15 minutes
        "Madrid, Warsaw, 95, true",
        "Madrid, Warsaw, 140, false",
        "Madrid, Warsaw, 0, true",
        "Hamburg, Singapore, 600, true",
        "Hamburg, Singapore, 720, false",
        // Too near to say anything, however wrong the clocks
        "Hamburg, Berlin, 0, false",
        "Hamburg, Hamburg, 0, false"
    })
    void aJourneyIsImpossibleFasterThanAnAirliner(String from, String to, int minutes, boolean impossible) {
        Passing first = passing(NOON, from);
        Passing second = passing(NOON.plus(Duration.ofMinutes(minutes)), to);

        Optional<Jump> jump = Travel.jump(first, second);
        assertThat(jump.isPresent()).isEqualTo(impossible);
        jump.ifPresent(found -> assertThat(found.speedKmh()).isFinite().isGreaterThan(900));
    }

    @Test
    void aPlaceWithoutCoordinatesProvesNothingAndIsPassedOver() {
        Passing madrid = passing(NOON, "Madrid");
        Passing nowhere = passing(NOON.plusSeconds(60), "Nowhere");
        Passing warsaw = passing(NOON.plusSeconds(120), "Warsaw");

        assertThat(Travel.jumps(List.of(madrid, nowhere))).isEmpty();
        assertThat(Travel.jumps(List.of(madrid, nowhere, warsaw)))
                .singleElement()
                .satisfies(jump -> assertThat(jump.from()).isEqualTo(madrid));
    }

    @Test
    void backAndForthIsTwoJourneys() {
        assertThat(Travel.jumps(List.of(
                        passing(NOON, "Madrid"),
                        passing(NOON.plusSeconds(3600), "Warsaw"),
                        passing(NOON.plusSeconds(7200), "Madrid"))))
                .hasSize(2);
    }

    @Test
    void whatIsKnownOfAContainerIsSharedByAllThatIsInIt() {
        Passing onPallet = through(passing(NOON, "Madrid"), "case", "pallet");
        Passing inCase = through(passing(NOON.plusSeconds(3600), "Warsaw"), "case");
        Passing unpacked = beside(passing(NOON.plusSeconds(3600), "Warsaw"), "pallet");
        Passing alone = passing(NOON.plusSeconds(3600), "Warsaw");

        assertThat(onPallet.sharedWith(inCase)).isTrue();
        assertThat(onPallet.sharedWith(unpacked)).isTrue();
        assertThat(inCase.sharedWith(unpacked)).isFalse();
        assertThat(onPallet.sharedWith(alone)).isFalse();
        assertThat(alone.sharedWith(alone)).isFalse();
        assertThat(onPallet.carrierOf("unit")).isEqualTo("pallet");
        assertThat(unpacked.carrierOf("unit")).isEqualTo("unit");
    }

    static Passing passing(Instant at, String city) {
        return TestPassings.at(at, city);
    }

    private static Passing through(Passing passing, String... carriers) {
        return new Passing(
                passing.at(),
                passing.eventID(),
                passing.location(),
                List.of(carriers),
                false,
                passing.bizStep(),
                passing.destination());
    }

    private static Passing beside(Passing passing, String carrier) {
        return new Passing(
                passing.at(),
                passing.eventID(),
                passing.location(),
                List.of(carrier),
                true,
                passing.bizStep(),
                passing.destination());
    }
}
