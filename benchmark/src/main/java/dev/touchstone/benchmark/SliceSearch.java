package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The search for the slices that explain a deviation: of all slices the one whose leaves gain most, less the price of having sought it
 * among so many; then the same for the leaves that are left. A slice that mixes leaves with and without the change gains less than the
 * right one, both where it is too wide and where it is too narrow; one so wide that it holds several causes is passed over.
 */
final class SliceSearch {
    /** Codes of leaves by cuboid that may be held at once: 400 MB. */
    private static final long MOST_CODES = 100_000_000;

    /** More leaves than this that are a cause by themselves are no causes but how the data are. */
    static final int MOST_ALONE = 15;

    /** A slice is looked into where its leaves lose at least this much. */
    private static final double DOUBTFUL = 10;

    /** The table as a whole is off where nearly all of its leaves are: they lose less than this share of what the others gain. */
    private static final double MOST_LOST_OF_WHOLE = 0.1;

    /**
     * A slice found.
     *
     * @param mask dimensions with a condition, as bits
     * @param leaves that no slice before it explains
     * @param gain logarithm of the likelihood ratio
     * @param logTests logarithm of the number of slices among which it was sought
     */
    record Found(int mask, int[] leaves, double gain, double logTests) {
        double net() {
            return gain - logTests;
        }
    }

    private final Cube cube;
    private final Evidence evidence;
    private final double leastNet;
    private final int depth;
    private final boolean[] explained;
    private final List<Cuboid> cuboids;

    private SliceSearch(Cube cube, Evidence evidence, double chance, int depth, List<Cuboid> outer, int within) {
        this.cube = cube;
        this.evidence = evidence;
        this.leastNet = -Math.log(chance);
        this.depth = depth;
        this.explained = new boolean[cube.leaves()];
        this.cuboids = outer.isEmpty() ? cuboids() : cuboidsWithin(within, outer);
    }

    /**
     * @param chance at most this probability that noise alone shows any slice at all
     * @param most slices
     */
    static List<Found> search(Cube cube, Evidence evidence, double chance, int most) {
        return new SliceSearch(cube, evidence, chance, depth(cube), List.of(), 0)
                .greedy(most, Double.POSITIVE_INFINITY);
    }

    /** The table as a whole, where that is what it came to in the end. */
    static Optional<Found> whole(List<Found> found) {
        return found.stream().filter(slice -> slice.mask() == 0).findFirst();
    }

    /** Most conditions of a slice, such that all slices find room. */
    static int depth(Cube cube) {
        int dimensions = cube.dimensions().size();
        long cuboids = 0;
        long choices = 1;
        for (int depth = 1; depth <= dimensions; depth++) {
            choices = choices * (dimensions - depth + 1) / depth;
            cuboids += choices;
            if (depth > 1 && cuboids * cube.leaves() > MOST_CODES) {
                return depth - 1;
            }
        }
        return dimensions;
    }

    private List<Cuboid> cuboids() {
        int dimensions = cube.dimensions().size();
        Cube.Numbering[] numberings = numberings(0);
        return IntStream.range(0, numberings.length)
                .filter(mask -> Integer.bitCount(mask) <= depth)
                .parallel()
                .mapToObj(mask -> new Cuboid(
                        mask,
                        numberings[mask],
                        evidence,
                        explained,
                        Cuboid.logTests(dimensions, Integer.bitCount(mask), numberings[mask].count())))
                .toList();
    }

    private List<Cuboid> cuboidsWithin(int within, List<Cuboid> outer) {
        Cube.Numbering[] numberings = numberings(within);
        return outer.stream()
                .filter(c -> (c.mask() & within) == within && c.mask() != within)
                .map(c -> new Cuboid(c.mask(), numberings[c.mask() & ~within], evidence, explained, c.logTests()))
                .toList();
    }

    /** Slice of each leaf for each set of dimensions, but for those given, in which all leaves agree. */
    private Cube.Numbering[] numberings(int agreed) {
        int dimensions = cube.dimensions().size();
        Cube.Numbering[] numberings = new Cube.Numbering[1 << dimensions];
        numberings[0] = new Cube.Numbering(new int[cube.leaves()], 1);
        for (int mask = 1; mask < numberings.length; mask++) {
            if ((mask & agreed) == 0 && Integer.bitCount(mask) <= depth) {
                int d = 31 - Integer.numberOfLeadingZeros(mask);
                numberings[mask] = numberings[mask & ~(1 << d)].and(
                        cube.codes()[d], cube.dimensions().get(d).texts().size());
            }
        }
        return numberings;
    }

    /** @param enough net gain, together, after which the search ends */
    private List<Found> greedy(int most, double enough) {
        List<Found> found = new ArrayList<>();
        int alone = 0;
        double together = 0;
        while (found.size() < most && alone <= MOST_ALONE && together <= enough) {
            Optional<Cuboid> candidate = cuboids.stream()
                    .max(Comparator.comparingDouble(Cuboid::net)
                            .thenComparing(Comparator.comparingInt(Cuboid::mask).reversed()));
            if (candidate.isEmpty() || candidate.get().net() <= leastNet) {
                break;
            }
            Cuboid best = candidate.get();
            int[] leaves = best.leavesOfBest(explained);
            Found slice = new Found(best.mask(), leaves, best.gain(), best.logTests());
            if (saysMoreInParts(slice, best.profile())) {
                best.pass();
                continue;
            }
            found.add(slice);
            alone += leaves.length == 1 ? 1 : 0;
            together += slice.net() - leastNet;
            for (int i : leaves) {
                explained[i] = true;
            }
            cuboids.parallelStream().forEach(c -> c.remove(leaves, explained));
        }
        return found;
    }

    /** Whether slices within it explain its leaves better together. */
    private boolean saysMoreInParts(Found slice, int profile) {
        if (Integer.bitCount(slice.mask()) == depth) {
            return false;
        }
        double lost = 0;
        double won = 0;
        for (int i : slice.leaves()) {
            lost -= Math.min(0, evidence.gain(profile, i));
            won += Math.max(0, evidence.gain(profile, i));
        }
        if (slice.mask() == 0) {
            return lost > MOST_LOST_OF_WHOLE * won;
        }
        if (lost < DOUBTFUL) {
            return false;
        }
        SliceSearch inside = new SliceSearch(
                cube.only(slice.leaves()),
                evidence.only(slice.leaves()),
                Math.exp(-leastNet),
                depth,
                cuboids,
                slice.mask());
        double whole = slice.net() - leastNet;
        return inside.greedy(Integer.MAX_VALUE, whole).stream()
                        .mapToDouble(part -> part.net() - leastNet)
                        .sum()
                > whole;
    }
}
