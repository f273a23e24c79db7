package dev.touchstone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiversionTest {

    private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

    /** Each journey is events separated by blanks, each {@code step:city[>country it goes to]}. */
    @ParameterizedTest
    @CsvSource({
        "shipping:Hamburg>FR receiving:Lyon, ''",
        "shipping:Hamburg>FR receiving:Warsaw, FR-PL",
        "shipping:Hamburg>FR accepting:Warsaw, FR-PL",
        // Stops on the way are not the arrival
        "shipping:Hamburg>FR arriving:Warsaw loading:Warsaw receiving:Lyon, ''",
        // The next arrival counts, and only that
        "shipping:Hamburg>FR receiving:Lyon receiving:Warsaw, ''",
        "shipping:Hamburg>FR receiving:Warsaw receiving:Lyon, FR-PL",
        // Sent on with another destination, or with none
        "shipping:Hamburg>FR shipping:Berlin>PL receiving:Warsaw, ''",
        "shipping:Hamburg>FR shipping:Berlin receiving:Warsaw, ''",
        // Nothing is known of where it went, or where it arrived
        "shipping:Hamburg receiving:Warsaw, ''",
        "shipping:Hamburg>FR receiving:Nowhere, ''",
        "receiving:Warsaw, ''",
        // Twice
        "shipping:Hamburg>FR receiving:Warsaw shipping:Warsaw>FR receiving:Madrid, FR-PL FR-ES"
    })
    void arrivesInAnotherCountryThanItWasSentTo(String journey, String found) {
        String[] steps = journey.split(" ");
        List<Passing> passings = IntStream.range(0, steps.length)
                .mapToObj(i -> event(START.plus(Duration.ofDays(i)), steps[i]))
                .toList();

        assertThat(Diversion.of(passings))
                .extracting(diversion -> diversion.sentTo() + "-" + diversion.arrivedIn())
                .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
    }

    private static Passing event(Instant at, String text) {
        String[] parts = text.split("[:>]");
        return TestPassings.event(at, parts[1], parts[0], parts.length > 2 ? parts[2] : null);
    }
}
