package dev.touchstone.benchmark;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The report of a comparison over a table.
 *
 * @param answer what is to be known first, in a sentence or two
 * @param load how the table was read; absent for a frame that was given
 */
public record CompareReport(
        String answer,
        Optional<LoadReport> load,
        CompareOptions options,
        List<FigureReport> figures,
        List<String> notes)
        implements Report {

    @Override
    public Document document() {
        return ComparePage.of(this);
    }

    /**
     * One figure of all units.
     *
     * @param statistic that it is, such as {@code p90}, {@code share}, {@code rate}, {@code formula} or {@code observed over expected}
     * @param definition of the measure that it shows, if there is one
     * @param rows that carry the figure
     * @param window first and last time of the data; absent without a column of times
     * @param comparison of all units with their median
     * @param funnel for what was counted: where each unit lies beside the share or rate of all
     * @param certificates for a quantile with a target: whether it is shown to be reached
     * @param prices of the gaps, where a unit of the figure has a price
     */
    public record FigureReport(
            String name,
            String unit,
            Direction direction,
            String statistic,
            Optional<Figure.Definition> definition,
            int rows,
            Optional<Window> window,
            String answer,
            List<Gate> gates,
            Comparison comparison,
            Funnels funnel,
            List<Stratum> strata,
            List<Against> references,
            List<Certificate> certificates,
            Optional<Trend> trend,
            List<Price> prices,
            List<String> notes) {}

    public record Window(Instant from, Instant to) {}

    /** Units in their funnel: shares of a whole, or counts beside an exposure or expectation; of other figures neither. */
    public record Funnels(Optional<Proportions> shares, Optional<Rates> rates) {
        /** What was counted is drawn to the mean as counts are (beta-binomial, gamma-Poisson), not as by normal errors. */
        Comparison allowedFor(Comparison comparison) {
            Map<String, OptionalDouble> shrunken = new HashMap<>();
            Map<String, Optional<Comparison.ExpectedRank>> ranks = new HashMap<>();
            shares.ifPresent(p -> p.rows().forEach(r -> {
                shrunken.put(r.name(), r.shrunken());
                ranks.put(r.name(), r.expectedRank());
            }));
            rates.ifPresent(p -> p.rows().forEach(r -> {
                shrunken.put(r.name(), r.shrunken());
                ranks.put(r.name(), r.expectedRank());
            }));
            return comparison.withRows(comparison.rows().stream()
                    .map(r -> shrunken.getOrDefault(r.name(), OptionalDouble.empty())
                                    .isEmpty()
                            ? r
                            : r.allowedFor(shrunken.get(r.name()), ranks.get(r.name())))
                    .toList());
        }
    }

    /** The comparison made again for rows of one kind. */
    public record Stratum(String name, Comparison comparison, Funnels funnel) {}

    /** All units against one reference. */
    public record Against(String reference, List<Standing> standings, List<String> notes) {}

    /**
     * @param peers whose median the reference is, where each unit has its own
     * @param q over all verdicts of the report
     */
    public record Standing(
            String entity,
            OptionalDouble value,
            OptionalDouble reference,
            Optional<Gap> gap,
            Verdict verdict,
            OptionalDouble q,
            List<String> peers,
            Optional<String> note) {}

    /**
     * Whether a unit is shown to reach a quantile, such as nine of ten calls within 64 seconds.
     *
     * @param n values
     * @param misses values that miss the target
     * @param allowed most misses among n values with which the target is shown to be reached; absent where n is too few even without one
     * @param bound that the quantile keeps to with the confidence of the report, from one order statistic; absent with too few values
     * @param needed values that would show it if they miss no more often than these; absent where these miss too often
     */
    public record Certificate(
            String entity,
            double target,
            int n,
            int misses,
            OptionalInt allowed,
            OptionalDouble bound,
            OptionalInt needed,
            Certification status,
            String sentence) {}

    public enum Certification {
        CERTIFIED,
        NOT_CERTIFIED,
        TOO_FEW
    }

    /** How the gap of each unit to the median of all goes over time. */
    public record Trend(Period period, List<GapTrend> entities) {}

    /**
     * @param slope of the gap, per period; absent with fewer than six periods
     * @param closes first day of the period in which the gap will be closed if it goes on like this
     */
    public record GapTrend(
            String entity,
            List<PeriodGap> periods,
            Optional<TheilSen> slope,
            Optional<String> closes,
            String sentence) {}

    public record PeriodGap(String period, int n, double value, double reference, double gap) {}

    /**
     * What a gap is worth over the rows of the data; above 0 where there is money to be had.
     *
     * @param toMedian by reaching the median of the units
     * @param toTop by reaching their better quartile
     */
    public record Price(String entity, double toMedian, double toTop) {}
}
