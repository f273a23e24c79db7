package dev.touchstone.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What is asked about the causes of a difference. */
public sealed interface CausesQuestion {
    /** The columns that have to be read. */
    Reading reading(Reading base);

    /**
     * Which slices of a table explain why what happened is not what was expected.
     *
     * @param actual column of amounts or counts; summed over the rows of a leaf, as all columns here
     * @param expected column of what was expected of them
     * @param cases column of the cases among which {@code actual} were counted, where a rate is asked about
     * @param casesExpected column of the cases among which {@code expected} were counted
     * @param dimensions columns whose values make the slices, 1 to {@link #MOST_DIMENSIONS}
     * @param chance at most this probability that a table without any cause shows one
     * @param most slices named
     */
    record Slices(
            String actual,
            String expected,
            Optional<String> cases,
            Optional<String> casesExpected,
            List<String> dimensions,
            double chance,
            int most)
            implements CausesQuestion {
        /** More dimensions would make more kinds of slices than can be searched. */
        public static final int MOST_DIMENSIONS = 10;

        public Slices {
            dimensions = List.copyOf(dimensions);
            if (dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
                throw new BadData(
                        "out-of-range",
                        dimensions.size() + " dimensions are named.",
                        "Name 1 to " + MOST_DIMENSIONS + " columns whose values may be causes.");
            }
            if (dimensions.stream().distinct().count() < dimensions.size()) {
                throw new BadData("duplicate-name", "A dimension is named twice.", "Name each dimension once.");
            }
            if (cases.isPresent() != casesExpected.isPresent()) {
                throw new BadData(
                        "no-cases",
                        "Cases are named of " + (cases.isPresent() ? "the actual" : "the expected") + " count alone.",
                        "Name a column of cases for both, or for neither.");
            }
            Values.probability(chance, "The chance of a false cause");
            if (most < 1) {
                throw new BadData("out-of-range", "The number of slices is " + most + ".", "Ask for one or more.");
            }
        }

        /** Of amounts, with the usual bounds: at most 50 slices, and 5 % for a false alarm. */
        public static Slices of(String actual, String expected, List<String> dimensions) {
            return new Slices(actual, expected, Optional.empty(), Optional.empty(), dimensions, 0.05, 50);
        }

        /** Of rates: counts among cases, against counts expected among other cases. */
        public Slices among(String casesOfActual, String casesOfExpected) {
            return new Slices(
                    actual,
                    expected,
                    Optional.of(casesOfActual),
                    Optional.of(casesOfExpected),
                    dimensions,
                    chance,
                    most);
        }

        @Override
        public Reading reading(Reading base) {
            Reading reading = base;
            for (String dimension : dimensions) {
                reading = reading.dimension(dimension);
            }
            for (String amount : amounts()) {
                reading = reading.number(amount);
            }
            return reading;
        }

        /** Actual and expected; of rates actual, its cases, expected, its cases. */
        List<String> amounts() {
            return cases.isEmpty()
                    ? List.of(actual, expected)
                    : List.of(actual, cases.get(), expected, casesExpected.orElseThrow());
        }
    }

    /**
     * Two populations of rows.
     *
     * @param column whose texts tell them apart
     * @param before text of the rows before, or of the reference
     * @param after text of the rows after, or of the group that is asked about
     */
    record Between(String column, String before, String after) {
        public Between {
            if (before.equals(after)) {
                throw new BadData(
                        "duplicate-name",
                        "Both populations are \"" + before + "\".",
                        "Name two different values of column \"" + column + "\".");
            }
        }

        boolean[] rows(Samples samples, String text) {
            Column.Labels labels = samples.labels(column);
            int code = labels.dictionary().indexOf(text);
            boolean[] rows = new boolean[labels.rows()];
            boolean any = false;
            for (int i = 0; i < rows.length; i++) {
                rows[i] = code >= 0 && labels.codes()[i] == code;
                any |= rows[i];
            }
            if (!any) {
                throw new BadData(
                        "no-rows",
                        "No row has \"" + text + "\" in column \"" + column + "\".",
                        "Its values are "
                                + labels.dictionary().stream().limit(10).collect(Collectors.joining(", "))
                                + (labels.dictionary().size() > 10 ? ", ..." : "") + ".");
            }
            return rows;
        }
    }

    /**
     * How much of the change of a rate is due to other rates in the groups, and how much to another mix of the groups.
     *
     * @param numerator column, summed; the value of each row where a mean is asked about
     * @param denominator column, summed; 1 for each row where absent
     * @param groups columns whose texts make the groups
     */
    record MixAndRate(String numerator, Optional<String> denominator, List<String> groups, Between between)
            implements CausesQuestion {
        public MixAndRate {
            groups = List.copyOf(groups);
            if (groups.isEmpty()) {
                throw new BadData("no-group", "No column of groups is named.", "Name one or more.");
            }
        }

        @Override
        public Reading reading(Reading base) {
            Reading reading = base.label(between.column()).number(numerator);
            if (denominator.isPresent()) {
                reading = reading.number(denominator.get());
            }
            for (String group : groups) {
                reading = reading.dimension(group);
            }
            return reading;
        }
    }

    /**
     * How much of the gap of a mean is due to what the rows are, by regression on variables of numbers or texts.
     *
     * @param resamples for the standard errors
     */
    record Regressed(String value, List<String> variables, Between between, int resamples, long seed)
            implements CausesQuestion {
        public Regressed {
            variables = List.copyOf(variables);
        }

        public static Regressed of(String value, List<String> variables, Between between) {
            return new Regressed(value, variables, between, 200, 1);
        }

        @Override
        public Reading reading(Reading base) {
            Reading reading = base.label(between.column()).number(value);
            for (String variable : variables) {
                reading = reading.and(new Reading.Wanted(variable, Reading.Type.ANY, true));
            }
            return reading;
        }
    }

    /**
     * How much each driver adds to the change of a figure.
     *
     * @param formula of the figure over the names of the drivers, such as {@code availability * performance * quality}
     * @param drivers for each its formula over sums and means of columns, such as {@code sum(run) / sum(planned)}; a name in the formula
     *     that is not among them is the mean of the column of that name
     * @param orders drawn where there are more than {@link Shapley#MOST_EXACT} drivers
     */
    record Drivers(String formula, SequencedMap<String, String> drivers, Between between, int orders, long seed)
            implements CausesQuestion {
        public Drivers {
            drivers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(drivers));
        }

        public static Drivers of(String formula, SequencedMap<String, String> drivers, Between between) {
            return new Drivers(formula, drivers, between, 1000, 1);
        }

        @Override
        public Reading reading(Reading base) {
            Reading reading = base.label(between.column());
            for (Expression driver : DriverTree.drivers(this).values()) {
                for (String column : driver.columns()) {
                    reading = reading.and(new Reading.Wanted(
                            column,
                            driver.textColumns().contains(column) ? Reading.Type.LABEL : Reading.Type.NUMBER,
                            true));
                }
            }
            return reading;
        }
    }

    /**
     * In which stages the lead time of one population is longer than that of another.
     *
     * @param stages columns of durations, whose sum is the lead time of a row
     */
    record Stages(List<String> stages, Between between) implements CausesQuestion {
        public Stages {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new BadData("no-stage", "No stage is named.", "Name the columns of the durations.");
            }
        }

        @Override
        public Reading reading(Reading base) {
            Reading reading = base.label(between.column());
            for (String stage : stages) {
                reading = reading.number(stage);
            }
            return reading;
        }
    }
}
