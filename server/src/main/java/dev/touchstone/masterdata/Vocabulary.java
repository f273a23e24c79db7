package dev.touchstone.masterdata;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes that are understood, each under one short name: {@code name} for the Core Business Vocabulary's master data
 * attribute of that name in any of its forms, {@code gs1:brandName} and {@code touchstone:kind} for the two that are not from
 * there.
 */
final class Vocabulary {

    static final String KIND = "https://touchstone.dev/voc/kind";
    static final String BRAND = "https://ref.gs1.org/voc/brandName";

    private static final String GTIN = "https://id.gs1.org/01/";

    private static final Map<String, String> PREFIXES = Map.of(
            "cbvmda:", "",
            "urn:epcglobal:cbv:mda:", "",
            "urn:epcglobal:cbv:mda#", "",
            "gs1:", "https://ref.gs1.org/voc/",
            "https://gs1.org/voc/", "https://ref.gs1.org/voc/",
            "touchstone:", "https://touchstone.dev/voc/");

    /** CBV 10.2.3: sub-site type of a production area. */
    private static final String PRODUCTION_AREA = "205";

    private Vocabulary() {}

    /** The short name of an attribute; a name that is not understood stays as it is. */
    static String shortName(String attribute) {
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (attribute.startsWith(prefix.getKey())) {
                return prefix.getValue() + attribute.substring(prefix.getKey().length());
            }
        }
        return attribute;
    }

    static boolean describesPlace(String type) {
        return switch (type.substring(type.lastIndexOf(':') + 1)) {
            case "BusinessLocation", "ReadPoint", "Location", "SourceDest" -> true;
            default -> false;
        };
    }

    static boolean describesProduct(String type) {
        return type.endsWith(":EPCClass");
    }

    /** A place from its attributes by short name; its parent is not among them. */
    static Location location(String id, Map<String, String> attributes) {
        Optional<String> latitude = first(attributes, "latitude");
        Optional<String> longitude = first(attributes, "longitude");
        Optional<Coordinates> point = latitude.isPresent() && longitude.isPresent()
                ? Coordinates.parse(latitude.get(), longitude.get())
                : Coordinates.ofGeoUri(id);
        return new Location(
                        id,
                        first(attributes, "name").orElse(id),
                        kind(attributes),
                        Optional.empty(),
                        first(attributes, "city"),
                        first(attributes, "countryCode").flatMap(Vocabulary::country),
                        Optional.empty(),
                        Optional.empty())
                .at(point);
    }

    static Product product(String gtin, Map<String, String> attributes) {
        return new Product(
                gtin,
                first(attributes, "descriptionShort", "functionalName", "regulatedProductName")
                        .orElse(gtin),
                first(attributes, BRAND, "manufacturerOfTradeItemPartyName"),
                first(attributes, "tradeItemDescription"));
    }

    /** The 14 digits of a canonical identifier that is a GTIN and no more. */
    static Optional<String> gtin(String id) {
        return id.startsWith(GTIN) && id.length() == GTIN.length() + 14
                ? Optional.of(id.substring(GTIN.length()))
                : Optional.empty();
    }

    private static LocationKind kind(Map<String, String> attributes) {
        LocationKind bySubSite = PRODUCTION_AREA.equals(attributes.get("sst")) ? LocationKind.LINE : LocationKind.OTHER;
        return first(attributes, KIND).flatMap(LocationKind::parse).orElse(bySubSite);
    }

    private static Optional<String> country(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return upper.length() == 2 && upper.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                ? Optional.of(upper)
                : Optional.empty();
    }

    private static Optional<String> first(Map<String, String> attributes, String... names) {
        for (String name : names) {
            String value = attributes.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }
}
