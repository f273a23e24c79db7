package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * The skewness that groups of one kind have in common. A small group shows less of it than there is, because the rare large values that
 * make it are mostly not in the group; a test with its own skewness would call groups without them too low too often.
 */
final class Skewness {
    private Skewness() {}

    /** The same estimates, those made of means with the skewness of all of them together. */
    static List<Estimate> shared(List<Estimate> groups) {
        // cubes of very large or very small values would leave the range of numbers
        double unit = groups.stream()
                .flatMap(group -> group.mean().stream())
                .mapToDouble(mean -> Math.sqrt(mean.n()) * mean.standardError())
                .max()
                .orElse(0);
        double weight = 0;
        double cubes = 0;
        double squares = 0;
        for (Estimate group : groups) {
            Optional<MeanEstimate> mean = group.mean();
            if (mean.isPresent() && mean.get().n() > 2 && mean.get().standardError() > 0) {
                double n = mean.get().n();
                double sd = Math.sqrt(n) * mean.get().standardError() / unit;
                double variance = sd * sd;
                weight += n;
                // third moment with its bias taken off (Cramer 1946)
                cubes += n * mean.get().skewness() * variance * sd * n * n / ((n - 1) * (n - 2));
                squares += n * variance;
            }
        }
        if (!(squares > 0)) {
            return groups;
        }
        double skewness = cubes / weight / Math.pow(squares / weight, 1.5);
        return groups.stream().map(group -> group.skewed(skewness)).toList();
    }
}
