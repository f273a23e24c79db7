package dev.touchstone.bench;

import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.Sgtin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Documents of events as a packaging line makes them: each names one new unit, its line, its plant and its order. */
final class CaptureLoadDocuments {
    static final int EVENTS = 500;

    private static final Gtin PRODUCT = Gtin.parse("09521321000018");
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    /** Spreads serial numbers as minted ones are spread; odd, so that no two are equal. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private CaptureLoadDocuments() {}

    static byte[] document(int number) {
        StringBuilder text = new StringBuilder(EVENTS * 640);
        text.append("""
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument",\
                "schemaVersion":"2.0","creationDate":"2026-03-02T06:00:00Z","epcisBody":{"eventList":[""");
        for (int i = 0; i < EVENTS; i++) {
            text.append(i == 0 ? "" : ",");
            event(text, (long) number * EVENTS + i);
        }
        return text.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void event(StringBuilder text, long index) {
        String serial = Long.toUnsignedString(index * SPREAD, 36).toUpperCase(java.util.Locale.ROOT);
        text.append("{\"type\":\"ObjectEvent\",\"eventTime\":\"")
                .append(START.plusMillis(index * 100))
                .append("\",\"eventTimeZoneOffset\":\"+01:00\",\"epcList\":[\"")
                .append(new Sgtin(PRODUCT, serial).digitalLink())
                .append("\"],\"action\":\"ADD\",\"bizStep\":\"commissioning\",\"disposition\":\"active\",")
                .append("\"readPoint\":{\"id\":\"https://id.gs1.org/414/9521321100015/254/L")
                .append(1 + index % 3)
                .append("\"},\"bizLocation\":{\"id\":\"https://id.gs1.org/414/9521321100015\"},")
                .append("\"bizTransactionList\":[{\"type\":\"prodorder\",\"bizTransaction\":\"urn:example:order:")
                .append(index / 5_000)
                .append("\"}],\"ilmd\":{\"cbvmda:lotNumber\":\"L")
                .append(index / 2_000)
                .append("\"}}");
    }
}
