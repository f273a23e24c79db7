package dev.touchstone.verify;

import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.masterdata.Coordinates;
import dev.touchstone.masterdata.MasterData;
import java.util.Locale;
import java.util.Optional;

/**
 * That a code was scanned, and where.
 *
 * @param scan what the scanner gave
 * @param location a place of master data, in place of coordinates
 */
record ScanReport(String scan, Optional<Double> latitude, Optional<Double> longitude, Optional<String> location) {

    /**
     * The canonical place, or a {@code geo:} URI with two decimals: about a kilometre, which is enough to see a journey and too little
     * to see a home. Empty where the report does not say.
     *
     * @throws Refusal when it says half, two things, or a place that nobody knows
     */
    Optional<String> place(MasterData masterData) {
        if (location.isPresent()) {
            if (latitude.isPresent() || longitude.isPresent()) {
                throw refused("/location", "The report gives a location and coordinates.", "one of them");
            }
            String id = Request.at("/location", () -> EpcUri.canonical(location.get()));
            if (!masterData.knows(id) && Coordinates.ofGeoUri(id).isEmpty()) {
                throw refused(
                        "/location",
                        "Master data does not know this location.",
                        "an id of GET /api/locations, a geo: URI, or coordinates");
            }
            return Optional.of(id);
        }
        if (latitude.isPresent() != longitude.isPresent()) {
            throw refused(
                    latitude.isPresent() ? "/longitude" : "/latitude",
                    "One of the coordinates is missing.",
                    "both latitude and longitude, or neither");
        }
        return latitude.map(north -> geoUri(north, longitude.orElseThrow()));
    }

    private static String geoUri(double latitude, double longitude) {
        requireWithin("/latitude", latitude, 90);
        requireWithin("/longitude", longitude, 180);
        return String.format(Locale.ROOT, "geo:%.2f,%.2f", latitude, longitude);
    }

    private static void requireWithin(String pointer, double degrees, int limit) {
        if (!(Math.abs(degrees) <= limit)) {
            throw refused(
                    pointer, "There is no such place on the earth.", "from -%d to %d degrees".formatted(limit, limit));
        }
    }

    private static Refusal refused(String pointer, String detail, String expected) {
        return new Refusal(Problem.malformed("scan-place", detail).at(pointer).expected(expected));
    }
}
