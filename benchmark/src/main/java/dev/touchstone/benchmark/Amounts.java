package dev.touchstone.benchmark;

import java.util.OptionalDouble;

/**
 * How the numbers of one figure are shown: shares in percent, others as they are.
 *
 * @param axis what stands at an axis
 */
record Amounts(boolean percent, String axis) {

    static Amounts of(CompareReport.FigureReport figure) {
        boolean percent = figure.statistic().equals("share") || figure.unit().equals(Figure.FRACTION);
        String unit = percent ? "%" : figure.unit();
        return new Amounts(percent, figure.name() + (unit.isEmpty() ? "" : ", " + unit));
    }

    /** The place of a value on a drawing. */
    double place(double value) {
        return percent ? 100 * value : value;
    }

    OptionalDouble place(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(place(value.getAsDouble())) : value;
    }

    String number(double value) {
        return percent ? Show.percent(value) : Show.number(value);
    }

    String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : Show.NOTHING;
    }

    /** A difference; of shares in points. */
    String gap(double units) {
        return Show.signed(place(units));
    }

    String interval(Interval interval) {
        if (!percent) {
            return Show.interval(interval);
        }
        return interval.complete()
                ? Show.number(100 * interval.low().getAsDouble(), 2) + " to "
                        + Show.percent(interval.high().getAsDouble())
                : Show.NOTHING;
    }
}
