package dev.touchstone.masterdata;

import java.util.Optional;

/**
 * A point on the earth.
 *
 * @param latitude degrees north of the equator, -90 to 90
 * @param longitude degrees east of Greenwich, -180 to 180
 */
public record Coordinates(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final String GEO = "geo:";

    public Coordinates {
        if (!inRange(latitude, 90) || !inRange(longitude, 180)) {
            throw new IllegalArgumentException("No such point on the earth: " + latitude + ", " + longitude);
        }
    }

    /** The point, where both numbers are on the earth. */
    public static Optional<Coordinates> of(double latitude, double longitude) {
        return inRange(latitude, 90) && inRange(longitude, 180)
                ? Optional.of(new Coordinates(latitude, longitude))
                : Optional.empty();
    }

    /** Reads two decimal numbers; empty where one of them is not a number or not on the earth. */
    static Optional<Coordinates> parse(String latitude, String longitude) {
        try {
            return of(Double.parseDouble(latitude.strip()), Double.parseDouble(longitude.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The point that a {@code geo:} URI names (RFC 5870); empty for any other identifier and for other reference systems. */
    public static Optional<Coordinates> ofGeoUri(String uri) {
        if (!uri.regionMatches(true, 0, GEO, 0, GEO.length())) {
            return Optional.empty();
        }
        String[] parts = uri.substring(GEO.length()).split(";");
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].regionMatches(true, 0, "crs=", 0, 4) && !parts[i].equalsIgnoreCase("crs=wgs84")) {
                return Optional.empty();
            }
        }
        String[] numbers = parts[0].split(",");
        return numbers.length == 2 || numbers.length == 3 ? parse(numbers[0], numbers[1]) : Optional.empty();
    }

    /** Great-circle distance on a sphere of the earth's mean radius; within 0.6 % of the distance on the ellipsoid. */
    public double distanceKm(Coordinates other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double sinNorth = Math.sin(north / 2);
        double sinEast = Math.sin(east / 2);
        double haversine = sinNorth * sinNorth
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * sinEast * sinEast;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static boolean inRange(double degrees, double limit) {
        return Math.abs(degrees) <= limit;
    }
}
