package dev.touchstone.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import dev.touchstone.ledger.EventKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that people read in docs/trace.md are those that the program follows. */
class StateTableTest {

    @Test
    void statesAreLedFromOneToAnotherAsTheDocumentSays() throws IOException {
        List<List<String>> table = table("| from |");
        List<String> signals = table.getFirst();
        assertThat(signals).hasSize(1 + Signal.values().length);
        assertThat(table).hasSize(2 + ItemState.values().length);
        for (List<String> row : table.subList(1, table.size())) {
            for (int column = 1; column < row.size(); column++) {
                Signal signal = Signal.valueOf(signals.get(column).toUpperCase(Locale.ROOT));
                assertThat(step(row.getFirst(), signal))
                        .as("from %s by %s", row.getFirst(), signal)
                        .isEqualTo(row.get(column));
            }
        }
    }

    private static String step(String from, Signal signal) {
        if (from.equals("(nothing)")) {
            return ItemState.first(signal).name().toLowerCase(Locale.ROOT);
        }
        ItemState.Step step = ItemState.valueOf(from.toUpperCase(Locale.ROOT)).on(signal);
        return step.state().name().toLowerCase(Locale.ROOT) + (step.contradiction() == null ? "" : " !");
    }

    @Test
    void whatAnEventSaysIsWhatTheDocumentSays() throws IOException {
        List<List<String>> rules = table("| event |");
        for (int i = 1; i < rules.size(); i++) {
            List<String> rule = rules.get(i);
            for (String step : rule.get(3).split(", ")) {
                for (String disposition : rule.get(4).split(", ")) {
                    assertThat(Signal.of(mention(rule, step, disposition)))
                            .as("%s %s %s", rule, step, disposition)
                            .isEqualTo(Signal.valueOf(rule.get(5).toUpperCase(Locale.ROOT)));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "decommissioning, retail_sold, SOLD",
        "destroying, retail_sold, DESTROYED",
        "commissioning, returned, RETURNED",
        "shipping, in_transit, SEEN"
    })
    void theFirstLineThatFitsDecides(String step, String disposition, Signal signal) {
        assertThat(Signal.of(mention(EventType.OBJECT, Action.OBSERVE, Role.EPC, step, disposition)))
                .isEqualTo(signal);
    }

    private static Mention mention(List<String> rule, String step, String disposition) {
        EventType type = rule.get(0).isEmpty()
                ? EventType.TRANSACTION
                : EventType.valueOf(rule.get(0).toUpperCase(Locale.ROOT));
        Action action = rule.get(1).isEmpty() ? Action.OBSERVE : Action.valueOf(rule.get(1));
        Role role = rule.get(2).isEmpty() ? Role.EPC : Role.valueOf(rule.get(2).toUpperCase(Locale.ROOT));
        return mention(type, action, role, step.isEmpty() ? null : step, disposition.isEmpty() ? null : disposition);
    }

    private static Mention mention(EventType type, Action action, Role role, String step, String disposition) {
        return new Mention(
                new Moment(Instant.EPOCH, 1),
                EventKey.digest(),
                type,
                action,
                role,
                step,
                disposition,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The rows of the table whose header begins with this, the header first and without the line under it. */
    private static List<List<String>> table(String header) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("../docs/trace.md"))) {
            inside = line.startsWith(header) || inside && line.startsWith("|");
            if (inside && !line.startsWith("|---")) {
                rows.add(Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }
}
