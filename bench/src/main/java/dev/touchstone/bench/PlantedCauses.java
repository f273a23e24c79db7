package dev.touchstone.bench;

import dev.touchstone.benchmark.Column;
import dev.touchstone.benchmark.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A table with causes planted in it, drawn as the literature on localising root causes draws its synthetic sets (Kalander 2022, "RiskLoc"):
 * leaves of a heavy-tailed size, some of them empty, forecasts off by chance, and a few slices whose leaves all change by about one
 * share. In rates, the leaves are counts of few cases.
 *
 * @param samples columns d1, d2, ..., {@code actual}, {@code expected}, and for rates {@code cases} and {@code expectedCases}
 * @param causes each as the value it has in each of its dimensions
 */
record PlantedCauses(Samples samples, List<String> dimensions, List<Map<String, String>> causes) {

    /** From the least to the most; each table draws its own from between. */
    record Range(double least, double most) {
        double draw(SplittableRandom random) {
            return least + (most - least) * random.nextDouble();
        }

        int whole(SplittableRandom random) {
            return (int) least + random.nextInt((int) most - (int) least + 1);
        }
    }

    /** Which way the causes of one table change their leaves. */
    enum Way {
        DOWN,
        UP,
        EITHER_BY_TABLE,
        EITHER_BY_CAUSE
    }

    /**
     * How tables are drawn.
     *
     * @param sizes number of values of each dimension
     * @param missing share of the leaves that are not in the table
     * @param noise standard deviation of the error of a forecast, as a share
     * @param severity share by which a cause changes its leaves, on top of the noise
     * @param scatter standard deviation of that share among leaves of one cause
     * @param slices of one cause, in the same dimensions
     * @param layers least and most number of conditions of a slice
     * @param cases mean number of cases in a leaf of a rate; 0 for amounts
     */
    record Recipe(
            int[] sizes,
            Range shape,
            Range empty,
            double missing,
            Range noise,
            Range severity,
            Range scatter,
            Range causes,
            Range slices,
            Range layers,
            Way way,
            double cases) {

        /** 48,000 leaves, one to three causes of one to three slices each, of any depth. */
        static Recipe amounts(int... sizes) {
            return new Recipe(
                    sizes,
                    new Range(0.5, 1),
                    new Range(0, 0.25),
                    0,
                    new Range(0, 0.25),
                    new Range(0.2, 1),
                    new Range(0, 0.1),
                    new Range(1, 3),
                    new Range(1, 3),
                    new Range(1, sizes.length),
                    Way.EITHER_BY_TABLE,
                    0);
        }

        /** Rates of a few percent over a few cases a leaf; a cause multiplies the rate by 2 to 6. */
        static Recipe rates(double cases, int... sizes) {
            return new Recipe(
                    sizes,
                    new Range(0.5, 1),
                    new Range(0, 0.25),
                    0.3,
                    new Range(0, 0.2),
                    new Range(1, 5),
                    new Range(0, 0.3),
                    new Range(1, 3),
                    new Range(1, 2),
                    new Range(1, 3),
                    Way.UP,
                    cases);
        }

        Recipe causes(int least, int most) {
            return new Recipe(
                    sizes,
                    shape,
                    empty,
                    missing,
                    noise,
                    severity,
                    scatter,
                    new Range(least, most),
                    slices,
                    layers,
                    way,
                    cases);
        }

        Recipe layers(int least, int most) {
            return new Recipe(
                    sizes,
                    shape,
                    empty,
                    missing,
                    noise,
                    severity,
                    scatter,
                    causes,
                    slices,
                    new Range(least, most),
                    way,
                    cases);
        }

        Recipe noise(double least, double most) {
            return new Recipe(
                    sizes,
                    shape,
                    empty,
                    missing,
                    new Range(least, most),
                    severity,
                    scatter,
                    causes,
                    slices,
                    layers,
                    way,
                    cases);
        }

        Recipe missing(double share) {
            return new Recipe(sizes, shape, empty, share, noise, severity, scatter, causes, slices, layers, way, cases);
        }

        Recipe way(Way other) {
            return new Recipe(
                    sizes, shape, empty, missing, noise, severity, scatter, causes, slices, layers, other, cases);
        }
    }

    /** One slice: the value it asks of each dimension, or -1, and the change of its leaves. */
    private record Planted(int[] values, double severity, double scatter, boolean up) {
        boolean holds(int[] leaf) {
            for (int d = 0; d < leaf.length; d++) {
                if (values[d] >= 0 && values[d] != leaf[d]) {
                    return false;
                }
            }
            return true;
        }
    }

    static PlantedCauses draw(Recipe recipe, long seed) {
        return new Drawing(recipe, seed).draw();
    }

    private static final class Drawing {
        private final Recipe recipe;
        private final SplittableRandom random;
        private final List<int[]> leaves = new ArrayList<>();
        private final List<Planted> planted = new ArrayList<>();
        private final double noise;

        Drawing(Recipe recipe, long seed) {
            this.recipe = recipe;
            this.random = new SplittableRandom(seed);
            this.noise = recipe.noise().draw(random);
        }

        PlantedCauses draw() {
            int possible = 1;
            for (int size : recipe.sizes()) {
                possible *= size;
            }
            for (int i = 0; i < possible; i++) {
                if (random.nextDouble() >= recipe.missing()) {
                    leaves.add(leaf(i));
                }
            }
            double shape = recipe.shape().draw(random);
            double empty = recipe.empty().draw(random);
            double[] base = new double[leaves.size()];
            for (int i = 0; i < base.length; i++) {
                double size = Math.pow(-Math.log1p(-random.nextDouble()), 1 / shape);
                base[i] = random.nextDouble() < empty ? 0 : size;
            }
            plant(base);
            return recipe.cases() == 0 ? amounts(base) : rates(base);
        }

        private int[] leaf(int number) {
            int[] leaf = new int[recipe.sizes().length];
            for (int d = leaf.length - 1; d >= 0; d--) {
                leaf[d] = number % recipe.sizes()[d];
                number /= recipe.sizes()[d];
            }
            return leaf;
        }

        private void plant(double[] base) {
            int causes = recipe.causes().whole(random);
            boolean up = recipe.way() == Way.UP || recipe.way() == Way.EITHER_BY_TABLE && random.nextBoolean();
            List<List<Integer>> used = new ArrayList<>();
            for (int c = 0; c < causes; c++) {
                int layer = recipe.layers().whole(random);
                List<Integer> dimensions = dimensions(layer);
                if (used.contains(dimensions) && layer < recipe.sizes().length) {
                    c--;
                    continue;
                }
                used.add(dimensions);
                double severity = recipe.severity().draw(random) + (recipe.cases() == 0 ? noise : 0);
                double scatter = recipe.scatter().draw(random);
                boolean upwards = recipe.way() == Way.EITHER_BY_CAUSE ? random.nextBoolean() : up;
                int slices = recipe.slices().whole(random);
                for (int s = 0; s < slices; s++) {
                    slice(dimensions, base).ifPresent(v -> planted.add(new Planted(v, severity, scatter, upwards)));
                }
            }
        }

        private List<Integer> dimensions(int layer) {
            List<Integer> all = new ArrayList<>(
                    IntStream.range(0, recipe.sizes().length).boxed().toList());
            List<Integer> chosen = new ArrayList<>();
            for (int k = 0; k < layer; k++) {
                chosen.add(all.remove(random.nextInt(all.size())));
            }
            return chosen.stream().sorted().toList();
        }

        /** A slice that has leaves that are not empty, and none in common with another by all its values. */
        private Optional<int[]> slice(List<Integer> dimensions, double[] base) {
            for (int attempt = 0; attempt < 100; attempt++) {
                int[] values = IntStream.generate(() -> -1)
                        .limit(recipe.sizes().length)
                        .toArray();
                for (int d : dimensions) {
                    values[d] = random.nextInt(recipe.sizes()[d]);
                }
                Planted slice = new Planted(values, 0, 0, false);
                boolean apart = planted.stream().noneMatch(p -> touch(p.values(), values));
                boolean filled =
                        IntStream.range(0, base.length).anyMatch(i -> base[i] > 0 && slice.holds(leaves.get(i)));
                if (apart && filled) {
                    return Optional.of(values);
                }
            }
            return Optional.empty();
        }

        /** Whether one slice lies within the other, or they are the same. */
        private static boolean touch(int[] a, int[] b) {
            boolean aInB = true;
            boolean bInA = true;
            for (int d = 0; d < a.length; d++) {
                aInB &= b[d] < 0 || a[d] == b[d];
                bInA &= a[d] < 0 || a[d] == b[d];
            }
            return aInB || bInA;
        }

        private PlantedCauses amounts(double[] base) {
            double[] actual = new double[base.length];
            double[] expected = new double[base.length];
            for (int i = 0; i < base.length; i++) {
                double size = 100 * base[i];
                double other = Math.max(0, size * (1 + noise * random.nextGaussian()));
                boolean swap = random.nextBoolean();
                actual[i] = swap ? other : size;
                expected[i] = swap ? size : other;
                for (Planted p : planted) {
                    if (p.holds(leaves.get(i))) {
                        double kept = Math.max(0, 1 - p.severity() - p.scatter() * random.nextGaussian());
                        if (p.up()) {
                            expected[i] = actual[i] * kept;
                        } else {
                            actual[i] = expected[i] * kept;
                        }
                    }
                }
            }
            return table(List.of(new Column.Numbers("actual", actual), new Column.Numbers("expected", expected)));
        }

        private PlantedCauses rates(double[] base) {
            int n = base.length;
            double[][] columns = new double[4][n];
            double[] ordinary = new double[n];
            double[][] own = new double[recipe.sizes().length][];
            for (int d = 0; d < own.length; d++) {
                own[d] = random.doubles(recipe.sizes()[d], 0.7, 1.4).toArray();
            }
            for (int i = 0; i < n; i++) {
                ordinary[i] = 0.05;
                for (int d = 0; d < own.length; d++) {
                    ordinary[i] *= own[d][leaves.get(i)[d]];
                }
                double cases = recipe.cases() * base[i];
                double rate = Math.min(0.9, ordinary[i] * Math.max(0, 1 + noise * random.nextGaussian()));
                for (Planted p : planted) {
                    if (p.holds(leaves.get(i))) {
                        rate = Math.min(
                                0.95, rate * (1 + Math.max(0, p.severity() + p.scatter() * random.nextGaussian())));
                    }
                }
                columns[1][i] = poisson(cases);
                columns[0][i] = binomial((int) columns[1][i], rate);
                columns[3][i] = poisson(4 * cases);
                columns[2][i] = binomial((int) columns[3][i], ordinary[i]);
            }
            return table(List.of(
                    new Column.Numbers("actual", columns[0]),
                    new Column.Numbers("cases", columns[1]),
                    new Column.Numbers("expected", columns[2]),
                    new Column.Numbers("expectedCases", columns[3])));
        }

        private int binomial(int n, double p) {
            int k = 0;
            for (int i = 0; i < n; i++) {
                k += random.nextDouble() < p ? 1 : 0;
            }
            return k;
        }

        private int poisson(double mean) {
            if (mean > 50) {
                return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
            }
            double product = random.nextDouble();
            double limit = Math.exp(-mean);
            int k = 0;
            while (product > limit) {
                product *= random.nextDouble();
                k++;
            }
            return k;
        }

        private PlantedCauses table(List<Column> amounts) {
            List<Column> columns = new ArrayList<>();
            List<String> dimensions = new ArrayList<>();
            for (int d = 0; d < recipe.sizes().length; d++) {
                int at = d;
                String name = "d" + (d + 1);
                dimensions.add(name);
                columns.add(new Column.Labels(
                        name,
                        leaves.stream().mapToInt(leaf -> leaf[at]).toArray(),
                        IntStream.range(0, recipe.sizes()[d])
                                .mapToObj(v -> name + "-" + v)
                                .toList()));
            }
            columns.addAll(amounts);
            return new PlantedCauses(Samples.of(columns), dimensions, causes(dimensions));
        }

        private List<Map<String, String>> causes(List<String> dimensions) {
            List<Map<String, String>> causes = new ArrayList<>();
            for (Planted p : planted) {
                Map<String, String> where = new TreeMap<>();
                for (int d = 0; d < dimensions.size(); d++) {
                    if (p.values()[d] >= 0) {
                        where.put(dimensions.get(d), dimensions.get(d) + "-" + p.values()[d]);
                    }
                }
                causes.add(where);
            }
            return causes;
        }
    }
}
