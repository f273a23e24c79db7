package dev.touchstone.masterdata;

import java.util.Optional;

/**
 * A place. The name of a place that master data does not know is its identifier.
 *
 * @param id canonical identifier: a Digital Link, or a URI of another scheme such as {@code geo:}
 * @param parent canonical identifier of the place that this one is part of
 * @param city its own, else that of the place above; so are country and coordinates
 * @param country ISO 3166-1 alpha-2
 * @param latitude degrees north; there together with {@code longitude} or not at all
 * @param longitude degrees east
 */
public record Location(
        String id,
        String name,
        LocationKind kind,
        Optional<String> parent,
        Optional<String> city,
        Optional<String> country,
        Optional<Double> latitude,
        Optional<Double> longitude) {

    /** A place of which only the identifier is known; a {@code geo:} URI gives its coordinates. */
    static Location unknown(String id) {
        return new Location(
                        id,
                        id,
                        LocationKind.OTHER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .at(Coordinates.ofGeoUri(id));
    }

    public Optional<Coordinates> coordinates() {
        return latitude.map(north -> new Coordinates(north, longitude.orElseThrow()));
    }

    Location in(Optional<String> place) {
        return new Location(id, name, kind, place, city, country, latitude, longitude);
    }

    Location at(Optional<Coordinates> point) {
        return new Location(
                id,
                name,
                kind,
                parent,
                city,
                country,
                point.map(Coordinates::latitude),
                point.map(Coordinates::longitude));
    }

    /** This place with what it does not know of itself taken from the place above. */
    Location within(Location above) {
        Location located = latitude.isPresent() ? this : at(above.coordinates());
        return new Location(
                id,
                name,
                kind,
                parent,
                city.or(above::city),
                country.or(above::country),
                located.latitude,
                located.longitude);
    }
}
