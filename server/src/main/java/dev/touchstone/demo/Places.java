package dev.touchstone.demo;

import java.util.ArrayList;
import java.util.List;

/** Where the world happens. Coordinates are those of the cities, in degrees (WGS 84). */
final class Places {

    static final Place DRESDEN = Place.of("10001", "Dresden plant", "plant", "Dresden", "DE", 51.05, 13.74, 0.5);
    static final Place BRNO = Place.of("10002", "Brno plant", "plant", "Brno", "CZ", 49.20, 16.61, 0.5);
    static final List<Place> PLANTS = List.of(DRESDEN, BRNO);

    static final Place ROTTERDAM =
            Place.of("20001", "Rotterdam distribution centre", "centre", "Rotterdam", "NL", 51.92, 4.48, 0.6);
    static final Place LYON = Place.of("20002", "Lyon distribution centre", "centre", "Lyon", "FR", 45.76, 4.84, 0.4);
    static final List<Place> CENTRES = List.of(ROTTERDAM, LYON);

    static final Place MADRID = shop(13, "Madrid", "ES", 40.42, -3.70, 1.6);
    static final Place WARSAW = shop(25, "Warsaw", "PL", 52.23, 21.01, 1.5);

    static final List<Place> SHOPS = List.of(
            shop(1, "Berlin", "DE", 52.52, 13.40, 1.8),
            shop(2, "Hamburg", "DE", 53.55, 9.99, 1.4),
            shop(3, "Munich", "DE", 48.14, 11.58, 1.5),
            shop(4, "Cologne", "DE", 50.94, 6.96, 1.2),
            shop(5, "Leipzig", "DE", 51.34, 12.37, 0.7),
            shop(6, "Stuttgart", "DE", 48.78, 9.18, 1.0),
            shop(7, "Paris", "FR", 48.86, 2.35, 2.0),
            shop(8, "Lille", "FR", 50.63, 3.06, 0.8),
            shop(9, "Bordeaux", "FR", 44.84, -0.58, 0.8),
            shop(10, "Nantes", "FR", 47.22, -1.55, 0.7),
            shop(11, "Toulouse", "FR", 43.60, 1.44, 0.8),
            shop(12, "Strasbourg", "FR", 48.57, 7.75, 0.6),
            MADRID,
            shop(14, "Barcelona", "ES", 41.39, 2.17, 1.5),
            shop(15, "Valencia", "ES", 39.47, -0.38, 0.8),
            shop(16, "Seville", "ES", 37.39, -5.98, 0.7),
            shop(17, "Bilbao", "ES", 43.26, -2.93, 0.6),
            shop(18, "Zaragoza", "ES", 41.65, -0.89, 0.5),
            shop(19, "Milan", "IT", 45.46, 9.19, 1.5),
            shop(20, "Rome", "IT", 41.90, 12.50, 1.5),
            shop(21, "Turin", "IT", 45.07, 7.69, 0.8),
            shop(22, "Naples", "IT", 40.85, 14.27, 0.9),
            shop(23, "Bologna", "IT", 44.49, 11.34, 0.6),
            shop(24, "Florence", "IT", 43.77, 11.26, 0.6),
            WARSAW,
            shop(26, "Krakow", "PL", 50.06, 19.94, 0.9),
            shop(27, "Gdansk", "PL", 54.35, 18.65, 0.7),
            shop(28, "Wroclaw", "PL", 51.11, 17.04, 0.8),
            shop(29, "Poznan", "PL", 52.41, 16.93, 0.7),
            shop(30, "Lodz", "PL", 51.76, 19.46, 0.6));

    private Places() {}

    static final List<Place> LINES = lines();

    /** Every place, parents before their parts. */
    static List<Place> all() {
        List<Place> all = new ArrayList<>(PLANTS);
        all.addAll(LINES);
        all.addAll(CENTRES);
        all.addAll(SHOPS);
        return all;
    }

    private static List<Place> lines() {
        List<Place> lines = new ArrayList<>();
        for (Place plant : PLANTS) {
            for (int number = 1; number <= 3; number++) {
                lines.add(plant.line(number));
            }
        }
        return List.copyOf(lines);
    }

    private static Place shop(
            int number, String city, String country, double latitude, double longitude, double weight) {
        return Place.of("3%04d".formatted(number), city + " shop", "shop", city, country, latitude, longitude, weight);
    }
}
