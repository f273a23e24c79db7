package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What a frontier over a table asks; each row is a unit.
 *
 * @param inputs columns of what units use
 * @param outputs columns of what they make
 * @param entity column that names the units; where absent the first other column, if it names each row, or else numbers of rows
 */
public record FrontierOptions(
        List<String> inputs, List<String> outputs, Optional<String> entity, Frontier.Question question) {
    public FrontierOptions {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (inputs.isEmpty() || outputs.isEmpty()) {
            throw new BadData("no-figure", "A frontier needs inputs and outputs.", "Name at least one column of each.");
        }
        for (String output : outputs) {
            if (inputs.contains(output)) {
                throw new BadData(
                        "duplicate-name",
                        "Column \"" + output + "\" is both an input and an output.",
                        "Use a column for one of them.");
            }
        }
    }

    /**
     * The columns that have to be read.
     *
     * @param header of the table
     */
    Reading reading(Reading base, List<String> header) {
        Reading reading = entity.map(base::label).orElse(base);
        if (entity.isEmpty()) {
            Optional<String> other = header.stream()
                    .filter(c -> !c.isEmpty() && !inputs.contains(c) && !outputs.contains(c))
                    .findFirst();
            reading = other.map(base::dimension).orElse(base);
        }
        for (String column : inputs) {
            reading = reading.number(column);
        }
        for (String column : outputs) {
            reading = reading.number(column);
        }
        return reading;
    }
}
