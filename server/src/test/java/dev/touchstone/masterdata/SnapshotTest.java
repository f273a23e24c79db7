package dev.touchstone.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    private static final String PLACE = "urn:epcglobal:epcis:vtype:BusinessLocation";
    private static final String READ_POINT = "urn:epcglobal:epcis:vtype:ReadPoint";
    private static final String CLASS = "urn:epcglobal:epcis:vtype:EPCClass";

    private static final String PLANT = "https://id.gs1.org/414/9521321000100";
    private static final String LINE = "https://id.gs1.org/414/9521321000100/254/L1";
    private static final String CELL = "https://id.gs1.org/414/9521321000100/254/L1C2";
    private static final String GTIN = "https://id.gs1.org/01/09521321000018";

    @Test
    void theNewestElementOfAVocabularyAndIdentifierCounts() {
        Snapshot snapshot = Snapshot.of(List.of(
                place(PLANT, Map.of("name", "North", "city", "Hamburg")),
                place(PLANT, Map.of("name", "North works", "countryCode", "de"))));

        Location plant = snapshot.locations().get(PLANT);
        assertThat(plant.name()).isEqualTo("North works");
        assertThat(plant.city()).isEmpty();
        assertThat(plant.country()).contains("DE");
    }

    @Test
    void vocabulariesThatDescribeOnePlaceAreJoinedAndTheNewerValueCounts() {
        Element asBusinessLocation = place(PLANT, Map.of("name", "North", "city", "Hamburg"));
        Element asReadPoint = new Element(READ_POINT, PLANT, Map.of("name", "Gate"), List.of());

        assertThat(nameAndCity(asBusinessLocation, asReadPoint)).containsExactly("Gate", "Hamburg");
        assertThat(nameAndCity(asReadPoint, asBusinessLocation)).containsExactly("North", "Hamburg");
    }

    @Test
    void aPartTakesWhatItDoesNotKnowFromThePlaceAbove() {
        Map<String, String> everything = Map.of(
                "name", "North", "city", "Hamburg", "countryCode", "DE", "latitude", "53.55", "longitude", "9.99");
        Snapshot snapshot = Snapshot.of(List.of(
                new Element(PLACE, PLANT, everything, List.of(LINE)),
                new Element(PLACE, LINE, Map.of("name", "Line 1", Vocabulary.KIND, "line"), List.of(CELL)),
                place(CELL, Map.of("city", "Altona"))));

        Location cell = snapshot.locations().get(CELL);
        assertThat(cell.parent()).contains(LINE);
        assertThat(cell.city()).contains("Altona");
        assertThat(cell.country()).contains("DE");
        assertThat(cell.coordinates()).contains(new Coordinates(53.55, 9.99));
        assertThat(cell.name()).isEqualTo(CELL);
        assertThat(snapshot.locations().get(LINE).kind()).isEqualTo(LocationKind.LINE);
    }

    @Test
    void theSiteAttributeNamesThePlaceAboveUnlessThatPlaceSaysOtherwise() {
        Element line = place(LINE, Map.of("site", "9521321000100"));
        assertThat(Snapshot.of(List.of(line)).locations().get(LINE).parent()).contains(PLANT);

        Element other = new Element(PLACE, CELL, Map.of(), List.of(LINE));
        assertThat(Snapshot.of(List.of(line, other)).locations().get(LINE).parent())
                .contains(CELL);
    }

    @Test
    void placesThatContainEachOtherDoNotHarm() {
        Snapshot snapshot = Snapshot.of(List.of(
                new Element(PLACE, PLANT, Map.of("city", "Hamburg"), List.of(LINE)),
                new Element(PLACE, LINE, Map.of("countryCode", "DE"), List.of(PLANT))));

        assertThat(snapshot.locations().get(PLANT).country()).contains("DE");
        assertThat(snapshot.locations().get(LINE).city()).contains("Hamburg");
    }

    @ParameterizedTest
    @CsvSource({"plant, PLANT", "Line, LINE", "centre, CENTRE", "SHOP, SHOP", "other, OTHER", "warehouse, OTHER"})
    void kindIsOneOfFiveWords(String word, LocationKind kind) {
        assertThat(locationOf(Map.of(Vocabulary.KIND, word)).kind()).isEqualTo(kind);
    }

    @Test
    void aProductionAreaIsALineWhereItsKindIsNotSaid() {
        assertThat(locationOf(Map.of("sst", "205")).kind()).isEqualTo(LocationKind.LINE);
        assertThat(locationOf(Map.of("sst", "203")).kind()).isEqualTo(LocationKind.OTHER);
        assertThat(locationOf(Map.of("sst", "205", Vocabulary.KIND, "plant")).kind())
                .isEqualTo(LocationKind.PLANT);
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "0, 181", "x, 9", "'', 9", "NaN, 1"})
    void coordinatesOffTheEarthAreNone(String latitude, String longitude) {
        assertThat(locationOf(Map.of("latitude", latitude, "longitude", longitude))
                        .coordinates())
                .isEmpty();
    }

    @Test
    void aGeoUriIsItsOwnPoint() {
        assertThat(Location.unknown("geo:48.2,16.37").coordinates()).contains(new Coordinates(48.2, 16.37));
        assertThat(Location.unknown("geo:48.2,16.37,183;u=40").coordinates()).contains(new Coordinates(48.2, 16.37));
        assertThat(Location.unknown("geo:48.2,16.37;crs=other").coordinates()).isEmpty();
        assertThat(Location.unknown("geo:48.2").coordinates()).isEmpty();
        assertThat(Location.unknown(PLANT).coordinates()).isEmpty();
    }

    @Test
    void aProductTakesTheFirstNameThatIsThere() {
        Element named = new Element(
                CLASS,
                GTIN,
                Map.of(
                        "functionalName",
                        "Scanner",
                        "descriptionShort",
                        "Handheld scanner",
                        "tradeItemDescription",
                        "Reads 2D codes",
                        Vocabulary.BRAND,
                        "Example"),
                List.of());
        assertThat(Snapshot.of(List.of(named)).products())
                .containsOnly(Map.entry(
                        "09521321000018",
                        new Product(
                                "09521321000018",
                                "Handheld scanner",
                                Optional.of("Example"),
                                Optional.of("Reads 2D codes"))));
    }

    @Test
    void aLotAndAPartyAreNoProductAndNoPlace() {
        Snapshot snapshot = Snapshot.of(List.of(
                new Element(CLASS, GTIN + "/10/A", Map.of("descriptionShort", "x"), List.of()),
                new Element(
                        "urn:epcglobal:epcis:vtype:BusinessTransaction", "urn:x:1", Map.of("name", "x"), List.of())));
        assertThat(snapshot.products()).isEmpty();
        assertThat(snapshot.locations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cbvmda:name, name",
        "urn:epcglobal:cbv:mda:name, name",
        "urn:epcglobal:cbv:mda#name, name",
        "gs1:brandName, https://ref.gs1.org/voc/brandName",
        "https://gs1.org/voc/brandName, https://ref.gs1.org/voc/brandName",
        "touchstone:kind, https://touchstone.dev/voc/kind",
        "http://ns.example.com/name, http://ns.example.com/name"
    })
    void allFormsOfAnAttributeAreOne(String captured, String shortName) {
        assertThat(Vocabulary.shortName(captured)).isEqualTo(shortName);
    }

    @Test
    void distancesAreThoseOfTheSphere() {
        Coordinates hamburg = new Coordinates(53.5511, 9.9937);
        Coordinates singapore = new Coordinates(1.3521, 103.8198);
        assertThat(hamburg.distanceKm(singapore)).isBetween(10_100.0, 10_200.0);
        assertThat(hamburg.distanceKm(hamburg)).isZero();
        assertThat(new Coordinates(0, 179.5).distanceKm(new Coordinates(0, -179.5)))
                .isBetween(111.0, 111.5);
        assertThat(new Coordinates(90, 0).distanceKm(new Coordinates(-90, 0))).isBetween(20_014.0, 20_016.0);
    }

    private static Element place(String id, Map<String, String> attributes) {
        return new Element(PLACE, id, attributes, List.of());
    }

    private static Location locationOf(Map<String, String> attributes) {
        return Snapshot.of(List.of(place(PLANT, attributes))).locations().get(PLANT);
    }

    private static List<String> nameAndCity(Element... elements) {
        Location plant = Snapshot.of(List.of(elements)).locations().get(PLANT);
        return List.of(plant.name(), plant.city().orElse(""));
    }
}
