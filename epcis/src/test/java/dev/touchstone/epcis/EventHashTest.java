package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.SHIPPING;
import static dev.touchstone.epcis.Documents.captured;
import static dev.touchstone.epcis.Documents.event;
import static dev.touchstone.epcis.Documents.observation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.epcis.EventHash.Algorithm;
import dev.touchstone.epcis.EventHash.Version;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHashTest {

    private static final String START =
            "eventType=ObjectEventeventTime=2026-03-01T14:05:00.000ZeventTimeZoneOffset=+01:00"
                    + "epcListepc=https://id.gs1.org/01/09506000134352/21/a1action=OBSERVE";

    private static String preHash(String event) {
        return EventHash.preHash(captured(event).event(), Version.CBV_2_0);
    }

    /** What the fields add to the canonical text of an observation. */
    private static String added(String fields) {
        String text = preHash(observation(fields));
        assertThat(text).startsWith(START);
        return text.substring(START.length());
    }

    private static String addedByDraft(String fields) {
        return EventHash.preHash(captured(observation(fields)).event(), Version.CBV_2_1)
                .substring(START.length());
    }

    @Test
    void the_canonical_text_names_the_standard_fields_in_their_order_with_nothing_between() {
        assertThat(preHash(SHIPPING))
                .isEqualTo("eventType=ObjectEvent"
                        + "eventTime=2026-03-01T13:05:00.000Z"
                        + "eventTimeZoneOffset=+01:00"
                        + "epcListepc=https://id.gs1.org/01/10614141073464/21/2017"
                        + "action=OBSERVE"
                        + "bizStep=https://ref.gs1.org/cbv/BizStep-shipping"
                        + "disposition=https://ref.gs1.org/cbv/Disp-in_transit"
                        + "readPointid=https://id.gs1.org/414/0614141073467/254/1234");
    }

    @Test
    void every_standard_field_has_its_place() {
        String transformation = event("TransformationEvent", """
                'ilmd': {'ex:grade': 'A'}, 'ex:last': true,
                'destinationList': [{'type': 'location', 'destination': 'urn:x:d'}],
                'sourceList': [{'source': 'urn:x:s', 'type': 'owning_party'}],
                'bizTransactionList': [{'bizTransaction': 'urn:x:b'}],
                'bizLocation': {'id': 'urn:x:bl'}, 'readPoint': {'id': 'urn:x:rp'},
                'persistentDisposition': {'unset': ['recalled'], 'set': ['damaged', 'conformant']},
                'transformationID': 'urn:x:t',
                'outputQuantityList': [{'epcClass': 'urn:x:oc'}], 'outputEPCList': ['urn:x:o'],
                'inputQuantityList': [{'uom': 'KGM', 'quantity': 2.50, 'epcClass': 'urn:x:ic'}],
                'inputEPCList': ['urn:x:i']""");

        assertThat(preHash(transformation))
                .endsWith("inputEPCListepc=urn:x:i"
                        + "inputQuantityListquantityElementepcClass=urn:x:icquantity=2.5uom=KGM"
                        + "outputEPCListepc=urn:x:o"
                        + "outputQuantityListquantityElementepcClass=urn:x:oc"
                        + "transformationID=urn:x:t"
                        + "persistentDispositionset=https://ref.gs1.org/cbv/Disp-conformant"
                        + "set=https://ref.gs1.org/cbv/Disp-damagedunset=https://ref.gs1.org/cbv/Disp-recalled"
                        + "readPointid=urn:x:rpbizLocationid=urn:x:bl"
                        + "bizTransactionListbizTransaction=urn:x:b"
                        + "sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=urn:x:s"
                        + "destinationListtype=https://ref.gs1.org/cbv/SDT-locationdestination=urn:x:d"
                        + "ilmd{https://ns.example.com/}grade=A"
                        + "{https://ns.example.com/}last=true");
        assertThat(preHash(event("AggregationEvent", """
                'childQuantityList': [{'epcClass': 'urn:x:c'}], 'childEPCs': ['urn:x:2', 'urn:x:1'],
                'action': 'ADD', 'parentID': 'urn:x:p'""")))
                .endsWith("parentID=urn:x:pchildEPCsepc=urn:x:1epc=urn:x:2"
                        + "childQuantityListquantityElementepcClass=urn:x:caction=ADD");
    }

    @Test
    void the_id_holds_algorithm_digest_and_version() {
        Event event = captured(SHIPPING).event();

        assertThat(EventHash.of(event))
                .isEqualTo(captured(SHIPPING).hash())
                .matches("ni:///sha-256;[0-9a-f]{64}\\?ver=CBV2\\.0");
        assertThat(EventHash.of(event, Version.CBV_2_1, Algorithm.SHA_512))
                .matches("ni:///sha-512;[0-9a-f]{128}\\?ver=CBV2\\.1");
        assertThat(EventHash.of(event, Version.CBV_2_0, Algorithm.SHA3_256)).startsWith("ni:///sha3-256;");
        assertThat(EventHash.of(event, Version.CBV_2_0, Algorithm.SHA_384)).startsWith("ni:///sha-384;");
    }

    @Nested
    class Values {

        @ParameterizedTest
        @CsvSource({
            "2026-03-01T14:05:00Z, 2026-03-01T14:05:00.000Z",
            "2026-03-01T14:05:00.1Z, 2026-03-01T14:05:00.100Z",
            "2026-03-01T14:05:00.1414Z, 2026-03-01T14:05:00.141Z",
            "2026-03-01T14:05:00.1415Z, 2026-03-01T14:05:00.142Z",
            "2026-03-01T14:05:00.1425Z, 2026-03-01T14:05:00.143Z",
            "2026-12-31T23:59:59.9996Z, 2027-01-01T00:00:00.000Z",
            "2026-03-01T14:05:00.123456789012345Z, 2026-03-01T14:05:00.123Z",
            "2026-03-01T02:05:00-11:30, 2026-03-01T13:35:00.000Z"
        })
        void times_are_in_utc_to_the_millisecond_and_round_half_up(String given, String canonical) {
            assertThat(preHash(observation("'bizStep': ''").replace("2026-03-01T14:05:00Z", given)))
                    .contains("eventTime=" + canonical + "eventTimeZoneOffset");
        }

        @ParameterizedTest
        @CsvSource({
            "1.0, 1",
            "-0, 0",
            "0.50, 0.5",
            "1E3, 1000",
            "1.5e-3, 0.0015",
            "120, 120",
            "100000000000000000000000000001, 100000000000000000000000000001"
        })
        void numbers_are_written_plainly_with_all_their_digits(String given, String canonical) {
            assertThat(added("'ex:n': " + given)).isEqualTo("{https://ns.example.com/}n=" + canonical);
        }

        @ParameterizedTest
        @CsvSource({
            "00123, 123",
            "+5, 5",
            ".5, 0.5",
            "1E3, 1000",
            "-0.0, 0",
            "1_000, 1_000",
            "NaN, NaN",
            "1.2.3, 1.2.3",
            "0x10, 0x10",
            "1e99999, 1e99999",
            "-, -",
            "2026-03-01, 2026-03-01"
        })
        void a_text_that_is_a_decimal_number_is_written_as_one(String given, String canonical) {
            assertThat(added("'ex:n': '%s'".formatted(given))).isEqualTo("{https://ns.example.com/}n=" + canonical);
        }

        @Test
        void white_space_around_values_does_not_count_and_booleans_are_words() {
            assertThat(added("'ex:a': '  x y ', 'ex:b': false"))
                    .isEqualTo("{https://ns.example.com/}a=x y{https://ns.example.com/}b=false");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "urn:epc:id:giai:4012345.ABC, https://id.gs1.org/8004/4012345ABC",
                    "urn:epc:id:sgln:4012345.00005.0, https://id.gs1.org/414/4012345000054",
                    "urn:epc:id:pgln:4000001.00012, https://id.gs1.org/417/4000001000128",
                    "urn:epc:class:lgtin:4012345.012345.998877, https://id.gs1.org/01/04012345123456/10/998877",
                    "urn:epc:idpat:sgtin:4012345.098765.*, https://id.gs1.org/01/04012345987652",
                    "\"urn:epc:id:sgtin:0614141.812345.67!()*+,:\", \"https://id.gs1.org/01/80614141123458/21/67!()*+,:\"",
                    "https://example.com/some/gtin/9506000134352/lot/L1/ser/a1?17=270101, https://id.gs1.org/01/09506000134352/21/a1",
                    "http://example.com/01/09506000134352/22/V1, https://id.gs1.org/01/09506000134352",
                    "urn:epcglobal:cbv:disp:active, https://ref.gs1.org/cbv/Disp-active",
                    "cbv:BizStep-packing, https://ref.gs1.org/cbv/BizStep-packing",
                    "gs1:Temperature, https://ref.gs1.org/voc/Temperature",
                    "ex:own, ex:own",
                    "\"geo:50.9,6.9\", \"geo:50.9,6.9\"",
                    "urn:epcglobal:cbv:bt:0614141073467:1152, urn:epcglobal:cbv:bt:0614141073467:1152",
                    "urn:epc:id:sgtin:06141.1073467.1, urn:epc:id:sgtin:06141.1073467.1",
                    "https://example.com/01/97803, https://example.com/01/97803"
                })
        void identifiers_and_words_have_one_form_wherever_they_stand(String given, String canonical) {
            assertThat(added("'ex:v': '%s'".formatted(given))).isEqualTo("{https://ns.example.com/}v=" + canonical);
        }

        @Test
        void a_word_of_ones_own_stays_as_it_is_written() {
            assertThat(added("'bizStep': 'ex:polishing'")).isEqualTo("bizStep=ex:polishing");
        }
    }

    @Nested
    class Lists {

        @Test
        void items_are_sorted_by_code_point_once_they_are_written_and_duplicates_stay() {
            assertThat(added("""
                    'bizTransactionList': [{'type': 'po', 'bizTransaction': 'urn:x:1'}, {'bizTransaction': 'urn:x:2'},
                                           {'bizTransaction': 'urn:x:2'}, {'type': 'inv', 'bizTransaction': 'urn:x:9'}]"""))
                    .isEqualTo("bizTransactionList"
                            + "bizTransaction=urn:x:2bizTransaction=urn:x:2"
                            + "type=https://ref.gs1.org/cbv/BTT-invbizTransaction=urn:x:9"
                            + "type=https://ref.gs1.org/cbv/BTT-pobizTransaction=urn:x:1");
            // U+FFFD stands before U+1F600 by code point, though its char is greater than the first of the pair.
            assertThat(added("'ex:t': ['\\uD83D\\uDE00', '\\uFFFD', 'z']"))
                    .isEqualTo(
                            "{https://ns.example.com/}t=z{https://ns.example.com/}t=\uFFFD{https://ns.example.com/}t=\uD83D\uDE00");
        }

        @Test
        void empty_lists_vanish() {
            assertThat(added("'bizTransactionList': [], 'sensorElementList': [], 'quantityList': [], 'ex:none': []"))
                    .isEmpty();
        }

        @Test
        void the_same_unit_as_urn_and_as_link_is_there_twice() {
            assertThat(preHash(event("ObjectEvent", """
                    'action': 'ADD', 'epcList': ['urn:epc:id:sgtin:0614141.107346.2017',
                                                 'https://id.gs1.org/01/10614141073464/21/2017']""")))
                    .contains("epcListepc=https://id.gs1.org/01/10614141073464/21/2017"
                            + "epc=https://id.gs1.org/01/10614141073464/21/2017action");
        }
    }

    @Nested
    class Extensions {

        private static final String SENSOR = """
                'readPoint': {'id': 'urn:x:rp', 'ex:gate': 3}, 'ex:own': 1, 'ilmd': {},
                'sensorElementList': [{
                  'sensorMetadata': {'deviceID': 'urn:x:d', 'time': '2026-03-01T15:00:00+01:00', 'ex:m': 'M'},
                  'ex:e': 'E',
                  'sensorReport': [
                    {'uom': 'CEL', 'value': 26.0, 'type': 'Temperature', 'ex:r': 'R'},
                    {'type': 'gs1:Speed', 'value': 0, 'component': 'x', 'uom': 'KMH'}]}]""";

        @Test
        void nested_names_follow_each_other_and_siblings_are_sorted_as_finished_texts() {
            assertThat(
                            added(
                                    "'ex:b': {'ex:y': 2, 'ex:x': {'ex:z': 1}}, 'ex:a': [{'ex:q': 2}, {'ex:q': 1}], 'cbvmda:lot': 'L'"))
                    .isEqualTo("{https://ns.example.com/}a{https://ns.example.com/}q=1"
                            + "{https://ns.example.com/}a{https://ns.example.com/}q=2"
                            + "{https://ns.example.com/}b{https://ns.example.com/}x{https://ns.example.com/}z=1{https://ns.example.com/}y=2"
                            + "{urn:epcglobal:cbv:mda}lot=L");
        }

        @Test
        void an_empty_extension_leaves_its_name_and_a_null_leaves_nothing() {
            assertThat(added("'ex:a': '', 'ex:b': {}, 'ex:c': null"))
                    .isEqualTo("{https://ns.example.com/}a{https://ns.example.com/}b");
        }

        @Test
        void by_cbv_2_0_those_inside_standard_fields_stand_at_the_end_after_the_path_of_their_field() {
            assertThat(added(SENSOR))
                    .isEqualTo("readPointid=urn:x:rp"
                            + "sensorElementsensorMetadatatime=2026-03-01T14:00:00.000ZdeviceID=urn:x:d"
                            + "sensorReporttype=https://ref.gs1.org/voc/Speedvalue=0component=https://ref.gs1.org/cbv/Comp-xuom=KMH"
                            + "sensorReporttype=https://ref.gs1.org/voc/Temperaturevalue=26uom=CEL"
                            + "readPoint{https://ns.example.com/}gate=3"
                            + "sensorElementsensorMetadata{https://ns.example.com/}m=M"
                            + "sensorReport{https://ns.example.com/}r=R"
                            + "{https://ns.example.com/}e=E"
                            + "{https://ns.example.com/}own=1");
        }

        @Test
        void by_cbv_2_1_they_stand_inside_their_field_and_the_sensor_list_is_named() {
            assertThat(addedByDraft(SENSOR))
                    .isEqualTo("readPointid=urn:x:rp{https://ns.example.com/}gate=3"
                            + "sensorElementListsensorElement"
                            + "sensorMetadatatime=2026-03-01T14:00:00.000ZdeviceID=urn:x:d{https://ns.example.com/}m=M"
                            + "sensorReporttype=https://ref.gs1.org/voc/Speedvalue=0component=https://ref.gs1.org/cbv/Comp-xuom=KMH"
                            + "sensorReporttype=https://ref.gs1.org/voc/Temperaturevalue=26uom=CEL{https://ns.example.com/}r=R"
                            + "{https://ns.example.com/}e=E"
                            + "{https://ns.example.com/}own=1");
        }
    }

    @Test
    void what_others_say_of_an_event_does_not_count() {
        assertThat(added("""
                'eventID': 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'recordTime': '2026-03-01T14:06:00Z',
                'certificationInfo': 'urn:x:c', 'rdfs:comment': 'looks good',
                'errorDeclaration': {'declarationTime': '2026-03-02T00:00:00Z', 'reason': 'did_not_occur'}""")).isEmpty();
    }
}
