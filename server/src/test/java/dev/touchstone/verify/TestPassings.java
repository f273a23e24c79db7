package dev.touchstone.verify;

import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.LocationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passings at well-known cities. */
final class TestPassings {

    private record City(String country, double latitude, double longitude) {}

    private static final Map<String, City> CITIES = Map.of(
            "Madrid", new City("ES", 40.4168, -3.7038),
            "Warsaw", new City("PL", 52.2297, 21.0122),
            "Hamburg", new City("DE", 53.5511, 9.9937),
            "Berlin", new City("DE", 52.5200, 13.4050),
            "Lyon", new City("FR", 45.7640, 4.8357),
            "Singapore", new City("SG", 1.3521, 103.8198));

    private TestPassings() {}

    /** A city by name; of any other name only the name is known. */
    static Location location(String name) {
        Optional<City> city = Optional.ofNullable(CITIES.get(name));
        return new Location(
                "urn:test:" + name,
                name,
                LocationKind.OTHER,
                Optional.empty(),
                city.map(_ -> name),
                city.map(City::country),
                city.map(City::latitude),
                city.map(City::longitude));
    }

    static Passing at(Instant at, String city) {
        return event(at, city, null, null);
    }

    static Passing event(Instant at, String city, String bizStep, String destination) {
        return new Passing(
                at,
                Optional.of("urn:event:" + city + "@" + at),
                Optional.ofNullable(city).map(TestPassings::location),
                List.of(),
                true,
                Optional.ofNullable(bizStep),
                Optional.ofNullable(destination));
    }
}
