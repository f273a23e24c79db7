package dev.touchstone.benchmark;

import java.util.OptionalDouble;

/**
 * How far a value lies from a reference: value minus reference.
 *
 * @param units in the unit of the measure
 * @param percent of the reference; absent where the reference is not above 0
 */
public record Gap(double units, OptionalDouble percent) {
    static Gap between(double value, double reference) {
        double units = value - reference;
        return new Gap(units, reference > 0 ? OptionalDouble.of(100 * units / reference) : OptionalDouble.empty());
    }
}
