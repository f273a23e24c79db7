package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.captured;
import static dev.touchstone.epcis.Documents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.identity.EpcUri;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the model says of what was captured. */
class EventTest {

    @Test
    void an_aggregation_has_a_parent_and_children_and_quantities_of_children() {
        Event event = captured(event("AggregationEvent", """
                        'action': 'ADD', 'parentID': 'urn:epc:id:sscc:0614141.1234567890',
                        'childEPCs': ['urn:epc:id:sgtin:0614141.107346.2017', 'https://example.com/box/1'],
                        'childQuantityList': [{'epcClass': 'urn:epc:idpat:sgtin:4012345.098765.*', 'quantity': 10},
                                              {'epcClass': 'urn:epc:class:lgtin:4012345.012345.99', 'quantity': 2.50, 'uom': 'KGM'}],
                        'sourceList': [{'type': 'cbv:SDT-location', 'source': 'urn:epc:id:sgln:4012345.00225.0'}],
                        'destinationList': [{'type': 'ex:dock', 'destination': 'urn:x:7'}],
                        'bizTransactionList': [{'bizTransaction': 'urn:epcglobal:cbv:bt:9506000134307:A'}]""")).event();

        assertThat(event.type()).isEqualTo(EventType.AGGREGATION);
        assertThat(event.action()).contains(Action.ADD);
        assertThat(event.parent()).map(Identifier::canonical).contains("https://id.gs1.org/00/106141412345678908");
        assertThat(event.items())
                .extracting(
                        Item::role, item -> item.id().text(), item -> item.id().canonical())
                .containsExactly(
                        tuple(
                                Role.PARENT,
                                "urn:epc:id:sscc:0614141.1234567890",
                                "https://id.gs1.org/00/106141412345678908"),
                        tuple(
                                Role.CHILD,
                                "urn:epc:id:sgtin:0614141.107346.2017",
                                "https://id.gs1.org/01/10614141073464/21/2017"),
                        tuple(Role.CHILD, "https://example.com/box/1", "https://example.com/box/1"));
        assertThat(event.items(Role.CHILD).getFirst().uri()).isInstanceOf(EpcUri.Gs1.class);
        assertThat(event.quantities())
                .extracting(Quantity::role, q -> q.epcClass().canonical(), Quantity::quantity, Quantity::uom)
                .containsExactly(
                        tuple(
                                Role.CHILD,
                                "https://id.gs1.org/01/04012345987652",
                                Optional.of(new BigDecimal("10")),
                                Optional.empty()),
                        tuple(
                                Role.CHILD,
                                "https://id.gs1.org/01/04012345123456/10/99",
                                Optional.of(new BigDecimal("2.50")),
                                Optional.of("KGM")));
        assertThat(event.references())
                .extracting(Reference::kind, r -> r.type().map(Term::value), r -> r.id().canonical())
                .containsExactly(
                        tuple(Reference.Kind.SOURCE, Optional.of("location"), "https://id.gs1.org/414/4012345002256"),
                        tuple(Reference.Kind.DESTINATION, Optional.of("https://ns.example.com/dock"), "urn:x:7"),
                        tuple(
                                Reference.Kind.BIZ_TRANSACTION,
                                Optional.empty(),
                                "urn:epcglobal:cbv:bt:9506000134307:A"));
    }

    @Test
    void a_transformation_has_inputs_outputs_an_id_and_master_data_by_full_name() {
        Event event = captured(event("TransformationEvent", """
                        'inputEPCList': ['urn:x:1'], 'outputEPCList': ['urn:x:2'], 'transformationID': 'urn:x:t',
                        'inputQuantityList': [{'epcClass': 'urn:x:3'}], 'outputQuantityList': [{'epcClass': 'urn:x:4'}],
                        'ilmd': {'cbvmda:lotNumber': 'L1', 'ex:size': {'ex:length': 1.20, 'ex:flags': [true, null]}},
                        'ex:own': ['a', 'b'], 'https://other.example/#f': 'c'""")).event();

        assertThat(event.action()).isEmpty();
        assertThat(event.items())
                .extracting(Item::role, item -> item.id().text())
                .containsExactly(tuple(Role.INPUT, "urn:x:1"), tuple(Role.OUTPUT, "urn:x:2"));
        assertThat(event.quantities())
                .extracting(Quantity::role, q -> q.epcClass().text())
                .containsExactly(tuple(Role.INPUT, "urn:x:3"), tuple(Role.OUTPUT, "urn:x:4"));
        assertThat(event.transformationId()).map(Identifier::text).contains("urn:x:t");
        assertThat(event.ilmdValues())
                .containsExactly(
                        new Attribute("urn:epcglobal:cbv:mda:lotNumber", "L1", false),
                        new Attribute("https://ns.example.com/length", "1.20", true),
                        new Attribute("https://ns.example.com/flags", "true", true));
        assertThat(event.extensionValues())
                .containsExactly(
                        new Attribute("https://ns.example.com/own", "a", false),
                        new Attribute("https://ns.example.com/own", "b", false),
                        new Attribute("https://other.example/#f", "c", false));
    }

    @Test
    void when_where_and_why_are_typed() {
        Event event = captured(event("ObjectEvent", """
                        'action': 'OBSERVE', 'epcList': ['urn:x:1'], 'eventID': 'urn:uuid:1', 'bizStep': 'ex:polishing',
                        'disposition': 'https://ref.gs1.org/cbv/Disp-in_transit',
                        'persistentDisposition': {'set': ['urn:epcglobal:cbv:disp:recalled']},
                        'readPoint': {'id': 'urn:epc:id:sgln:4012345.00225.0', 'ex:gate': 3}, 'bizLocation': {'id': 'geo:1,2'},
                        'certificationInfo': 'https://example.com/cert',
                        'sensorElementList': [{'sensorReport': [{'type': 'Temperature', 'value': 3.0, 'uom': 'CEL'}]}],
                        'errorDeclaration': {'declarationTime': '2026-03-05T00:00:00+01:00', 'reason': 'cbv:ER-did_not_occur',
                                             'correctiveEventIDs': ['urn:uuid:2'], 'ex:by': 'us'}""")).event();

        assertThat(event.eventTime()).isEqualTo(Instant.parse("2026-03-01T14:05:00Z"));
        assertThat(event.eventTimeZoneOffset()).isEqualTo("+01:00");
        assertThat(event.eventId()).contains("urn:uuid:1");
        assertThat(event.bizStep()).contains(new Term("ex:polishing", "https://ns.example.com/polishing"));
        assertThat(event.bizStep()).map(Term::isStandard).contains(false);
        assertThat(event.disposition()).map(Term::value).contains("in_transit");
        assertThat(event.persistentDisposition().orElseThrow().set())
                .extracting(Term::value)
                .containsExactly("recalled");
        assertThat(event.persistentDisposition().orElseThrow().unset()).isEmpty();
        assertThat(event.readPoint().orElseThrow().id().canonical()).isEqualTo("https://id.gs1.org/414/4012345002256");
        assertThat(event.readPoint().orElseThrow().extensions().toString()).isEqualTo("{\"ex:gate\":3}");
        assertThat(event.bizLocation()).map(place -> place.id().canonical()).contains("geo:1,2");
        assertThat(event.certificationInfo()).containsExactly("https://example.com/cert");
        assertThat(event.sensorElements().size()).isEqualTo(1);
        ErrorDeclaration error = event.errorDeclaration().orElseThrow();
        assertThat(error.declarationTime()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
        assertThat(error.reason()).map(Term::value).contains("did_not_occur");
        assertThat(error.correctiveEventIds()).containsExactly("urn:uuid:2");
        assertThat(error.extensions().toString()).isEqualTo("{\"ex:by\":\"us\"}");
    }

    @Test
    void a_prefix_before_an_identifier_is_written_out() {
        Event event = captured(event(
                        "ObjectEvent", "'action': 'OBSERVE', 'epcList': ['ex:unit/7', 'ex:01/09506000134352/21/a1']"))
                .event();

        assertThat(event.items(Role.EPC))
                .extracting(Identifier::text, Identifier::canonical)
                .containsExactly(
                        tuple("ex:unit/7", "https://ns.example.com/unit/7"),
                        tuple("ex:01/09506000134352/21/a1", "https://id.gs1.org/01/09506000134352/21/a1"));
        assertThat(EventHash.preHash(event, EventHash.Version.CBV_2_0))
                .contains("epcListepc=ex:unit/7epc=https://id.gs1.org/01/09506000134352/21/a1");
    }

    @Test
    void an_event_is_known_by_the_id_it_was_given_or_else_by_its_hash() {
        CapturedEvent given = captured(Documents.observation("'eventID': 'urn:uuid:1'"));
        CapturedEvent nameless = captured(Documents.observation("'eventID': ''"));

        assertThat(given.id()).isEqualTo("urn:uuid:1");
        assertThat(nameless.id()).isEqualTo(nameless.hash()).isEqualTo(given.hash());
    }
}
