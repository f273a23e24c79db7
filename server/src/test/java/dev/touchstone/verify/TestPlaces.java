package dev.touchstone.verify;

import dev.touchstone.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Places of tests, and the document of master data that makes them known. */
final class TestPlaces {

    static final String DRESDEN = place(1);
    static final String LYON = place(2);
    static final String WARSAW = place(3);
    static final String MADRID = place(4);

    private TestPlaces() {}

    record Place(String city, String country, double latitude, double longitude) {}

    static Place at(String city, String country, double latitude, double longitude) {
        return new Place(city, country, latitude, longitude);
    }

    static String document() {
        return document(Map.of());
    }

    /** The document with some places in place of the usual ones. */
    static String document(Map<String, Place> changed) {
        Map<String, Place> places = new LinkedHashMap<>();
        places.put(DRESDEN, at("Dresden", "DE", 51.05, 13.74));
        places.put(LYON, at("Lyon", "FR", 45.764, 4.8357));
        places.put(WARSAW, at("Warsaw", "PL", 52.2297, 21.0122));
        places.put(MADRID, at("Madrid", "ES", 40.4168, -3.7038));
        places.putAll(changed);
        var elements = Json.MAPPER.createArrayNode();
        places.forEach((id, place) -> {
            var attributes = elements.addObject().put("id", id).putArray("attributes");
            attributes.addObject().put("id", "cbvmda:name").put("attribute", "Shop " + place.city());
            attributes.addObject().put("id", "cbvmda:city").put("attribute", place.city());
            attributes.addObject().put("id", "cbvmda:countryCode").put("attribute", place.country());
            attributes.addObject().put("id", "cbvmda:latitude").put("attribute", String.valueOf(place.latitude()));
            attributes.addObject().put("id", "cbvmda:longitude").put("attribute", String.valueOf(place.longitude()));
        });
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T08:00:00Z",
                 "epcisHeader": {"epcisMasterData": {"vocabularyList": [
                   {"type": "urn:epcglobal:epcis:vtype:BusinessLocation", "vocabularyElementList": %s}]}},
                 "epcisBody": {"eventList": []}}""".formatted(elements);
    }

    private static String place(int number) {
        return "https://id.gs1.org/414/9506000134307/254/" + number;
    }
}
