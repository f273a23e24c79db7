package dev.touchstone.trace;

/** What sort of thing an identifier names. */
public enum ItemKind {
    /** One unit of a product, or one part: it has a class and a serial. */
    PRODUCT,
    /** A logistic unit: it has an SSCC. */
    LOGISTIC,
    OTHER;

    private static final String GS1 = "https://id.gs1.org/";
    /** Keys of a class, and the qualifier that makes a unit of it. */
    private static final String[][] UNITS = {{"01/", "/21/"}, {"01/", "/235/"}, {"8006/", "/21/"}, {"8010/", "/8011/"}};

    /** The kind of thing that a canonical instance identifier names. */
    static ItemKind of(String epc) {
        if (epc.startsWith("00/", start(epc))) {
            return LOGISTIC;
        }
        return classOf(epc) == null ? OTHER : PRODUCT;
    }

    /** The canonical class of a unit, such as its GTIN's Digital Link; null where the thing is no unit of a class. */
    static String classOf(String epc) {
        int start = start(epc);
        for (String[] unit : UNITS) {
            if (epc.startsWith(unit[0], start)) {
                int qualifier = epc.indexOf(unit[1], start);
                if (qualifier > 0) {
                    return epc.substring(0, qualifier);
                }
            }
        }
        return null;
    }

    private static int start(String epc) {
        return epc.startsWith(GS1) ? GS1.length() : epc.length();
    }
}
