package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Figures of several groups, each with its own error, as draws from one population of groups: how much the groups truly differ, and
 * what is to be expected of each once its error is allowed for.
 *
 * @param tau2 variance of the true figures between groups
 * @param mean of the population
 * @param standardError of that mean
 * @param q weighted sum of squares about the common mean (Cochran); about the number of groups less one when they do not differ
 */
public record RandomEffects(double tau2, double mean, double standardError, double q) {

    /** The square of its inverse is still a number. */
    private static final double LEAST_VARIANCE = 1e-100;

    /** Ways to estimate the variance between groups. */
    public enum Method {
        /** DerSimonian and Laird (1986): by moments, in one step. */
        DERSIMONIAN_LAIRD,
        /** Paule and Mandel (1982): by moments, exact for the weights that it ends with. */
        PAULE_MANDEL,
        /** Restricted maximum likelihood. */
        REML
    }

    /**
     * @param figures one a group, two or more
     * @param variances squared standard error of each, above 0
     */
    public static RandomEffects of(double[] figures, double[] variances, Method method) {
        Values.checked(figures, "the figures");
        Values.checked(variances, "the variances");
        if (figures.length < 2 || figures.length != variances.length) {
            throw new BadData(
                    "too-few",
                    "There are " + figures.length + " figures and " + variances.length + " variances.",
                    "Give two groups or more, and one variance for each.");
        }
        for (int i = 0; i < variances.length; i++) {
            if (!(variances[i] > LEAST_VARIANCE)) {
                throw new BadData(
                        "out-of-range",
                        "The variance of figure " + (i + 1) + " is " + variances[i] + ".",
                        "A variance is above 0" + (variances[i] > 0 ? ", and not below " + LEAST_VARIANCE : "") + ".");
            }
        }
        // in units of about one standard error; a power of two changes no digit
        int unit = Math.getExponent(Quantile.DEFAULT.of(variances, 0.5)) / 2;
        return in(scaled(figures, -unit), scaled(variances, -2 * unit), method).scaled(unit);
    }

    private static double[] scaled(double[] values, int exponent) {
        return Arrays.stream(values).map(v -> Math.scalb(v, exponent)).toArray();
    }

    private RandomEffects scaled(int exponent) {
        return new RandomEffects(
                Math.scalb(tau2, 2 * exponent), Math.scalb(mean, exponent), Math.scalb(standardError, exponent), q);
    }

    private static RandomEffects in(double[] figures, double[] variances, Method method) {
        double tau2 = switch (method) {
            case DERSIMONIAN_LAIRD -> dersimonianLaird(figures, variances);
            case PAULE_MANDEL -> pauleMandel(figures, variances);
            case REML -> reml(figures, variances);
        };
        double weights = 0;
        for (double v : variances) {
            weights += 1 / (v + tau2);
        }
        return new RandomEffects(
                tau2, mean(figures, variances, tau2), 1 / Math.sqrt(weights), q(figures, variances, 0));
    }

    /** Share of what a figure shows that is its own, the rest being drawn to the mean of all. */
    public double weight(double variance) {
        return tau2 == 0 ? 0 : tau2 / (tau2 + variance);
    }

    /** The figure of a group with its error allowed for (empirical Bayes). */
    public double shrunken(double figure, double variance) {
        double weight = weight(variance);
        return weight * figure + (1 - weight) * mean;
    }

    private static double mean(double[] y, double[] v, double tau2) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < y.length; i++) {
            double w = 1 / (v[i] + tau2);
            sum += w * y[i];
            weights += w;
        }
        return sum / weights;
    }

    private static double q(double[] y, double[] v, double tau2) {
        double mean = mean(y, v, tau2);
        double q = 0;
        for (int i = 0; i < y.length; i++) {
            q += (y[i] - mean) * (y[i] - mean) / (v[i] + tau2);
        }
        return q;
    }

    private static double dersimonianLaird(double[] y, double[] v) {
        double w = 0;
        double w2 = 0;
        for (double variance : v) {
            w += 1 / variance;
            w2 += 1 / (variance * variance);
        }
        return Math.max(0, (q(y, v, 0) - (y.length - 1)) / (w - w2 / w));
    }

    /** The generalised Q falls as tau2 grows; where it crosses its expectation is found by bisection. */
    private static double pauleMandel(double[] y, double[] v) {
        return crossing(y, v, y.length - 1.0);
    }

    /**
     * The variance between groups for which the generalised Q is {@code degrees}. At a quantile of the chi-square distribution it is a
     * confidence bound (Viechtbauer 2007).
     */
    static double crossing(double[] y, double[] v, double degrees) {
        if (q(y, v, 0) <= degrees) {
            return 0;
        }
        double low = 0;
        double high = Values.variance(y, Values.mean(y));
        while (q(y, v, high) > degrees) {
            high *= 2;
        }
        for (int step = 0; step < 200 && high - low > 1e-14 * high; step++) {
            double middle = (low + high) / 2;
            if (q(y, v, middle) > degrees) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * Fisher scoring, begun and ended as by R's metafor, so that published figures come out to their last digit: from the estimate of
     * Hedges, until a step is small beside the variance of the figures.
     */
    private static double reml(double[] y, double[] v) {
        double spread = Values.variance(y, Values.mean(y));
        double tau2 = Math.max(0, spread - Values.mean(v));
        for (int step = 0; step < 500; step++) {
            double mean = mean(y, v, tau2);
            double w1 = 0;
            double w2 = 0;
            double w3 = 0;
            double squares = 0;
            for (int i = 0; i < y.length; i++) {
                double w = 1 / (v[i] + tau2);
                w1 += w;
                w2 += w * w;
                w3 += w * w * w;
                squares += w * w * (y[i] - mean) * (y[i] - mean);
            }
            // score and information of the restricted likelihood, with P = W - W11'W / sum w
            double score = squares - (w1 - w2 / w1);
            double information = w2 - 2 * w3 / w1 + (w2 / w1) * (w2 / w1);
            double next = Math.max(0, tau2 + score / information);
            if (Math.abs(next - tau2) <= 1e-5 * spread) {
                return next;
            }
            tau2 = next;
        }
        return tau2;
    }
}
