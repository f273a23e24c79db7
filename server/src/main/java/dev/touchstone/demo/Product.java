package dev.touchstone.demo;

import dev.touchstone.identity.CheckDigit;
import java.util.List;

/** What is made, and the component that is built into it. */
record Product(String gtin, String name, String description) {

    static final String BRAND = "Aurea";

    static final Product HEADPHONES = of("00001", "Aurea Orbit", "Wireless headphones");
    static final Product WATCH = of("00002", "Aurea Pulse", "Smart watch");
    static final Product PROJECTOR = of("00003", "Aurea Beam", "Pocket projector");
    static final List<Product> ALL = List.of(HEADPHONES, WATCH, PROJECTOR);

    /** The battery cell, made by a supplier with a company prefix of its own. */
    static final Product CELL = supplied("9521987", "00071", "Lithium cell 18 Wh", "Battery cell, bought in lots");

    private static Product of(String reference, String name, String description) {
        return supplied(Place.COMPANY_PREFIX, reference, name, description);
    }

    private static Product supplied(String prefix, String reference, String name, String description) {
        String body = "0" + prefix + reference;
        return new Product(body + CheckDigit.mod10(body), name, description);
    }

    /** Canonical class, such as {@code https://id.gs1.org/01/09521321000018}. */
    String id() {
        return "https://id.gs1.org/01/" + gtin;
    }
}
