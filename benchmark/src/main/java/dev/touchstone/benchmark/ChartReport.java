package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The report of control charts over a table. Points are numbered from 0.
 *
 * @param answer what is to be known first, in a sentence or two
 * @param load how the table was read; absent for a frame that was given
 * @param charts one for each unit, by name; one with an empty name where no units are told apart
 */
public record ChartReport(
        String answer,
        Optional<LoadReport> load,
        ChartOptions options,
        String measure,
        List<Chart> charts,
        List<String> notes)
        implements Report {

    @Override
    public Document document() {
        return ChartPage.of(this);
    }

    /**
     * The chart of one unit. Centre, sigma and limits are those of the last point.
     *
     * @param reason why it is of this kind
     * @param n number of points
     * @param sigma standard deviation of a point by common causes; of the mean one where points differ in size
     * @param lowerLimit absent for a measure that has none on this side; so {@code upperLimit}
     * @param sentence what it shows
     * @param changes found in the figures, recorded or not; absent where they were not looked for
     */
    public record Chart(
            String entity,
            ControlChart.Kind kind,
            String reason,
            int n,
            double centre,
            double sigma,
            OptionalDouble lowerLimit,
            OptionalDouble upperLimit,
            ControlChart.Variation variation,
            Optional<ControlChart.Assurance> assurance,
            String sentence,
            List<Panel> panels,
            Optional<Changes> changes,
            List<String> notes) {

        List<Signal> signals() {
            return panels.stream().flatMap(p -> p.signals().stream()).toList();
        }
    }

    /** The figure itself first; then its spread, or the sum the other way, where the kind has one. */
    public record Panel(String name, List<Phase> phases, List<Point> points, List<Signal> signals) {}

    /**
     * Stretch with one centre, from the point {@code from} up to but without {@code to}.
     *
     * @param reason the intervention that began it; absent for the first
     * @param lowerLimit absent where the limits differ from point to point; so {@code upperLimit}
     */
    public record Phase(
            int from,
            int to,
            Optional<String> reason,
            double centre,
            double sigma,
            OptionalDouble lowerLimit,
            OptionalDouble upperLimit) {}

    /** A limit that a measure cannot pass, such as 0 for a count, is given as a limit. */
    public record Point(
            String label, double value, double centre, OptionalDouble lowerLimit, OptionalDouble upperLimit) {}

    /**
     * A pattern that common causes seldom make.
     *
     * @param from number of its first point
     * @param to number of its last point
     * @param inControlRunLength points from one false alarm of this rule on this panel to the next
     */
    public record Signal(
            Rule rule,
            String words,
            int from,
            int to,
            String fromLabel,
            String toLabel,
            ControlChart.Meaning meaning,
            int inControlRunLength) {}

    /**
     * Changes that were looked for.
     *
     * @param at numbers of the first points after them
     */
    public record Changes(
            String method,
            List<Integer> at,
            List<String> labels,
            List<ChangePoints.Segment> segments,
            List<String> notes) {}
}
