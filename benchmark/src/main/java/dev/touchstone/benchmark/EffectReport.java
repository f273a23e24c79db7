package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether what was done to improve a figure did improve it.
 *
 * @param answer what is to be known first, in a sentence or two
 * @param load how the table was read; absent for a frame that was given
 * @param effects one for each action and figure that could be judged; the notes name the others
 */
public record EffectReport(
        String answer, Optional<LoadReport> load, EffectOptions options, List<Effect> effects, List<String> notes)
        implements Report {

    @Override
    public Document document() {
        return EffectPage.of(this);
    }

    /**
     * What one action did to one figure.
     *
     * @param treated units that it was done to
     * @param period into which rows were put together
     * @param verdict better or worse (without a direction higher or lower) where the effect is shown; else not distinguishable
     * @param proof of the method that answers, once false discovery over the report is controlled
     * @param q of the method that answers; absent where it has no p-value
     * @param detectable least effect that would have been found in 80 % of cases; absent without an interval
     * @param findings the method that answers first
     * @param gates checks of the whole, those of the answering method after them
     * @param regressionToMean absent where there are too few units or periods to tell
     */
    public record Effect(
            String action,
            String figure,
            String unit,
            Direction direction,
            List<String> treated,
            Period period,
            String answer,
            Verdict verdict,
            Finding.Proof proof,
            OptionalDouble q,
            OptionalDouble detectable,
            List<Finding> findings,
            List<Gate> gates,
            Optional<RegressionToMean> regressionToMean,
            List<String> notes) {}
}
