package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/** The checks of a fair comparison: are the data whole, are there enough, are they alike, and do the units differ at all. */
record Gates(Compare compare, FigureRows rows, Contest contest, CompareReport.Funnels funnel) {
    private static final double MOST_LEFT_OUT = 0.05;
    private static final double MOST_ALONE = 0.1;
    private static final double RANKABLE = 0.5;

    List<Gate> all() {
        List<Gate> gates = new ArrayList<>();
        gates.add(whole());
        gates.add(volume());
        gates.add(caseMix());
        if (contest.values().length > 1) {
            gates.add(differences());
            gates.add(size());
        }
        return List.copyOf(gates);
    }

    private Gate whole() {
        long refused = compare.load().map(LoadReport::refused).orElse(0L);
        long read = compare.load().map(LoadReport::rowsRead).orElse((long) rows.usable().length);
        long out = refused + rows.unusable();
        String sentence = out == 0
                ? "All " + read + " rows are used."
                : out + " of " + read + " rows are left out" + (out > MOST_LEFT_OUT * read ? ", which is much." : ".");
        return Gate.of("data", out <= MOST_LEFT_OUT * read, sentence);
    }

    private Gate volume() {
        int floor = rows.figure().leastRanked();
        int units = contest.all().size();
        int out = units - contest.values().length;
        return Gate.of(
                "volume",
                out == 0,
                out == 0
                        ? "Each of the " + units + " units has " + floor + " values or more."
                        : out + " of " + units + " units have fewer than " + floor
                                + " values, or none that can be used, and" + " are not ranked.");
    }

    /** Work that only one unit does is held against itself, so that nothing is learnt of it. */
    private Gate caseMix() {
        Optional<Figure.CaseMix> mix =
                rows.figure().caseMix().filter(m -> !m.columns().isEmpty());
        if (mix.isEmpty()) {
            return new Gate(
                    "case mix",
                    Gate.Status.NOT_CHECKED,
                    "Not allowed for: if units do different work, differences may be those of the work. Name the columns"
                            + " that tell the kind of a row.");
        }
        String by = "Allowed for by " + String.join(", ", mix.get().columns())
                + ": each row is held against rows of its kind everywhere";
        double alone = Standardisation.shareOfOneUnit(
                Grouping.of(compare.samples(), mix.get().columns()), compare.entities(), rows.usable());
        return Gate.of(
                "case mix",
                alone <= MOST_ALONE,
                alone == 0
                        ? by + "."
                        : by + "; but " + Words.percent(Math.rint(1000 * alone) / 1000)
                                + " of the rows are of kinds that only one unit has, so that they are held against"
                                + " themselves.");
    }

    private Gate differences() {
        Optional<Dispersion> found = funnel.shares()
                .flatMap(Proportions::dispersion)
                .or(() -> funnel.rates().flatMap(Rates::dispersion));
        if (found.isPresent()) {
            Dispersion dispersion = found.get();
            return Gate.of(
                    "over-dispersion",
                    !dispersion.applied(),
                    dispersion.applied()
                            ? "Units differ by more than chance as a whole (phi " + Words.number(dispersion.phi())
                                    + "); the limits of the funnel allow for it."
                            : "Phi is " + Words.number(dispersion.phi()) + ". "
                                    + dispersion.note().orElse(""));
        }
        double rankability = contest.heterogeneity().rankability();
        return Gate.of(
                "ranks",
                rankability >= RANKABLE,
                Words.percent(Math.rint(100 * rankability) / 100)
                        + " of the differences between units are more than chance"
                        + (rankability >= RANKABLE ? "." : ", so that ranks say little."));
    }

    /** Spearman's correlation of the figure with the number of rows. */
    private Gate size() {
        double[] values = contest.values();
        double[] sizes = contest.ranked().stream().mapToDouble(Sample::n).toArray();
        int n = values.length;
        if (n < 8 || Arrays.stream(sizes).distinct().count() < 3) {
            return new Gate(
                    "size of units",
                    Gate.Status.NOT_CHECKED,
                    "Not checked because the units are too few, or too equal in size.");
        }
        double r = Correlation.spearman(values, sizes);
        double t = r * Math.sqrt((n - 2) / Math.max(1e-12, 1 - r * r));
        double p = 2 * TDistribution.of(n - 2.0).survivalProbability(Math.abs(t));
        return Gate.of(
                "size of units",
                p > 0.05,
                p > 0.05
                        ? "The figure does not go with the size of the units."
                        : "The figure goes with the size of the units (rank correlation "
                                + Words.number(Math.rint(100 * r) / 100)
                                + "): compare units of like size, or look for what large ones do differently.");
    }
}
