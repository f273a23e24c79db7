package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The distances of all units from the edge, in the order of the data.
 *
 * @param superScores absent where a unit cannot be reached without itself
 * @param scales absent for the free disposal hull, which knows no scaling
 */
record FrontierScores(
        List<Technology.Projection> projections,
        List<OptionalDouble> superScores,
        Optional<List<Frontier.Scale>> scales) {
    /** Units are taken in fixed pieces, each with a programme of its own, so that the number of cores changes nothing. */
    private static final int PIECE = 128;
    /** A unit nearer to the edge than this is taken for a part of it; one too many does no harm. */
    private static final double EDGE = 1e-7;

    static FrontierScores of(Production production, Frontier.Question question) {
        return question.returns() == Returns.FDH
                ? ofObserved(production, question.orientation())
                : new Mixed(production, question).scores();
    }

    private static FrontierScores ofObserved(Production production, Orientation orientation) {
        double[][] x = production.inputs();
        double[][] y = production.outputs();
        FreeDisposalHull hull = new FreeDisposalHull(x, y);
        List<Technology.Projection> projections =
                each(x.length, i -> hull.project(x[i], y[i], orientation, -1).orElseThrow());
        List<OptionalDouble> superScores = each(x.length, i -> {
            double score = projections.get(i).score();
            if (!onEdge(score)) {
                return OptionalDouble.of(score);
            }
            Optional<Technology.Projection> without = hull.project(x[i], y[i], orientation, i);
            return without.isPresent() ? OptionalDouble.of(without.get().score()) : OptionalDouble.empty();
        });
        return new FrontierScores(projections, superScores, Optional.empty());
    }

    private static boolean onEdge(double score) {
        return Math.abs(score - 1) <= Frontier.TOLERANCE;
    }

    private static <T> List<T> each(int size, IntFunction<T> of) {
        return IntStream.range(0, size).parallel().mapToObj(of).toList();
    }

    /**
     * Units that may be mixed. Under whatever returns, the edge is made of units on the edge of variable returns, which are few; they
     * are found first, and all other programmes are over them alone.
     */
    private record Mixed(Production production, Frontier.Question question) {

        private record Solved(double score, double weights) {}

        private interface Solving<T> {
            T of(Technology technology, int unit);
        }

        FrontierScores scores() {
            int[] all = IntStream.range(0, production.size()).toArray();
            List<Solved> variable = solved(all, () -> technology(Returns.VRS));
            int[] edge = IntStream.of(all)
                    .filter(i -> Math.abs(variable.get(i).score - 1) <= EDGE)
                    .toArray();
            List<Solved> constant = solved(all, () -> technology(Returns.CRS, edge));
            List<Technology.Projection> projections = pieces(
                    all,
                    () -> technology(question.returns(), edge),
                    (technology, i) -> technology.project(i, inputs(i), outputs(i), question.orientation()));
            return new FrontierScores(
                    projections,
                    superScores(all, projections),
                    Optional.of(each(all.length, i -> scale(constant.get(i), variable.get(i)))));
        }

        private List<Solved> solved(int[] all, Supplier<Technology> start) {
            return pieces(all, start, (technology, i) -> {
                double score = technology.score(i, inputs(i), outputs(i), question.orientation());
                return new Solved(FrontierRow.tidy(score), technology.weights());
            });
        }

        /** Only units on the edge can hold themselves up; all others keep their score. */
        private List<OptionalDouble> superScores(int[] all, List<Technology.Projection> projections) {
            int[] best = IntStream.of(all)
                    .filter(i -> onEdge(projections.get(i).score()))
                    .toArray();
            List<OptionalDouble> without = pieces(
                    best,
                    () -> technology(question.returns(), all),
                    (technology, i) -> technology.scoreWithout(i, inputs(i), outputs(i), question.orientation()));
            OptionalDouble[] scores =
                    projections.stream().map(p -> OptionalDouble.of(p.score())).toArray(OptionalDouble[]::new);
            for (int k = 0; k < best.length; k++) {
                scores[best[k]] = without.get(k);
            }
            return List.of(scores);
        }

        private <T> List<T> pieces(int[] units, Supplier<Technology> start, Solving<T> solving) {
            return IntStream.range(0, (units.length + PIECE - 1) / PIECE)
                    .parallel()
                    .mapToObj(piece -> {
                        Technology technology = start.get();
                        return IntStream.range(piece * PIECE, Math.min(units.length, (piece + 1) * PIECE))
                                .mapToObj(k -> solving.of(technology, units[k]))
                                .toList();
                    })
                    .flatMap(List::stream)
                    .toList();
        }

        private Technology technology(Returns returns) {
            return new Technology(production.inputs(), production.outputs(), returns);
        }

        private Technology technology(Returns returns, int[] edge) {
            Technology technology = technology(returns);
            technology.know(edge);
            return technology;
        }

        private double[] inputs(int i) {
            return production.inputs()[i];
        }

        private double[] outputs(int i) {
            return production.outputs()[i];
        }

        /**
         * Where the two scores differ, a unit that is best imitated by a mix scaled up is larger than is good for it, and one by a mix
         * scaled down is too small (Banker and Thrall 1992); mixes of both kinds would make one of its own size, and no difference.
         */
        private static Frontier.Scale scale(Solved constant, Solved variable) {
            double c = Math.min(constant.score, 1 / constant.score);
            double v = Math.min(variable.score, 1 / variable.score);
            Frontier.ReturnsClass returns = onScale(constant, variable)
                    ? Frontier.ReturnsClass.CONSTANT
                    : constant.weights > 1 ? Frontier.ReturnsClass.DECREASING : Frontier.ReturnsClass.INCREASING;
            return new Frontier.Scale(c, v, FrontierRow.tidy(c / v), returns);
        }

        private static boolean onScale(Solved constant, Solved variable) {
            return Math.abs(constant.score - variable.score) <= Frontier.TOLERANCE;
        }
    }
}
