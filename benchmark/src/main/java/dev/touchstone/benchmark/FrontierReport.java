package dev.touchstone.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The report of a frontier over a table.
 *
 * @param answer what is to be known first, in a sentence or two
 * @param load how the table was read; absent for a frame that was given
 * @param n number of units
 * @param efficient number of those that are efficient
 * @param units in the order of the data
 */
public record FrontierReport(
        String answer,
        Optional<LoadReport> load,
        FrontierOptions options,
        int n,
        int efficient,
        double meanEfficiency,
        List<Gate> gates,
        List<Unit> units,
        List<String> notes)
        implements Report {

    @Override
    public Document document() {
        return FrontierPage.of(this);
    }

    /**
     * One unit.
     *
     * @param score theta (share of its inputs that it would need) or phi (factor by which it could raise its outputs)
     * @param efficiency theta, or 1 / phi: from 0 to 1
     * @param peers units that its target is a mix of, the greatest share first
     * @param actual amounts of inputs and outputs, by column; so {@code targets} and {@code slacks}
     * @param superScore theta or phi against all other units; absent where no mix of them reaches the unit, as the note says
     * @param superEfficiency the same as theta, or 1 / phi; above 1 for units that lead
     * @param scale absent for the free disposal hull
     * @param bootstrap absent where it was not asked for, or could not be made
     */
    public record Unit(
            String name,
            double score,
            double efficiency,
            boolean efficient,
            List<Peer> peers,
            Map<String, Double> actual,
            Map<String, Double> targets,
            Map<String, Double> slacks,
            OptionalDouble superScore,
            OptionalDouble superEfficiency,
            Optional<Scale> scale,
            Optional<Bootstrap> bootstrap,
            Optional<String> note) {}

    public record Peer(String name, double lambda) {}

    /**
     * @param crs efficiency under constant returns
     * @param vrs efficiency under variable returns
     * @param efficiency the former divided by the latter
     */
    public record Scale(double crs, double vrs, double efficiency, Frontier.ReturnsClass returnsToScale) {}

    /**
     * @param score theta or phi with its bias taken off
     * @param lower end of the interval of the efficiency; so {@code upper}
     */
    public record Bootstrap(
            double score,
            double efficiency,
            double bias,
            double standardError,
            OptionalDouble lower,
            OptionalDouble upper,
            double level,
            String method) {}
}
