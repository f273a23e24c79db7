package dev.touchstone.identity;

import java.util.Optional;

/**
 * Unique device identification of a medical device: which device (UDI-DI) and which unit of it (UDI-PI), however the
 * issuing agency writes them. Parts that are not told are empty.
 *
 * @param agency GS1, HIBCC, ICCBBA or IFA
 * @param deviceIdentifier a GTIN of 14 digits; HIBCC's labeler, product and packaging level; ICCBBA's 16 characters of
 *     processor and product; a PPN of IFA
 */
public record Udi(
        String agency,
        String deviceIdentifier,
        Optional<String> lot,
        Optional<String> serial,
        Optional<Gs1Date> expiry,
        Optional<Gs1Date> produced) {

    /** The UDI in what was scanned; empty when that names no device. */
    public static Optional<Udi> of(Scan scan) {
        return switch (scan) {
            case Scan.Identified gs1 ->
                gs1.elements()
                        .value("01")
                        .map(gtin -> new Udi(
                                "GS1", gtin, gs1.lot(), gs1.elements().value("21"), gs1.expiry(), gs1.produced()));
            case Scan.Industry(Hibc hibc) ->
                Optional.of(new Udi(
                        "HIBCC",
                        hibc.deviceIdentifier(),
                        told(hibc.lot()),
                        told(hibc.serial()),
                        told(hibc.expiry()).map(Gs1Date::new),
                        told(hibc.produced()).map(Gs1Date::new)));
            case Scan.Industry(Ppn ppn) ->
                Optional.of(new Udi(
                        "IFA",
                        ppn.number(),
                        told(ppn.lot()),
                        told(ppn.serial()),
                        told(ppn.expiry()).map(Gs1Date::new),
                        Optional.empty()));
            case Scan.Industry(Isbt isbt) ->
                Optional.of(new Udi(
                        "ICCBBA",
                        isbt.device(),
                        told(isbt.lot()),
                        told(isbt.donation() + isbt.serial()),
                        told(isbt.expiry()).map(Gs1Date::new),
                        told(isbt.produced()).map(Gs1Date::new)));
            case Scan.Industry other -> Optional.empty();
            case Scan.Refused refused -> Optional.empty();
        };
    }

    private static Optional<String> told(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
