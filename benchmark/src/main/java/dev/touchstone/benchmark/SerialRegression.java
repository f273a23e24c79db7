package dev.touchstone.benchmark;

import java.util.Optional;

/**
 * A regression over time whose errors go together: generalised least squares, the share by which they do so estimated by restricted
 * maximum likelihood (Patterson and Thompson 1971), which is much less biased in short series than moments are. The degrees of
 * freedom of each combination of coefficients allow for the share being estimated (Satterthwaite 1946).
 */
final class SerialRegression {
    private static final int GRID = 24;
    private static final double STEP = 0.01;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final SerialErrors errors;
    private final long[] times;
    private final Design design;
    private final double[] y;
    private final double share;
    private final LinearModel fit;
    private final Optional<Curvature> curvature;

    /** Second derivatives of the negative likelihood by the logarithm of the variance and by the share. */
    private record Curvature(double scale, double mixed, double share) {
        boolean usable() {
            return share > 0 && scale * share - mixed * mixed > 1e-9 * scale * share;
        }

        /** Variance of log variance plus {@code slope} times the share. */
        double variance(double slope) {
            double determinant = scale * share - mixed * mixed;
            return (share - 2 * slope * mixed + slope * slope * scale) / determinant;
        }
    }

    private SerialRegression(
            SerialErrors errors, long[] times, Design design, double[] y, double share, Optional<Curvature> curvature) {
        this.errors = errors;
        this.times = times;
        this.design = design;
        this.y = y;
        this.share = share;
        this.fit = at(share).fit;
        this.curvature = curvature;
    }

    /** @param times ascending, one for each row */
    static SerialRegression of(SerialErrors errors, long[] times, Design design, double[] y) {
        SerialRegression start = new SerialRegression(errors, times, design, y, 0, Optional.empty());
        double share = errors.most() == 0 ? 0 : start.likeliest();
        SerialRegression found = new SerialRegression(errors, times, design, y, share, Optional.empty());
        return new SerialRegression(errors, times, design, y, share, found.curvature());
    }

    /**
     * The same errors over more rows, of which each has a coefficient of its own, and which therefore say nothing of the errors.
     */
    SerialRegression extended(long[] moreTimes, Design moreDesign, double[] moreY) {
        return new SerialRegression(errors, moreTimes, moreDesign, moreY, share, curvature);
    }

    private record Filtered(LinearModel fit, double logDeterminant) {
        double cost() {
            return fit.degrees() * Math.log(fit.scale()) + penalty();
        }

        double penalty() {
            return logDeterminant + fit.logDeterminant();
        }
    }

    private Filtered at(double someShare) {
        double[][] columns = design.copy();
        for (int j = 0; j < columns.length; j++) {
            errors.filter(someShare, times, design.columns().get(j), columns[j]);
        }
        double[] filtered = new double[y.length];
        double logDeterminant = errors.filter(someShare, times, y, filtered);
        return new Filtered(LinearModel.of(design.names(), columns, filtered), logDeterminant);
    }

    /** By a grid, because there may be two maxima, then by golden section. */
    private double likeliest() {
        double width = errors.most() / GRID;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double cost = at(i * width).cost();
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        double low = Math.max(0, (best - 1) * width);
        double high = Math.min(errors.most(), (best + 1) * width);
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double costA = at(a).cost();
        double costB = at(b).cost();
        while (high - low > 1e-7) {
            if (costA < costB) {
                high = b;
                b = a;
                costB = costA;
                a = high - GOLDEN * (high - low);
                costA = at(a).cost();
            } else {
                low = a;
                a = b;
                costA = costB;
                b = low + GOLDEN * (high - low);
                costB = at(b).cost();
            }
        }
        double middle = (low + high) / 2;
        return at(0).cost() <= at(middle).cost() ? 0 : middle;
    }

    /** Where derivatives by the share are taken: so far from its bounds that both sides can be seen. */
    private double inside() {
        return Math.clamp(share, STEP, errors.most() - STEP);
    }

    private Optional<Curvature> curvature() {
        if (errors.most() == 0) {
            return Optional.empty();
        }
        Filtered below = at(inside() - STEP);
        Filtered here = at(inside());
        Filtered above = at(inside() + STEP);
        double scale = here.fit.scale();
        double slope = (above.fit.squares() - below.fit.squares()) / (2 * STEP * scale);
        double bend = (above.fit.squares() - 2 * here.fit.squares() + below.fit.squares()) / (STEP * STEP * scale);
        double penalty = (above.penalty() - 2 * here.penalty() + below.penalty()) / (STEP * STEP);
        Curvature found = new Curvature(fit.degrees() / 2.0, -slope / 2, (bend + penalty) / 2);
        return Optional.of(found).filter(Curvature::usable);
    }

    /** By how much errors go together; see {@link SerialErrors}. */
    double share() {
        return share;
    }

    Design design() {
        return design;
    }

    double[] coefficients() {
        return fit.coefficients();
    }

    /** Variance of the errors. */
    double scale() {
        return fit.scale();
    }

    double value(double[] contrast) {
        return fit.value(contrast);
    }

    double variance(double[] contrast) {
        return fit.scale() * fit.leverage(contrast);
    }

    /** Degrees of freedom of {@link #variance}. */
    double degrees(double[] contrast) {
        double most = fit.degrees();
        if (curvature.isEmpty()) {
            return most;
        }
        double slope = (at(inside() + STEP).fit.leverage(contrast)
                        - at(inside() - STEP).fit.leverage(contrast))
                / (2 * STEP * at(inside()).fit.leverage(contrast));
        // at its bound the share is no free number any more, and its likelihood may be flat
        double least = share < STEP ? most / 2 : 1;
        return Math.clamp(2 / curvature.get().variance(slope), least, most);
    }
}
