package dev.touchstone.demo;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Products and places of the world as EPCIS master data. */
final class MasterDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MasterDocument() {}

    /** The {@code epcisHeader} that carries all of it. */
    static ObjectNode header() {
        ArrayNode products = JSON.arrayNode();
        Product.ALL.forEach(product -> product(products, product, Product.BRAND));
        product(products, Product.CELL, "Voltalis");
        ArrayNode places = JSON.arrayNode();
        Places.all().forEach(place -> place(places, place));

        ObjectNode header = JSON.objectNode();
        ArrayNode vocabularies = header.putObject("epcisMasterData").putArray("vocabularyList");
        vocabularies
                .addObject()
                .put("type", "urn:epcglobal:epcis:vtype:EPCClass")
                .set("vocabularyElementList", products);
        vocabularies
                .addObject()
                .put("type", "urn:epcglobal:epcis:vtype:BusinessLocation")
                .set("vocabularyElementList", places);
        return header;
    }

    private static void product(ArrayNode elements, Product product, String brand) {
        ArrayNode attributes = element(elements, product.id());
        attribute(attributes, "cbvmda:descriptionShort", product.name());
        attribute(attributes, "cbvmda:tradeItemDescription", product.description());
        attribute(attributes, "cbvmda:manufacturerOfTradeItemPartyName", brand);
    }

    private static void place(ArrayNode elements, Place place) {
        ArrayNode attributes = element(elements, place.id());
        attribute(attributes, "cbvmda:name", place.name());
        attribute(attributes, "cbvmda:city", place.city());
        attribute(attributes, "cbvmda:countryCode", place.country());
        attribute(attributes, "cbvmda:latitude", Double.toString(place.latitude()));
        attribute(attributes, "cbvmda:longitude", Double.toString(place.longitude()));
        attribute(attributes, "https://touchstone.dev/voc/kind", place.kind());
        if (place.kind().equals("line")) {
            attribute(attributes, "cbvmda:site", place.gln());
        }
    }

    private static ArrayNode element(ArrayNode elements, String id) {
        ObjectNode element = elements.addObject().put("id", id);
        return element.putArray("attributes");
    }

    private static void attribute(ArrayNode attributes, String id, String value) {
        attributes.addObject().put("id", id).put("attribute", value);
    }
}
