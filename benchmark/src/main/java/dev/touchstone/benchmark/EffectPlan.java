package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large an effect could be shown, from the past of the units.
 *
 * @param period into which rows were put together
 * @param before how many of them the past has
 * @param comparison with other units; absent where there are too few
 * @param alone by the units' own past; absent where it is too short
 * @param values that certify a percentile without a miss; absent for other figures
 * @param regressionToMean of the units that were chosen; {@code observed} is 0, for nothing was done yet
 */
public record EffectPlan(
        String answer,
        Optional<LoadReport> load,
        EffectPlanOptions options,
        Period period,
        int before,
        Optional<Prospect> comparison,
        Optional<Prospect> alone,
        OptionalLong values,
        Optional<RegressionToMean> regressionToMean,
        List<String> notes)
        implements Report {

    /**
     * What one method could show.
     *
     * @param deviation of the errors from period to period
     * @param autocorrelation of the errors of neighbouring periods
     * @param needed periods after the change until the effect hoped for would be found in 80 % of cases; absent where none is hoped for,
     *     or more than {@value #MOST_PERIODS} would be needed
     */
    public record Prospect(
            Finding.Method method,
            String design,
            double deviation,
            double autocorrelation,
            OptionalLong needed,
            List<Horizon> horizons) {
        static final int MOST_PERIODS = 240;
    }

    /**
     * @param after periods after the change
     * @param power80 least effect found in 80 % of cases
     */
    public record Horizon(int after, double power80, double power90) {}

    @Override
    public Document document() {
        Document.Builder page = Document.builder();
        for (Optional<Prospect> some : List.of(comparison, alone)) {
            some.ifPresent(p -> {
                String words = p.method().words();
                page.heading(Character.toUpperCase(words.charAt(0)) + words.substring(1));
                page.paragraph(p.design() + " From period to period it varies by "
                        + EffectWords.brief(p.deviation())
                        + EffectWords.unit(options.figure().unit())
                        + " (standard deviation), with an autocorrelation of "
                        + EffectWords.brief(p.autocorrelation()) + ".");
                page.table(
                        "Least effect that would be found"
                                + (options.figure().unit().isEmpty()
                                        ? ""
                                        : ", in " + options.figure().unit()),
                        List.of(
                                Document.number("periods after"),
                                Document.number("in 80 % of cases"),
                                Document.number("in 90 % of cases")),
                        p.horizons().stream()
                                .map(h -> Document.row(h.after(), Show.number(h.power80()), Show.number(h.power90())))
                                .toList());
            });
        }
        regressionToMean.ifPresent(r -> page.paragraph(r.sentence()));
        page.notes(notes);
        load.ifPresent(page::load);
        return page.build("Plan of an improvement", answer);
    }
}
