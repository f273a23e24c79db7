package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.SHIPPING;
import static dev.touchstone.epcis.Documents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.epcis.EventHash.Version;
import org.junit.jupiter.api.Test;

class EventHashTest {

    @Test
    void the_canonical_text_names_the_standard_fields_in_their_order_with_nothing_between() {
        assertThat(EventHash.preHash(event(SHIPPING).event(), Version.CBV_2_0))
                .isEqualTo("eventType=ObjectEvent"
                        + "eventTime=2026-03-01T13:05:00.000Z"
                        + "eventTimeZoneOffset=+01:00"
                        + "epcListepc=https://id.gs1.org/01/10614141073464/21/2017"
                        + "action=OBSERVE"
                        + "bizStep=https://ref.gs1.org/cbv/BizStep-shipping"
                        + "disposition=https://ref.gs1.org/cbv/Disp-in_transit"
                        + "readPointid=https://id.gs1.org/414/0614141073467/254/1234");
    }
}
