package dev.touchstone.masterdata;

import dev.touchstone.identity.Gln;
import dev.touchstone.identity.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** All places by canonical identifier and all products by GTIN, as they stand after some elements were captured. */
record Snapshot(Map<String, Location> locations, Map<String, Product> products) {

    /** Folds elements in the order in which they were captured; of each vocabulary and identifier the last one counts. */
    static Snapshot of(Collection<Element> captured) {
        SequencedMap<List<String>, Element> newest = new LinkedHashMap<>();
        for (Element element : captured) {
            newest.putLast(List.of(element.vocabulary(), element.id()), element);
        }
        Map<String, Map<String, String>> places = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        Map<String, Product> products = new HashMap<>();
        for (Element element : newest.values()) {
            if (Vocabulary.describesPlace(element.vocabulary())) {
                places.computeIfAbsent(element.id(), _ -> new HashMap<>()).putAll(element.attributes());
                element.children().forEach(child -> parents.put(child, element.id()));
            } else if (Vocabulary.describesProduct(element.vocabulary())) {
                Vocabulary.gtin(element.id())
                        .ifPresent(gtin -> products.put(gtin, Vocabulary.product(gtin, element.attributes())));
            }
        }
        return new Snapshot(locations(places, parents), Map.copyOf(products));
    }

    private static Map<String, Location> locations(
            Map<String, Map<String, String>> places, Map<String, String> parents) {
        Map<String, Location> own = new HashMap<>();
        places.forEach((id, attributes) -> {
            Optional<String> parent = Optional.ofNullable(parents.get(id)).or(() -> site(attributes));
            own.put(id, Vocabulary.location(id, attributes).in(parent.filter(above -> !above.equals(id))));
        });
        Map<String, Location> complete = new HashMap<>();
        own.forEach((id, place) -> complete.put(id, inherit(place, own)));
        return Map.copyOf(complete);
    }

    private static Optional<String> site(Map<String, String> attributes) {
        try {
            return Optional.ofNullable(attributes.get("site"))
                    .map(gln -> Gln.parse(gln).digitalLink());
        } catch (ProblemException notAGln) {
            return Optional.empty();
        }
    }

    /** Takes what a place does not know of itself from the nearest place above that knows it. */
    private static Location inherit(Location place, Map<String, Location> own) {
        Set<String> seen = new HashSet<>();
        Location complete = place;
        Location at = place;
        while (at != null && seen.add(at.id())) {
            complete = complete.within(at);
            at = at.parent().map(own::get).orElse(null);
        }
        return complete;
    }
}
