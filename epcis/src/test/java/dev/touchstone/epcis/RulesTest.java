package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.document;
import static dev.touchstone.epcis.Documents.event;
import static dev.touchstone.epcis.Documents.findings;
import static dev.touchstone.epcis.Documents.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule about an event: a small event that breaks it and nothing else, the finding's code, and its place. */
class RulesTest {

    private static final String UNIT = "'https://id.gs1.org/01/09506000134352/21/a1'";
    private static final String CLASS = "'epcClass': 'https://id.gs1.org/01/09506000134352/10/L1'";
    private static final String PALLET = "'parentID': 'https://id.gs1.org/00/095060001343520000'";
    private static final String ORDER = "'bizTransactionList': [{'bizTransaction': 'https://example.com/po/1'}]";
    private static final String VALID = observation("'ex:field': 1");

    private static Arguments rule(String code, String pointer, String event) {
        return Arguments.of(code, pointer, event);
    }

    private static Arguments changed(String code, String pointer, String from, String to) {
        return rule(code, pointer, VALID.replace(from, to));
    }

    private static Arguments added(String code, String pointer, String field) {
        return rule(code, pointer, observation(field));
    }

    private static Arguments quantity(String code, String pointer, String element) {
        return rule(code, "/quantityList/0" + pointer, observation("'quantityList': [{" + element + "}]"));
    }

    private static Arguments sensor(String code, String pointer, String element) {
        return rule(code, "/sensorElementList/0" + pointer, observation("'sensorElementList': [" + element + "]"));
    }

    static Stream<Arguments> when() {
        return Stream.of(
                changed("missing-field", "/eventTime", "'eventTime':", "'ex:time':"),
                changed("missing-field", "/eventTime", "'2026-03-01T14:05:00Z'", "''"),
                changed("time-zone", "/eventTime", "05:00Z", "05:00"),
                changed("time", "/eventTime", "03-01T", "02-30T"),
                changed("time", "/eventTime", "T14:05", "T25:05"),
                changed("time", "/eventTime", "05:00Z", "05:00.Z"),
                changed("time", "/eventTime", "05:00Z", "05:00+15:00"),
                changed("wrong-type", "/eventTime", "'2026-03-01T14:05:00Z'", "1772373900"),
                changed("missing-field", "/eventTimeZoneOffset", "'eventTimeZoneOffset':", "'ex:offset':"),
                changed("time-zone-offset", "/eventTimeZoneOffset", "'+01:00'", "'Z'"),
                changed("time-zone-offset", "/eventTimeZoneOffset", "'+01:00'", "'+1:00'"),
                changed("time-zone-offset", "/eventTimeZoneOffset", "'+01:00'", "'+14:30'"),
                added(
                        "time-zone",
                        "/errorDeclaration/declarationTime",
                        "'errorDeclaration': {'declarationTime': '2026-03-02T00:00:00'}"),
                added(
                        "missing-field",
                        "/errorDeclaration/declarationTime",
                        "'errorDeclaration': {'reason': 'incorrect_data'}"),
                added(
                        "vocabulary",
                        "/errorDeclaration/reason",
                        "'errorDeclaration': {'declarationTime': '2026-03-02T00:00:00Z', 'reason': 'oops'}"),
                added(
                        "uri",
                        "/errorDeclaration/correctiveEventIDs/0",
                        "'errorDeclaration': {'declarationTime': '2026-03-02T00:00:00Z', 'correctiveEventIDs': ['7']}"));
    }

    static Stream<Arguments> what() {
        return Stream.of(
                changed("event-type", "/type", "ObjectEvent", "ObjectEvents"),
                changed("missing-field", "/type", "'type':", "'ex:type':"),
                changed("missing-field", "/action", "'action':", "'ex:action':"),
                changed("action", "/action", "OBSERVE", "observe"),
                changed("uri", "/epcList/0", "https://id.gs1.org/01/09506000134352/21/a1", "09506000134352"),
                changed("uri", "/epcList/0", "21/a1", "21/a 1"),
                changed("wrong-type", "/epcList/0", UNIT, "7"),
                changed("wrong-type", "/epcList", "[" + UNIT + "]", UNIT),
                changed(
                        "epc",
                        "/epcList/0",
                        "https://id.gs1.org/01/09506000134352/21/a1",
                        "urn:epc:id:sgtin:0614141.1107346.2017"),
                changed("epc", "/epcList/0", "09506000134352", "09506000134353"),
                changed("instance-identifier", "/epcList/0", "/21/a1", ""),
                changed("instance-identifier", "/epcList/0", "/21/a1", "/10/L1"),
                changed(
                        "instance-identifier",
                        "/epcList/0",
                        "https://id.gs1.org/01/09506000134352/21/a1",
                        "urn:epc:idpat:sgtin:0614141.107346.*"),
                changed(
                        "instance-identifier",
                        "/epcList/0",
                        "https://id.gs1.org/01/09506000134352/21/a1",
                        "urn:epc:class:lgtin:0614141.107346.L1"),
                changed(
                        "instance-identifier",
                        "/epcList/0",
                        "https://id.gs1.org/01/09506000134352/21/a1",
                        "urn:epc:tag:sgtin-96:3.0614141.107346.2017"),
                changed("empty", "", "[" + UNIT + "]", "[]"),
                added("uri", "/eventID", "'eventID': '4711'"),
                added("unknown-field", "/childEPCs", "'childEPCs': []"),
                added("ilmd", "/ilmd", "'ilmd': {'ex:grade': 'A'}"),
                rule("ilmd", "/ilmd", observation("'ilmd': {'ex:grade': 'A'}").replace("OBSERVE", "DELETE")),
                rule(
                        "unknown-field",
                        "/ilmd/grade",
                        observation("'ilmd': {'grade': 'A'}").replace("OBSERVE", "ADD")),
                rule("ilmd", "/ilmd", event("AggregationEvent", "'action': 'DELETE', 'ilmd': {}, " + PALLET)));
    }

    static Stream<Arguments> howMuch() {
        return Stream.of(
                quantity("missing-field", "/epcClass", "'quantity': 1"),
                quantity("class-identifier", "/epcClass", "'epcClass': " + UNIT),
                quantity("class-identifier", "/epcClass", "'epcClass': 'urn:epc:id:sgtin:0614141.107346.2017'"),
                quantity("class-identifier", "/epcClass", "'epcClass': 'urn:epc:idpat:sgtin:0614141.*.*'"),
                quantity("quantity-unit", "/uom", CLASS + ", 'uom': 'KGM'"),
                quantity("quantity-count", "/quantity", CLASS + ", 'quantity': 1.5"),
                quantity("quantity-count", "/quantity", CLASS + ", 'quantity': 0"),
                quantity("quantity-count", "/quantity", CLASS + ", 'quantity': -3"),
                quantity("quantity-count", "/quantity", CLASS + ", 'quantity': -0.5, 'uom': 'KGM'"),
                quantity("wrong-type", "/quantity", CLASS + ", 'quantity': '10'"),
                quantity("unit", "/uom", CLASS + ", 'quantity': 1.5, 'uom': 'kg'"),
                quantity("unit", "/uom", CLASS + ", 'quantity': 1.5, 'uom': 'KILO'"),
                quantity("number", "/quantity", CLASS + ", 'quantity': 1e9999, 'uom': 'KGM'"),
                quantity("unknown-field", "/unit", CLASS + ", 'unit': 'KGM'"));
    }

    static Stream<Arguments> grouping() {
        return Stream.of(
                rule("parent", "/parentID", event("AggregationEvent", "'action': 'ADD', 'childEPCs': [" + UNIT + "]")),
                rule("parent", "/parentID", event("AggregationEvent", "'action': 'DELETE', 'childEPCs': []")),
                rule("parent", "/parentID", event("AssociationEvent", "'action': 'ADD', 'childEPCs': [" + UNIT + "]")),
                rule(
                        "instance-identifier",
                        "/parentID",
                        event(
                                "AggregationEvent",
                                "'action': 'DELETE', 'parentID': 'https://id.gs1.org/01/09506000134352'")),
                rule("empty", "", event("AggregationEvent", "'action': 'ADD', " + PALLET)),
                rule("empty", "", event("AggregationEvent", "'action': 'OBSERVE', 'childEPCs': [], " + PALLET)),
                rule("empty", "", event("AssociationEvent", "'action': 'OBSERVE', " + PALLET)),
                rule(
                        "empty",
                        "/bizTransactionList",
                        event("TransactionEvent", "'action': 'ADD', 'epcList': [" + UNIT + "]")),
                rule(
                        "empty",
                        "/bizTransactionList",
                        event(
                                "TransactionEvent",
                                "'action': 'ADD', 'bizTransactionList': [], 'epcList': [" + UNIT + "]")),
                rule("empty", "", event("TransactionEvent", "'action': 'ADD', " + ORDER)),
                rule("empty", "", event("TransformationEvent", "'inputEPCList': [" + UNIT + "]")),
                rule("empty", "", event("TransformationEvent", "'outputEPCList': [" + UNIT + "]")),
                rule(
                        "empty",
                        "",
                        event(
                                "TransformationEvent",
                                "'transformationID': 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'")),
                rule(
                        "unknown-field",
                        "/action",
                        event(
                                "TransformationEvent",
                                "'action': 'ADD', 'inputEPCList': [" + UNIT + "], 'outputEPCList': [" + UNIT + "]")));
    }

    static Stream<Arguments> whereAndWhy() {
        return Stream.of(
                added("vocabulary", "/bizStep", "'bizStep': 'shiping'"),
                added("vocabulary", "/bizStep", "'bizStep': 'urn:epcglobal:cbv:bizstep:shiping'"),
                added("vocabulary", "/bizStep", "'bizStep': 'https://ref.gs1.org/cbv/BizStep-shiping'"),
                added("vocabulary", "/disposition", "'disposition': 'shipping'"),
                added("wrong-type", "/disposition", "'disposition': ['in_transit']"),
                added("empty", "/persistentDisposition", "'persistentDisposition': {'set': []}"),
                added(
                        "vocabulary",
                        "/persistentDisposition/unset/1",
                        "'persistentDisposition': {'unset': ['recalled', 'lost']}"),
                added("missing-field", "/readPoint/id", "'readPoint': {'ex:gate': 3}"),
                added("wrong-type", "/readPoint", "'readPoint': 'urn:epc:id:sgln:0614141.07346.1234'"),
                added("epc", "/readPoint/id", "'readPoint': {'id': 'urn:epc:id:sgln:0614141.0734.1234'}"),
                added("epc", "/readPoint/id", "'readPoint': {'id': 'https://id.gs1.org/414/9506000134300'}"),
                added("unknown-field", "/bizLocation/name", "'bizLocation': {'id': 'geo:50.9,6.9', 'name': 'Gate'}"),
                added(
                        "missing-field",
                        "/bizTransactionList/0/bizTransaction",
                        "'bizTransactionList': [{'type': 'po'}]"),
                added(
                        "vocabulary",
                        "/bizTransactionList/0/type",
                        "'bizTransactionList': [{'type': 'order', 'bizTransaction': 'urn:x:1'}]"),
                added(
                        "unknown-field",
                        "/bizTransactionList/0/ex:note",
                        "'bizTransactionList': [{'ex:note': 1, 'bizTransaction': 'urn:x:1'}]"),
                added(
                        "missing-field",
                        "/sourceList/0/type",
                        "'sourceList': [{'source': 'https://id.gs1.org/417/9506000134307'}]"),
                added(
                        "vocabulary",
                        "/destinationList/0/type",
                        "'destinationList': [{'type': 'owner', 'destination': 'urn:x:1'}]"),
                added("uri", "/certificationInfo/1", "'certificationInfo': ['urn:x:1', 'none']"));
    }

    static Stream<Arguments> how() {
        return Stream.of(
                sensor("wrong-type", "", "7"),
                sensor("missing-field", "/sensorReport", "{'sensorMetadata': {}}"),
                sensor("empty", "/sensorReport", "{'sensorReport': []}"),
                sensor("missing-field", "/sensorReport/0/type", "{'sensorReport': [{'value': 1, 'uom': 'CEL'}]}"),
                sensor("vocabulary", "/sensorReport/0/type", "{'sensorReport': [{'type': 'temperature'}]}"),
                sensor("vocabulary", "/sensorReport/0/exception", "{'sensorReport': [{'exception': 'ALARM'}]}"),
                sensor(
                        "vocabulary",
                        "/sensorReport/0/component",
                        "{'sensorReport': [{'type': 'Speed', 'component': 'w'}]}"),
                sensor("wrong-type", "/sensorReport/0/value", "{'sensorReport': [{'type': 'Speed', 'value': '3'}]}"),
                sensor(
                        "wrong-type",
                        "/sensorReport/0/booleanValue",
                        "{'sensorReport': [{'type': 'Speed', 'booleanValue': 'no'}]}"),
                sensor(
                        "hex-binary",
                        "/sensorReport/0/hexBinaryValue",
                        "{'sensorReport': [{'type': 'Speed', 'hexBinaryValue': 'F'}]}"),
                sensor(
                        "unit",
                        "/sensorReport/0/uom",
                        "{'sensorReport': [{'type': 'Speed', 'value': 3, 'uom': 'km/h'}]}"),
                sensor("uri", "/sensorReport/0/deviceID", "{'sensorReport': [{'type': 'Speed', 'deviceID': 'D7'}]}"),
                sensor(
                        "time-zone",
                        "/sensorMetadata/time",
                        "{'sensorMetadata': {'time': '2026-03-01T14:00:00'}, 'sensorReport': [{'type': 'Speed'}]}"),
                sensor(
                        "sensor-time",
                        "/sensorMetadata/time",
                        "{'sensorMetadata': {'time': '2026-03-01T14:05:01Z'}, 'sensorReport': [{'type': 'Speed'}]}"),
                sensor(
                        "sensor-time",
                        "/sensorMetadata/time",
                        "{'sensorMetadata': {'time': '2026-03-01T14:00:00Z', 'startTime': '2026-03-01T13:00:00Z', 'endTime': '2026-03-01T14:00:00Z'}, 'sensorReport': [{'type': 'Speed'}]}"),
                sensor(
                        "missing-field",
                        "/sensorMetadata/endTime",
                        "{'sensorMetadata': {'startTime': '2026-03-01T13:00:00Z'}, 'sensorReport': [{'type': 'Speed'}]}"),
                sensor(
                        "sensor-twice",
                        "/sensorReport/0/deviceID",
                        "{'sensorMetadata': {'deviceID': 'urn:x:1'}, 'sensorReport': [{'type': 'Speed', 'deviceID': 'urn:x:1'}]}"),
                sensor(
                        "unknown-field",
                        "/sensorReport/0/unit",
                        "{'sensorReport': [{'type': 'Speed', 'unit': 'KMH'}]}"));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                added("unknown-field", "/colour", "'colour': 'red'"),
                added("prefix", "/your:colour", "'your:colour': 'red'"),
                added("prefix", "/readPoint/your:gate", "'readPoint': {'id': 'urn:x:1', 'your:gate': 3}"),
                added("unknown-field", "/~0a~1b", "'~a/b': 1"),
                added("duplicate-key", "/ex:a", "'ex:a': 1, 'ex:a': 1"),
                added("duplicate-key", "/ex:a/ex:b/0/ex:c", "'ex:a': {'ex:b': [{'ex:c': 1, 'ex:c': 2}]}"),
                added("character", "/ex:a", "'ex:a': '\\u0000'"),
                added("character", "/ex:a", "'ex:a': '\\ud800'"),
                added("context", "/@context/0/epcis", "'@context': [{'epcis': 'https://elsewhere.example/'}]"),
                added("context", "/@context/urn", "'@context': {'urn': 'https://elsewhere.example/'}"),
                added(
                        "context",
                        "/@context",
                        "'@context': {%s}"
                                .formatted(IntStream.rangeClosed(0, 500)
                                        .mapToObj("'p%d': 'urn:p:'"::formatted)
                                        .collect(Collectors.joining(",")))),
                added("context", "/@context", "'@context': 7"));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource({"when", "what", "howMuch", "grouping", "whereAndWhy", "how", "names"})
    void a_broken_rule_is_found_once_and_in_its_place(String code, String pointer, String event) {
        assertThat(findings(document(event)))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple(code, "/epcisBody/eventList/0" + pointer));
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of(
                        "unknown company prefixes",
                        VALID.replace(
                                "https://id.gs1.org/01/09506000134352/21/a1", "urn:epc:id:sgtin:999999999999.0.1")),
                Arguments.of("identifiers of other kinds", VALID.replace(UNIT, "'https://example.com/unit/7'")),
                Arguments.of("a time to the second", VALID),
                Arguments.of("an offset of 14 hours", VALID.replace("+01:00", "-14:00")),
                Arguments.of(
                        "empty text as a field left out",
                        observation("'bizStep': '', 'disposition': '', 'eventID': '', 'readPoint': null")),
                Arguments.of(
                        "a business step of one's own, as URI",
                        observation("'bizStep': 'https://ns.example.com/step/polishing'")),
                Arguments.of("a business step of one's own, prefixed", observation("'bizStep': 'ex:polishing'")),
                Arguments.of("a web address as field name", observation("'https://ns.example.com/colour': 'red'")),
                Arguments.of("a record time, which is ignored", observation("'recordTime': 'yesterday'")),
                Arguments.of(
                        "ILMD at birth",
                        observation("'ilmd': {'cbvmda:lotNumber': 'L1'}").replace("OBSERVE", "ADD")),
                Arguments.of(
                        "a whole number with decimals as a count",
                        observation("'quantityList': [{" + CLASS + ", 'quantity': 10.0}]")),
                Arguments.of("a quantity that is not known", observation("'quantityList': [{" + CLASS + "}]")),
                Arguments.of(
                        "a measured quantity of nothing",
                        observation("'quantityList': [{" + CLASS + ", 'quantity': 0, 'uom': 'KGM'}]")),
                Arguments.of(
                        "sensor data of a place",
                        VALID.replace(
                                "[" + UNIT + "]",
                                "[], 'readPoint': {'id': 'urn:x:1'}, 'sensorElementList': [{'sensorReport': [{'type': 'Temperature', 'value': 3, 'uom': 'CEL'}]}]")),
                Arguments.of("parting from all children", event("AggregationEvent", "'action': 'DELETE', " + PALLET)),
                Arguments.of(
                        "seeing children without a parent",
                        event("AggregationEvent", "'action': 'OBSERVE', 'childEPCs': [" + UNIT + "]")),
                Arguments.of(
                        "parting all from a transaction", event("TransactionEvent", "'action': 'DELETE', " + ORDER)),
                Arguments.of(
                        "half a transformation with an id",
                        event("TransformationEvent", "'transformationID': 'urn:x:1', 'inputEPCList': [" + UNIT + "]")),
                Arguments.of(
                        "an error without a reason",
                        observation(
                                "'errorDeclaration': {'declarationTime': '2026-03-02T00:00:00Z', 'ex:who': 'us'}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void what_no_rule_forbids_is_accepted(String what, String event) {
        assertThat(findings(document(event))).isEmpty();
    }

    @Test
    void a_misspelt_word_is_answered_with_the_nearest_right_one() {
        assertThat(findings(document(observation("'bizStep': 'Comissioning'"))))
                .singleElement()
                .extracting(Finding::expected)
                .asString()
                .contains("commissioning");
    }

    @Test
    void faults_are_collected_over_all_events_up_to_twenty() {
        String bad = observation("'bizStep': 'a', 'disposition': 'b'");

        assertThat(findings(document(bad, VALID, bad)))
                .extracting(Finding::pointer)
                .containsExactly(
                        "/epcisBody/eventList/0/bizStep",
                        "/epcisBody/eventList/0/disposition",
                        "/epcisBody/eventList/2/bizStep",
                        "/epcisBody/eventList/2/disposition");
        assertThat(findings(document(Stream.generate(() -> bad).limit(30).toArray(String[]::new))))
                .hasSize(20);
    }
}
