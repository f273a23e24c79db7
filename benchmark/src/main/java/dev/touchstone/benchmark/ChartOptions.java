package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What control charts over a table ask.
 *
 * @param values column of the measure or count, or several, whose values in one row make one point; none for the time between
 *     events, of which only the time is known
 * @param size column of what was counted in: the denominator of a proportion, the exposure of a rate; or a number for all points
 * @param time column of times or numbers by which rows are put in order; the order of the table where absent
 * @param period rows of one period become one point
 * @param subgroup column whose equal values make one point of several rows
 * @param entity column that names units, of which each has a chart of its own
 * @param kind the one that suits the columns where absent
 * @param target for the assurance
 * @param standard a centre or standard deviation that is given
 * @param baseline points at the beginning of each phase on which its limits rest; all of them where absent
 * @param rebases recorded interventions at which limits are drawn anew
 * @param changes how changes are looked for that nobody recorded
 */
public record ChartOptions(
        List<String> values,
        Optional<String> size,
        Optional<String> time,
        Optional<Period> period,
        Optional<String> subgroup,
        Optional<String> entity,
        Optional<ControlChart.Kind> kind,
        RuleSet rules,
        Direction direction,
        OptionalDouble target,
        OptionalInt baseline,
        ControlChart.Standard standard,
        List<Rebase> rebases,
        Changes changes,
        Memory memory,
        long seed) {

    /**
     * A recorded intervention.
     *
     * @param at a time, the name of a subgroup, or the number of the first point after it, from 1
     */
    public record Rebase(String at, String reason) {
        /** Reads {@code 2025-03-01=new oven}. */
        public static Rebase parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || text.substring(equals + 1).isBlank()) {
                throw new BadData(
                        "unknown-rebase",
                        "\"" + text + "\" does not say when limits are drawn anew, and why.",
                        "Write the date and the reason, such as 2025-03-01=new oven.");
            }
            return new Rebase(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
    }

    /** How changes are looked for. */
    public enum Changes {
        NONE,
        PELT,
        E_DIVISIVE;

        public static Changes parse(String text) {
            for (Changes changes : values()) {
                if (changes.name().replace('_', '-').equalsIgnoreCase(text.strip())) {
                    return changes;
                }
            }
            throw new BadData(
                    "unknown-method",
                    "\"" + text + "\" is not a way to look for changes.",
                    "Write pelt, e-divisive or none.");
        }
    }

    /**
     * Settings of the charts that remember.
     *
     * @param lambda weight of the newest value (EWMA)
     * @param width of its limits in standard deviations
     * @param allowance k of the cumulative sums (CUSUM)
     * @param limit h of them
     */
    public record Memory(double lambda, double width, double allowance, double limit) {
        public static final Memory USUAL = new Memory(0.2, 3, 0.5, 5);
    }

    public ChartOptions {
        values = List.copyOf(values);
        rebases = List.copyOf(rebases);
        if (values.isEmpty() && (time.isEmpty() || size.isPresent())) {
            throw new BadData(
                    "no-figure",
                    "Nothing is charted.",
                    "Name the column of the values, or only that of the times of rare events.");
        }
        if (period.isPresent() && time.isEmpty()) {
            throw new BadData("no-time", "Points for periods need times.", "Name the column that holds them.");
        }
        if (period.isPresent() && subgroup.isPresent()) {
            throw new BadData(
                    "two-subgroups", "Points are asked for by period and by subgroup.", "Ask for one of them.");
        }
    }

    /** A chart of the values of a column, of the kind that suits them, by the rules of the NHS. */
    public static ChartOptions of(String value, Direction direction) {
        return new ChartOptions(
                List.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RuleSet.NHS,
                direction,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                ControlChart.Standard.NONE,
                List.of(),
                Changes.PELT,
                Memory.USUAL,
                1);
    }

    /** The columns that have to be read. */
    Reading reading(Reading base) {
        Reading reading = base;
        for (String column : values) {
            reading = reading.number(column);
        }
        if (size.isPresent() && oneSize().isEmpty()) {
            reading = reading.number(size.get());
        }
        if (time.isPresent()) {
            reading = reading.and(new Reading.Wanted(time.get(), Reading.Type.VALUE, true));
        }
        if (subgroup.isPresent()) {
            reading = reading.label(subgroup.get());
        }
        return entity.isPresent() ? reading.label(entity.get()) : reading;
    }

    /** Name of the measure. */
    String measure() {
        return values.isEmpty()
                ? "time between events"
                : String.join(", ", values) + size.map(s -> " / " + s).orElse("");
    }

    /** The size of all points, where a number is named in place of a column. */
    OptionalDouble oneSize() {
        double number = size.map(NumberForm.PLAIN::parse).orElse(Double.NaN);
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
