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
        long seed) {

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
        return new CompareOptions(
                List.of(figure), entity, List.of(), List.of(), Optional.empty(), Optional.empty(), 0.95, 0.05, 1);
    }

    public CompareOptions by(List<String> columns) {
        return new CompareOptions(figures, entity, columns, references, time, period, level, falseDiscoveryRate, seed);
    }

    public CompareOptions references(List<Reference> others) {
        return new CompareOptions(figures, entity, by, others, time, period, level, falseDiscoveryRate, seed);
    }

    public CompareOptions time(String column) {
        return new CompareOptions(
                figures, entity, by, references, Optional.of(column), period, level, falseDiscoveryRate, seed);
    }

    /** The columns that have to be read. */
    Reading reading(Reading base) {
        Reading reading = base.label(entity);
        for (String column : by) {
            reading = reading.dimension(column);
        }
        if (time.isPresent()) {
            reading = reading.time(time.get());
        }
        for (Figure figure : figures) {
            if (figure.caseMix().isPresent()) {
                for (String column : figure.caseMix().get().columns()) {
                    reading = reading.dimension(column);
                }
            }
        }
        for (Reference reference : references) {
            if (reference instanceof Reference.Cohort cohort) {
                for (Reference.Trait trait : cohort.traits()) {
                    reading = reading.number(trait.column());
                }
            }
        }
        for (Figure figure : figures) {
            for (Expression expression : figure.expressions()) {
                for (String column : expression.columns()) {
                    reading = value(reading, column);
                }
            }
        }
        return reading;
    }

    /** A value may be a number or a time; a row without it is of no use if it is the only figure. */
    private Reading value(Reading reading, String column) {
        boolean known = reading.wanted().stream().anyMatch(w -> w.column().equals(column));
        return known ? reading : reading.and(new Reading.Wanted(column, Reading.Type.VALUE, figures.size() == 1));
    }
}
