package dev.touchstone.bench;

import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.CausesOptions;
import dev.touchstone.benchmark.CausesQuestion;
import dev.touchstone.benchmark.Column;
import dev.touchstone.benchmark.Samples;
import dev.touchstone.benchmark.Slice;
import dev.touchstone.benchmark.SlicesFound;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well and how fast planted causes are found: a table of recall, precision and F1 of exact slices over all tables of a recipe, the
 * mean overlap of the leaves, and the time of a warm search, tables already in memory.
 *
 * <pre>java -cp ... dev.touchstone.bench.CausesAccuracy [tables of each recipe, 100 where absent]</pre>
 */
public final class CausesAccuracy {
    private static final long SEED = 1;

    private CausesAccuracy() {}

    public static void main(String[] arguments) {
        int tables = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        System.out.printf(
                "%d processors, Java %s, %d tables of each%n%-62s %7s %6s %9s %6s %8s %9s %9s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                tables,
                "",
                "planted",
                "recall",
                "precision",
                "F1",
                "Jaccard",
                "median ms",
                "99 % ms");
        recipes().values().forEach(recipe -> score(recipe, Math.min(tables, 20), SEED + 1_000_000));
        recipes().forEach((name, recipe) -> {
            Score score = score(recipe, tables, SEED);
            System.out.printf(
                    "%-62s %7d %6.3f %9.3f %6.3f %8.3f %9.1f %9.1f%n",
                    name,
                    score.planted(),
                    score.recall(),
                    score.precision(),
                    score.f1(),
                    score.jaccard(),
                    score.milliseconds(0.5),
                    score.milliseconds(0.99));
        });
    }

    private static Map<String, PlantedCauses.Recipe> recipes() {
        Map<String, PlantedCauses.Recipe> recipes = new LinkedHashMap<>();
        PlantedCauses.Recipe five = PlantedCauses.Recipe.amounts(10, 12, 10, 8, 5);
        PlantedCauses.Recipe four = PlantedCauses.Recipe.amounts(10, 24, 10, 20);
        recipes.put("amounts, 10x12x10x8x5, 1 to 3 causes, any depth", five);
        recipes.put("amounts, 10x24x10x20, 1 to 3 causes, any depth", four);
        recipes.put(
                "amounts, 10x24x10x20, 1 to 5 causes of 1 to 3 conditions",
                four.causes(1, 5).layers(1, 3));
        recipes.put(
                "amounts, 10x24x10x20, some up and some down",
                four.way(PlantedCauses.Way.EITHER_BY_CAUSE).layers(1, 3));
        recipes.put("amounts, 10x24x10x20, noise 0.4", four.noise(0.4, 0.4).layers(1, 3));
        recipes.put(
                "amounts, 10x24x10x20, 9 of 10 leaves missing",
                four.missing(0.9).layers(1, 3));
        recipes.put("amounts, 10x24x10x20, no cause", four.causes(0, 0));
        recipes.put("rates, 10x24x10x20, 1 case a leaf", PlantedCauses.Recipe.rates(1, 10, 24, 10, 20));
        recipes.put("rates, 10x24x10x20, 5 cases a leaf", PlantedCauses.Recipe.rates(5, 10, 24, 10, 20));
        recipes.put("rates, 10x24x10x20, 30 cases a leaf", PlantedCauses.Recipe.rates(30, 10, 24, 10, 20));
        recipes.put(
                "rates, 10x24x10x20, 5 cases a leaf, no cause",
                PlantedCauses.Recipe.rates(5, 10, 24, 10, 20).causes(0, 0));
        return recipes;
    }

    /**
     * @param hits slices that were planted and found
     * @param jaccards of the leaves of each table
     */
    record Score(int planted, int found, int hits, double[] jaccards, double[] seconds) {
        double recall() {
            return planted == 0 ? 1 : (double) hits / planted;
        }

        double precision() {
            return found == 0 ? 1 : (double) hits / found;
        }

        double f1() {
            return planted + found == 0 ? 1 : 2.0 * hits / (planted + found);
        }

        double jaccard() {
            return Arrays.stream(jaccards).average().orElse(1);
        }

        double milliseconds(double quantile) {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return 1000 * sorted[(int) (quantile * (sorted.length - 1))];
        }
    }

    static Score score(PlantedCauses.Recipe recipe, int tables, long seed) {
        int planted = 0;
        int found = 0;
        int hits = 0;
        double[] jaccards = new double[tables];
        double[] seconds = new double[tables];
        for (int t = 0; t < tables; t++) {
            PlantedCauses table = PlantedCauses.draw(recipe, seed + t);
            CausesQuestion.Slices question = CausesQuestion.Slices.of("actual", "expected", table.dimensions());
            CausesOptions options =
                    new CausesOptions(recipe.cases() == 0 ? question : question.among("cases", "expectedCases"));
            long start = System.nanoTime();
            SlicesFound answer =
                    (SlicesFound) Benchmark.causes(table.samples(), options).found();
            seconds[t] = (System.nanoTime() - start) * 1e-9;
            Set<Map<String, String>> truth = new HashSet<>(table.causes());
            Set<Map<String, String>> said =
                    answer.slices().stream().map(Slice::where).collect(Collectors.toCollection(HashSet::new));
            planted += truth.size();
            found += said.size();
            hits += (int) said.stream().filter(truth::contains).count();
            jaccards[t] = jaccard(table.samples(), truth, said);
        }
        return new Score(planted, found, hits, jaccards, seconds);
    }

    /** Leaves in planted and found slices, by leaves in either. */
    private static double jaccard(Samples samples, Set<Map<String, String>> truth, Set<Map<String, String>> said) {
        boolean[] planted = held(samples, truth);
        boolean[] found = held(samples, said);
        int both = 0;
        int either = 0;
        for (int i = 0; i < planted.length; i++) {
            both += planted[i] && found[i] ? 1 : 0;
            either += planted[i] || found[i] ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }

    private static boolean[] held(Samples samples, Set<Map<String, String>> slices) {
        boolean[] held = new boolean[samples.rows()];
        for (Map<String, String> slice : slices) {
            List<Column.Labels> columns =
                    slice.keySet().stream().map(samples::labels).toList();
            int[] codes = columns.stream()
                    .mapToInt(c -> c.dictionary().indexOf(slice.get(c.name())))
                    .toArray();
            for (int i = 0; i < held.length; i++) {
                boolean in = true;
                for (int d = 0; d < codes.length; d++) {
                    in &= columns.get(d).codes()[i] == codes[d];
                }
                held[i] |= in;
            }
        }
        return held;
    }
}
