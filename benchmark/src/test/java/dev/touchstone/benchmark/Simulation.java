package dev.touchstone.benchmark;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws of which something is known to be true, and how often a method says so. The same in every run. */
final class Simulation {
    private Simulation() {}

    /** Share of the runs in which something holds. */
    static double share(int runs, Predicate<SplittableRandom> holds) {
        return mean(runs, random -> holds.test(random) ? 1 : 0);
    }

    static double mean(int runs, ToDoubleFunction<SplittableRandom> figure) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToDouble(run -> figure.applyAsDouble(new SplittableRandom(run * 7919L + 11)))
                .average()
                .orElseThrow();
    }

    static double[] sample(SplittableRandom random, int n, ToDoubleFunction<SplittableRandom> value) {
        return IntStream.range(0, n)
                .mapToDouble(i -> value.applyAsDouble(random))
                .toArray();
    }

    static double exponential(SplittableRandom random) {
        return -Math.log1p(-random.nextDouble());
    }

    /** Times as they come: median 1, skewness 2.3. */
    static double lognormal(SplittableRandom random) {
        return Math.exp(0.6 * random.nextGaussian());
    }
}
