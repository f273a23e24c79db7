package dev.touchstone.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Random draws that are the same on every machine for the same seed: StrictMath, and whole seconds. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Between nothing and {@code most}, evenly. */
    Duration upTo(Duration most) {
        return Duration.ofSeconds((long) (random.nextDouble() * most.toSeconds()));
    }

    /** Log-normal around a median: the usual shape of a waiting time. */
    Duration around(Duration median, double sigma) {
        return Duration.ofSeconds((long) (median.toSeconds() * StrictMath.exp(sigma * gaussian())));
    }

    /** Exponential with a mean: the time to a thing that may happen at any moment. */
    Duration waiting(Duration mean) {
        return Duration.ofSeconds((long) (-mean.toSeconds() * StrictMath.log(1 - random.nextDouble())));
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T one(List<T> choices, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }

    private double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
