package dev.touchstone.masterdata;

import java.util.Optional;

/**
 * A kind of product. The name of a product that master data does not know is its GTIN.
 *
 * @param gtin 14 digits
 */
public record Product(String gtin, String name, Optional<String> brand, Optional<String> description) {

    static Product unknown(String gtin) {
        return new Product(gtin, gtin, Optional.empty(), Optional.empty());
    }
}
