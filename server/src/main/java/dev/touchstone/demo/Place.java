package dev.touchstone.demo;

import dev.touchstone.identity.CheckDigit;
import java.util.Optional;

/**
 * A place of the world.
 *
 * @param id canonical Digital Link, such as {@code https://id.gs1.org/414/9521321100012}
 * @param kind plant, line, centre or shop
 * @param weight share of the goods that go to it, relative to its siblings
 */
record Place(
        String id,
        String name,
        String kind,
        Optional<String> parent,
        String city,
        String country,
        double latitude,
        double longitude,
        double weight) {

    static final String COMPANY_PREFIX = "9521321";
    private static final String GLN_LINK = "https://id.gs1.org/414/";

    static Place of(
            String reference,
            String name,
            String kind,
            String city,
            String country,
            double latitude,
            double longitude,
            double weight) {
        String body = COMPANY_PREFIX + reference;
        String id = GLN_LINK + body + CheckDigit.mod10(body);
        return new Place(id, name, kind, Optional.empty(), city, country, latitude, longitude, weight);
    }

    /** The 13 digits of its GLN. */
    String gln() {
        return id.substring(GLN_LINK.length(), GLN_LINK.length() + 13);
    }

    /** A line inside this plant: same GLN, with an extension. */
    Place line(int number) {
        return new Place(
                id + "/254/L" + number,
                "%s line %d".formatted(city, number),
                "line",
                Optional.of(id),
                city,
                country,
                latitude,
                longitude,
                1);
    }
}
