package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the projection of a unit onto the edge says in the units of its data. */
record FrontierRow(Production production, Frontier.Question question, int unit, Technology.Projection projection) {

    Frontier.Row finished(
            OptionalDouble without, Optional<Frontier.Scale> scale, Optional<Frontier.Corrected> corrected) {
        boolean in = question.orientation() == Orientation.INPUT;
        double score = tidy(projection.score());
        List<Frontier.Target> inputs = targets(production.inputNames(), production.inputs(), in ? score : 1, 1);
        List<Frontier.Target> outputs = targets(production.outputNames(), production.outputs(), in ? 1 : score, -1);
        boolean slack = inputs.stream().anyMatch(t -> t.slack() != 0)
                || outputs.stream().anyMatch(t -> t.slack() != 0);
        return new Frontier.Row(
                production.names().get(unit),
                score,
                in ? score : 1 / score,
                score == 1 && !slack,
                peers(),
                inputs,
                outputs,
                without.isPresent() ? OptionalDouble.of(tidy(without.getAsDouble())) : without,
                scale,
                corrected,
                without.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "No super-efficiency: the programme without this unit is infeasible, because no mix of"
                                        + " the others reaches it."));
    }

    /** Rounds what the arithmetic has left next to 1. */
    static double tidy(double score) {
        return Math.abs(score - 1) < 1e-9 ? 1 : score;
    }

    private List<Frontier.Peer> peers() {
        int[] peers = projection.peers();
        double[] weights = projection.weights();
        return IntStream.range(0, peers.length)
                .filter(k -> weights[k] > Frontier.TOLERANCE)
                .mapToObj(k -> new Frontier.Peer(production.names().get(peers[k]), tidy(weights[k])))
                .sorted(Comparator.comparingDouble((Frontier.Peer p) -> -p.weight())
                        .thenComparing(Frontier.Peer::name))
                .toList();
    }

    private List<Frontier.Target> targets(List<String> columns, double[][] data, double factor, int sign) {
        List<Frontier.Target> targets = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            double actual = data[unit][c];
            double target = 0;
            for (int k = 0; k < projection.peers().length; k++) {
                target += projection.weights()[k] * data[projection.peers()[k]][c];
            }
            double slack = sign * (factor * actual - target);
            if (slack <= Frontier.TOLERANCE * Math.max(Math.abs(actual), Math.abs(target))) {
                slack = 0;
                target = factor * actual;
            }
            targets.add(new Frontier.Target(columns.get(c), actual, target, slack, target - actual));
        }
        return targets;
    }
}
