package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;

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
}
