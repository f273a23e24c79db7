package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.SHIPPING;
import static dev.touchstone.epcis.Documents.document;
import static dev.touchstone.epcis.Documents.json;
import static dev.touchstone.epcis.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    @Test
    void events_come_one_after_another_with_their_place_and_their_text() {
        List<CapturedEvent> events = read(document(SHIPPING, SHIPPING.replace("2017", "2018")));

        assertThat(events)
                .extracting(CapturedEvent::pointer)
                .containsExactly("/epcisBody/eventList/0", "/epcisBody/eventList/1");
        assertThat(events.getFirst().event().eventTime()).isEqualTo(Instant.parse("2026-03-01T13:05:00Z"));
        assertThat(events.getFirst().event().items(Role.EPC))
                .extracting(Identifier::canonical)
                .containsExactly("https://id.gs1.org/01/10614141073464/21/2017");
        assertThat(events.getFirst().json()).isEqualTo(json(SHIPPING).replaceAll("\\s*\\n\\s*|(?<=[:,]) ", ""));
    }

    @Test
    void the_order_of_the_fields_of_a_document_is_free() {
        String body = "\"epcisBody\": {\"eventList\": [%s]}".formatted(json(SHIPPING.replace("}}", "}, 'ex:lot': 7}")));
        String around = """
                "@context": [{"ex": "https://ns.example.com/"}], "type": "EPCISDocument", "schemaVersion": "2.0",
                "creationDate": "2026-03-02T00:00:00Z\"""";

        CapturedEvent bodyLast = read("{" + around + "," + body + "}").getFirst();
        CapturedEvent bodyFirst = read("{" + body + "," + around + "}").getFirst();

        assertThat(bodyFirst.hash()).isEqualTo(bodyLast.hash());
        assertThat(bodyFirst.json()).isEqualTo(bodyLast.json());
        assertThat(bodyFirst.context()).isEqualTo("[{\"ex\":\"https://ns.example.com/\"}]");
    }
}
