package dev.touchstone.benchmark;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether units are shown to keep a quantile within its target, such as 90 % of calls within 64 seconds: the number of misses is
 * binomial, so that few enough of them refute that the quantile lies beyond the target, whatever the distribution of the values.
 */
final class Certificates {
    /** More values than this are not asked for. */
    private static final int MOST = 1_000_000;

    private final double p;
    private final boolean higher;
    private final double target;
    private final double level;

    private Certificates(double p, boolean higher, double target, double level) {
        this.p = p;
        this.higher = higher;
        this.target = target;
        this.level = level;
    }

    /** None for figures that are no quantile, or have no good direction. */
    static List<CompareReport.Certificate> of(Contest contest, Comparison.Question question, double target) {
        OptionalDouble p = question.statistic().quantile();
        if (p.isEmpty() || question.direction() == Direction.NONE) {
            return List.of();
        }
        boolean higher = question.direction() == Direction.HIGHER_IS_BETTER;
        Certificates test = new Certificates(p.getAsDouble(), higher, target, question.level());
        return contest.all().stream()
                .filter(sample -> sample.sorted().isPresent() && sample.n() > 0)
                .map(sample -> test.of(sample.name(), sample.sorted().get()))
                .toList();
    }

    private CompareReport.Certificate of(String name, double[] sorted) {
        int n = sorted.length;
        int misses = (int) IntStream.range(0, n)
                .filter(i -> higher ? sorted[i] < target : sorted[i] > target)
                .count();
        OptionalInt allowed = allowed(n);
        OptionalDouble bound = allowed.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted[higher ? allowed.getAsInt() : n - 1 - allowed.getAsInt()]);
        OptionalInt needed = needed((double) misses / n);
        CompareReport.Certification status = allowed.isEmpty()
                ? CompareReport.Certification.TOO_FEW
                : misses <= allowed.getAsInt()
                        ? CompareReport.Certification.CERTIFIED
                        : CompareReport.Certification.NOT_CERTIFIED;
        return new CompareReport.Certificate(
                name, target, n, misses, allowed, bound, needed, status, sentence(status, n, misses, allowed, needed));
    }

    /** Chance that a value misses a target which the quantile just does not keep. */
    private double missing() {
        return higher ? p : 1 - p;
    }

    /** Most misses k with P(B &lt;= k) at most 1 - level, where B is Binomial(n, missing). */
    private OptionalInt allowed(int n) {
        BinomialDistribution misses = BinomialDistribution.of(n, missing());
        double tail = 1 - level;
        int k = misses.inverseCumulativeProbability(tail);
        int most = misses.cumulativeProbability(k) <= tail ? k : k - 1;
        return most < 0 ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /** Smallest n of which a share of misses like this one shows the target to be kept. */
    private OptionalInt needed(double share) {
        if (share >= missing()) {
            return OptionalInt.empty();
        }
        int low = 0;
        int high = 1;
        while (!enough(high, share)) {
            low = high;
            high *= 2;
            if (high > MOST) {
                return OptionalInt.empty();
            }
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (enough(middle, share)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalInt.of(high);
    }

    private boolean enough(int n, double share) {
        OptionalInt most = allowed(n);
        return most.isPresent() && most.getAsInt() >= Math.ceil(share * n);
    }

    private String sentence(
            CompareReport.Certification status, int n, int misses, OptionalInt allowed, OptionalInt needed) {
        String counts = misses + " of " + n + " miss " + Words.number(target);
        String more = needed.isEmpty()
                ? "these miss it too often to show it with any number."
                : "about " + needed.getAsInt() + " values that miss it as rarely would show it.";
        return switch (status) {
            case CERTIFIED ->
                "Shown with " + Words.percent(level) + " confidence: " + counts + ", and up to " + allowed.getAsInt()
                        + " would do.";
            case NOT_CERTIFIED -> "Not shown: " + counts + ", and at most " + allowed.getAsInt() + " may; " + more;
            case TOO_FEW ->
                "Too few to show it: " + n + (n == 1 ? " value cannot," : " values cannot,") + " even if none misses; "
                        + least() + " are needed for that.";
        };
    }

    /** Smallest n that shows the target kept without a miss: 29 for nine of ten with 95 % confidence. */
    private int least() {
        int n = 1;
        while (Math.pow(1 - missing(), n) > 1 - level) {
            n++;
        }
        return n;
    }
}
