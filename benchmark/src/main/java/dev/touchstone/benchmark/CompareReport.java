package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
     * @param comparison of values, ratios and formulas
     * @param proportions of shares that were counted, in place of the comparison
     * @param rows that carry the figure
     */
    public record FigureReport(
            String name,
            String unit,
            Direction direction,
            String statistic,
            int rows,
            String answer,
            List<Gate> gates,
            Optional<Comparison> comparison,
            Optional<Proportions> proportions,
            List<Stratum> strata,
            List<Against> references,
            Optional<Trend> trend,
            List<Price> prices,
            List<String> notes) {}

    /** The comparison made again for rows of one kind. */
    public record Stratum(String name, Optional<Comparison> comparison, Optional<Proportions> proportions) {}

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
