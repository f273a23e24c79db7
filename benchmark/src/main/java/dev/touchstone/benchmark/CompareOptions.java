package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What a comparison over a table asks.
 *
 * @param figures one or more
 * @param entity column that names the unit of comparison
 * @param by columns by whose values the comparison is made again, once for each
 * @param references besides the median of all units
 * @param time column of times, for the trend of the gap and for {@link Reference.History}
 * @param period of the trend; by the span of the data where absent
 * @param level confidence of the intervals
 * @param falseDiscoveryRate over all verdicts of the report together
 * @param dispersion how funnels allow for units that differ by more than chance
 */
public record CompareOptions(
        List<Figure> figures,
        String entity,
        List<String> by,
        List<Reference> references,
        Optional<String> time,
        Optional<Period> period,
        double level,
        double falseDiscoveryRate,
        long seed,
        Dispersion.Model dispersion) {

    public CompareOptions {
        figures = List.copyOf(figures);
        by = List.copyOf(by);
        references = List.copyOf(references);
        if (figures.isEmpty()) {
            throw new BadData("no-figure", "Nothing is compared.", "Name a value, or a numerator and a denominator.");
        }
        if (figures.stream().map(Figure::name).distinct().count() < figures.size()) {
            throw new BadData("duplicate-name", "Two figures have one name.", "Give each figure a name of its own.");
        }
        Values.probability(level, "The confidence level");
        Values.probability(falseDiscoveryRate, "The false-discovery rate");
        if (time.isEmpty() && references.stream().anyMatch(Reference.History.class::isInstance)) {
            throw new BadData(
                    "no-time", "A comparison with the own history needs times.", "Name the column that holds them.");
        }
    }

    public static CompareOptions of(Figure figure, String entity) {
        return of(List.of(figure), entity);
    }

    public static CompareOptions of(List<Figure> figures, String entity) {
        return new CompareOptions(
                figures,
                entity,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0.95,
                0.05,
                1,
                Dispersion.Model.MULTIPLICATIVE);
    }

    public CompareOptions by(List<String> columns) {
        return new CompareOptions(
                figures, entity, columns, references, time, period, level, falseDiscoveryRate, seed, dispersion);
    }

    public CompareOptions references(List<Reference> others) {
        return new CompareOptions(
                figures, entity, by, others, time, period, level, falseDiscoveryRate, seed, dispersion);
    }

    public CompareOptions time(String column) {
        return new CompareOptions(
                figures,
                entity,
                by,
                references,
                Optional.of(column),
                period,
                level,
                falseDiscoveryRate,
                seed,
                dispersion);
    }

    public CompareOptions period(Period of) {
        return new CompareOptions(
                figures, entity, by, references, time, Optional.of(of), level, falseDiscoveryRate, seed, dispersion);
    }

    public CompareOptions level(double confidence) {
        return new CompareOptions(
                figures, entity, by, references, time, period, confidence, falseDiscoveryRate, seed, dispersion);
    }

    public CompareOptions falseDiscoveryRate(double rate) {
        return new CompareOptions(figures, entity, by, references, time, period, level, rate, seed, dispersion);
    }

    public CompareOptions seed(long newSeed) {
        return new CompareOptions(
                figures, entity, by, references, time, period, level, falseDiscoveryRate, newSeed, dispersion);
    }

    public CompareOptions dispersion(Dispersion.Model model) {
        return new CompareOptions(
                figures, entity, by, references, time, period, level, falseDiscoveryRate, seed, model);
    }

    /** The columns that have to be read. A column that is computed with may tell kinds of rows as well. */
    Reading reading(Reading base) {
        Reading reading = base.label(entity);
        if (time.isPresent()) {
            reading = reading.time(time.get());
        }
        for (Reference reference : references) {
            if (reference instanceof Reference.Cohort cohort) {
                for (Reference.Trait trait : cohort.traits()) {
                    reading = reading.number(trait.column());
                }
            }
        }
        reading = reading(reading, figures);
        for (String column : by) {
            reading = unlessKnown(reading, new Reading.Wanted(column, Reading.Type.LABEL, false));
        }
        return reading;
    }

    /** The columns of figures besides those of {@code base}. */
    static Reading reading(Reading base, List<Figure> figures) {
        Reading reading = base;
        List<Expression> expressions =
                figures.stream().flatMap(f -> f.expressions().stream()).toList();
        for (Expression expression : expressions) {
            for (String column : expression.textColumns()) {
                reading = reading.dimension(column);
            }
        }
        for (Expression expression : expressions) {
            for (String column : expression.columns()) {
                // a row without the value is of no use if it is the only figure
                reading = unlessKnown(reading, new Reading.Wanted(column, Reading.Type.VALUE, figures.size() == 1));
            }
        }
        for (Figure figure : figures) {
            for (String column : figure.caseMix().map(Figure.CaseMix::columns).orElse(List.of())) {
                reading = unlessKnown(reading, new Reading.Wanted(column, Reading.Type.LABEL, false));
            }
        }
        return reading;
    }

    private static Reading unlessKnown(Reading reading, Reading.Wanted column) {
        boolean known = reading.wanted().stream().anyMatch(w -> w.column().equals(column.column()));
        return known ? reading : reading.and(column);
    }
}
