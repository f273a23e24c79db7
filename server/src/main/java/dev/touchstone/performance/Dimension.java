package dev.touchstone.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What journeys can be grouped by. */
public enum Dimension {
    /** Where the unit was made. */
    PLANT(Journey::plant),
    /** The line that made it. */
    LINE(Journey::line),
    /** Local time of the first step. */
    SHIFT(journey -> Shift.of(journey.startedAt(), journey.startZoneMinutes()).word()),
    PRODUCT(Journey::gtin),
    /** Where the second step happened. */
    SITE(Journey::site),
    /** The country where the second step happened. */
    COUNTRY(Journey::country);

    /** Value of a journey that the log does not place in this dimension. */
    static final String NOT_KNOWN = "unknown";

    private final Function<Journey, String> value;

    Dimension(Function<Journey, String> value) {
        this.value = value;
    }

    String of(Journey journey) {
        String found = value.apply(journey);
        return found == null ? NOT_KNOWN : found;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads names separated by commas, each at most once; empty where one is none of ours or comes twice. */
    static Optional<List<Dimension>> parse(String names) {
        List<Dimension> found = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            Optional<Dimension> dimension = Arrays.stream(values())
                    .filter(candidate -> candidate.word().equals(name.strip()) && !found.contains(candidate))
                    .findFirst();
            if (dimension.isEmpty()) {
                return Optional.empty();
            }
            found.add(dimension.get());
        }
        return Optional.of(List.copyOf(found));
    }

    static String words() {
        return Arrays.stream(values()).map(Dimension::word).collect(Collectors.joining(", "));
    }
}
