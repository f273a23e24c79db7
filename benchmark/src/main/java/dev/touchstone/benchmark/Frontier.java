package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How near each unit comes to the best that the units together show to be possible, with the peers that it should learn from and the
 * amounts by which it would change to be like them.
 *
 * @param rows in the order of the data
 * @param notes what was not computed or should be doubted, and why
 */
public record Frontier(Question question, List<Row> rows, List<String> notes) {
    static final double TOLERANCE = 1e-6;

    /**
     * @param resamples of the bootstrap of Simar and Wilson (1998); 0 for none
     * @param level confidence of its intervals
     */
    public record Question(Returns returns, Orientation orientation, int resamples, double level, long seed) {
        public Question {
            Values.probability(level, "The confidence level");
            if (resamples < 0 || (resamples > 0 && resamples < 50)) {
                throw new BadData(
                        "out-of-range",
                        "The number of resamples is " + resamples + ".",
                        "Ask for 0, or for 50 and better 2,000.");
            }
        }

        public static Question of(Returns returns, Orientation orientation) {
            return new Question(returns, orientation, 0, 0.95, 1);
        }

        public Question bootstrapped(int resamples, long seed) {
            return new Question(returns, orientation, resamples, level, seed);
        }
    }

    /**
     * One unit.
     *
     * @param score theta (share of its inputs that it would need) or phi (factor by which it could raise its outputs)
     * @param efficiency theta, or 1 / phi: from 0 to 1
     * @param efficient the score is 1 and no slack is left
     * @param peers units that its target is a mix of, the greatest weight first
     * @param superScore score against the edge of all other units, which tells efficient units apart; absent where the unit cannot be
     *     reached without itself, as the note says
     * @param note what is absent, and why
     */
    public record Row(
            String name,
            double score,
            double efficiency,
            boolean efficient,
            List<Peer> peers,
            List<Target> inputs,
            List<Target> outputs,
            OptionalDouble superScore,
            Optional<Scale> scale,
            Optional<Corrected> corrected,
            Optional<String> note) {}

    public record Peer(String name, double weight) {}

    /**
     * @param target amount of the mix of peers
     * @param slack part of the way to the target that is left after all inputs, or all outputs, were scaled alike
     * @param change target minus actual
     */
    public record Target(String column, double actual, double target, double slack, double change) {}

    /**
     * @param constant efficiency under constant returns
     * @param variable efficiency under variable returns
     * @param efficiency share of the former in the latter: what is lost by the size of the unit
     */
    public record Scale(double constant, double variable, double efficiency, ReturnsClass returns) {}

    /**
     * What the bootstrap makes of a score.
     *
     * @param score theta or phi with the bias taken off
     * @param interval of the true theta or phi
     */
    public record Corrected(double score, double efficiency, double bias, double standardError, Interval interval) {}

    /** What a unit would gain by growing: more than in proportion, in proportion, or less. */
    public enum ReturnsClass {
        INCREASING,
        CONSTANT,
        DECREASING
    }

    public static Frontier of(Production production, Question question) {
        List<String> notes = new ArrayList<>();
        enoughUnits(production, notes);
        FrontierScores scores = FrontierScores.of(production, question);
        Optional<FrontierBootstrap> bootstrap = FrontierBootstrap.of(
                production,
                question,
                scores.projections().stream()
                        .mapToDouble(Technology.Projection::score)
                        .toArray(),
                notes);
        List<Row> rows = IntStream.range(0, production.size())
                .mapToObj(i -> new FrontierRow(
                                production, question, i, scores.projections().get(i))
                        .finished(
                                scores.superScores().get(i),
                                scores.scales().map(s -> s.get(i)),
                                bootstrap.map(b -> b.of(i))))
                .toList();
        return new Frontier(question, rows, List.copyOf(notes));
    }

    /** Below this number nearly every unit is called efficient (Cooper, Seiford and Tone 2007). */
    private static void enoughUnits(Production production, List<String> notes) {
        int m = production.inputNames().size();
        int s = production.outputNames().size();
        int least = Math.max(m * s, 3 * (m + s));
        if (production.size() < least) {
            notes.add(production.size() + " units are few for " + m + " inputs and " + s + " outputs: with fewer than "
                    + least + " most units look efficient.");
        }
    }
}
