package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The change of a figure, split among its drivers by what each adds on the average over all orders in which they could have changed
 * (Shapley 1953). The parts add up to the change, whatever the formula.
 *
 * @param before value with all drivers as before
 * @param after value with all drivers as after
 * @param exact whether all orders were gone through, or only drawn ones
 * @param orders that were drawn; 0 where exact
 */
public record Shapley(double before, double after, boolean exact, int orders, List<Driver> drivers) {
    /** Up to so many drivers all orders are gone through, by the values of all 2^n sets of changed drivers. */
    public static final int MOST_EXACT = 12;

    /**
     * @param contribution to the change
     * @param standardError of drawing orders; absent where exact
     */
    public record Driver(String name, double before, double after, double contribution, OptionalDouble standardError) {}

    public Shapley {
        drivers = List.copyOf(drivers);
    }

    /**
     * @param value of the figure at values of the drivers, finite for any mix of before and after; must not keep the array
     * @param orders to draw where there are more than {@link #MOST_EXACT} drivers; each is gone through both ways
     */
    public static Shapley of(
            List<String> names,
            double[] before,
            double[] after,
            ToDoubleFunction<double[]> value,
            int orders,
            long seed) {
        int n = names.size();
        if (n == 0 || before.length != n || after.length != n) {
            throw new BadData(
                    "wrong-shape",
                    n + " drivers are named, with " + before.length + " values before and " + after.length + " after.",
                    "Give one value before and one after for each driver.");
        }
        if (orders < 2) {
            throw new BadData("out-of-range", "The number of orders is " + orders + ".", "Draw two or more.");
        }
        Values.finite(before, "the drivers before");
        Values.finite(after, "the drivers after");
        Game game = new Game(names, before, after, value);
        boolean exact = n <= MOST_EXACT;
        double[] parts = new double[n];
        double[] errors = new double[n];
        if (exact) {
            exact(game, parts);
        } else {
            drawn(game, orders, seed, parts, errors);
        }
        List<Driver> drivers = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            drivers.add(new Driver(
                    names.get(k),
                    before[k],
                    after[k],
                    parts[k],
                    exact ? OptionalDouble.empty() : OptionalDouble.of(errors[k])));
        }
        return new Shapley(game.at(new boolean[n]), game.at(all(n)), exact, exact ? 0 : orders, drivers);
    }

    private static boolean[] all(int n) {
        boolean[] changed = new boolean[n];
        Arrays.fill(changed, true);
        return changed;
    }

    /** The figure as a function of which drivers have changed. */
    private record Game(List<String> names, double[] before, double[] after, ToDoubleFunction<double[]> value) {
        double at(boolean[] changed) {
            double[] drivers = new double[changed.length];
            Arrays.setAll(drivers, k -> changed[k] ? after[k] : before[k]);
            double result = value.applyAsDouble(drivers);
            if (!Double.isFinite(result)) {
                throw new BadData(
                        "no-value",
                        "The figure has no value where " + names.getFirst() + " is " + Words.number(drivers[0])
                                + (names.size() > 1 ? " and so on" : "") + ".",
                        "Name drivers of which every mix of before and after has a value.");
            }
            return result;
        }
    }

    private static void exact(Game game, double[] parts) {
        int n = parts.length;
        double[] values = new double[1 << n];
        for (int set = 0; set < values.length; set++) {
            boolean[] changed = new boolean[n];
            for (int k = 0; k < n; k++) {
                changed[k] = (set >> k & 1) == 1;
            }
            values[set] = game.at(changed);
        }
        double[] weight = new double[n];
        double choices = 1;
        for (int size = 0; size < n; size++) {
            // size! (n - size - 1)! / n! = 1 / (n binomial(n - 1, size))
            weight[size] = 1 / (n * choices);
            choices = choices * (n - 1 - size) / (size + 1);
        }
        for (int set = 0; set < values.length; set++) {
            for (int k = 0; k < n; k++) {
                if ((set >> k & 1) == 0) {
                    parts[k] += weight[Integer.bitCount(set)] * (values[set | 1 << k] - values[set]);
                }
            }
        }
    }

    private static void drawn(Game game, int orders, long seed, double[] parts, double[] errors) {
        int n = parts.length;
        double[] squares = new double[n];
        int[] order = new int[n];
        Arrays.setAll(order, k -> k);
        for (int draw = 0; draw < orders; draw++) {
            UniformRandomProvider random = RandomStream.of(seed, draw);
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            double[] both = new double[n];
            walk(game, order, both);
            walk(game, reversed(order), both);
            for (int k = 0; k < n; k++) {
                parts[k] += both[k] / 2;
                squares[k] += both[k] * both[k] / 4;
            }
        }
        for (int k = 0; k < n; k++) {
            parts[k] /= orders;
            errors[k] = Math.sqrt(Math.max(0, squares[k] / orders - parts[k] * parts[k]) / (orders - 1));
        }
    }

    private static void walk(Game game, int[] order, double[] parts) {
        boolean[] changed = new boolean[order.length];
        double at = game.at(changed);
        for (int k : order) {
            changed[k] = true;
            double next = game.at(changed);
            parts[k] += next - at;
            at = next;
        }
    }

    private static int[] reversed(int[] order) {
        int[] reversed = new int[order.length];
        Arrays.setAll(reversed, i -> order[order.length - 1 - i]);
        return reversed;
    }
}
