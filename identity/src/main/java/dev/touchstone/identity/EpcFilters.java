package dev.touchstone.identity;

import java.util.Map;

/** What filter values mean (GS1 EPC Tag Data Standard 10, ATA Spec 2000 for aerospace). */
final class EpcFilters {

    private static final Map<Integer, String> ITEM = Map.of(
            0, "all others",
            1, "item for the point of sale",
            2, "full case for transport",
            4, "inner pack for handling",
            6, "unit load",
            7, "unit inside an item, or component, not for sale by itself");
    private static final Map<Integer, String> LOGISTIC =
            Map.of(0, "all others", 2, "full case for transport", 6, "unit load");
    private static final Map<Integer, String> DOCUMENT = Map.of(0, "all others", 1, "travel document");
    private static final Map<Integer, String> DEFENCE = Map.of(0, "pallet", 1, "case", 2, "unit pack");
    private static final Map<Integer, String> OTHER = Map.of(0, "all others");
    private static final Map<Integer, String> AEROSPACE = Map.ofEntries(
            Map.entry(0, "all others"),
            Map.entry(1, "item to which no other value applies"),
            Map.entry(2, "carton"),
            Map.entry(6, "pallet"),
            Map.entry(8, "seat cushion"),
            Map.entry(9, "seat cover"),
            Map.entry(10, "seat belt"),
            Map.entry(11, "galley cart"),
            Map.entry(12, "unit load device"),
            Map.entry(13, "security item"),
            Map.entry(14, "life vest"),
            Map.entry(15, "oxygen generator"),
            Map.entry(16, "engine component"),
            Map.entry(17, "avionics"),
            Map.entry(18, "experimental equipment"),
            Map.entry(19, "other emergency equipment"),
            Map.entry(20, "other rotable"),
            Map.entry(21, "other repairable"),
            Map.entry(22, "other cabin interior"),
            Map.entry(23, "other repair, such as of the structure"),
            Map.entry(24, "passenger seat"),
            Map.entry(25, "in-flight entertainment"),
            Map.entry(56, "location"),
            Map.entry(57, "documentation"),
            Map.entry(58, "tool"),
            Map.entry(59, "ground support equipment"),
            Map.entry(60, "other equipment that does not fly"),
            Map.entry(61, "for use inside a company"),
            Map.entry(62, "for use inside a company"),
            Map.entry(63, "for use inside a company"));

    private EpcFilters() {}

    /** Null when the value is reserved, or the scheme has no filter. */
    static String meaning(EpcScheme scheme, int filter) {
        Map<Integer, String> meanings = switch (scheme.layout) {
            case GID -> Map.of();
            case USDOD -> DEFENCE;
            case ADI -> AEROSPACE;
            case PARTITION, PLUS ->
                switch (scheme.keyScheme) {
                    case SGTIN -> ITEM;
                    case SSCC -> LOGISTIC;
                    case GDTI -> DOCUMENT;
                    default -> OTHER;
                };
        };
        return meanings.get(filter);
    }
}
