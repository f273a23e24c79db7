package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.captured;
import static dev.touchstone.epcis.Documents.document;
import static dev.touchstone.epcis.Documents.json;
import static dev.touchstone.epcis.Documents.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Equal events have equal hashes whatever the form they came in, and different events different ones. */
class EventHashPropertiesTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** One event in which every kind of value occurs, written with URNs. */
    private static final String RICH = """
            {'type': 'ObjectEvent', 'eventTime': '2026-03-01T14:05:00.120+01:00', 'eventTimeZoneOffset': '+01:00',
             'action': 'ADD', 'bizStep': 'urn:epcglobal:cbv:bizstep:commissioning',
             'disposition': 'urn:epcglobal:cbv:disp:active',
             'epcList': ['urn:epc:id:sgtin:0614141.107346.2017', 'urn:epc:id:sscc:0614141.1234567890',
                         'urn:epc:id:grai:4012345.55555.987', 'urn:epc:id:giai:4000001.12345'],
             'quantityList': [{'epcClass': 'urn:epc:class:lgtin:4012345.012345.998877', 'quantity': 200.50, 'uom': 'KGM'},
                              {'epcClass': 'urn:epc:idpat:sgtin:4012345.098765.*', 'quantity': 10}],
             'readPoint': {'id': 'urn:epc:id:sgln:0614141.00777.0', 'ex:gate': 7},
             'bizLocation': {'id': 'urn:epc:id:sgln:4012345.00002.12'},
             'bizTransactionList': [{'type': 'urn:epcglobal:cbv:btt:po', 'bizTransaction': 'urn:epc:id:gdti:4012345.11111.123'},
                                    {'type': 'urn:epcglobal:cbv:btt:inv', 'bizTransaction': 'https://example.com/inv/1'}],
             'sourceList': [{'type': 'urn:epcglobal:cbv:sdt:owning_party', 'source': 'urn:epc:id:pgln:4012345.00000'}],
             'sensorElementList': [{'sensorReport': [{'type': 'https://gs1.org/voc/Temperature', 'value': 26.0, 'uom': 'CEL'},
                                                     {'type': 'https://gs1.org/voc/Speed', 'value': 1, 'uom': 'KMH'}]}],
             'ilmd': {'cbvmda:lotNumber': 'L1', 'ex:parts': [{'ex:part': 'urn:epc:id:giai:4012345.ABC'}, {'ex:part': 'B'}]},
             'ex:tags': ['red', 'blue', 'green']}""";

    /** The same event by Digital Links, bare words and other spellings of times and numbers. */
    private static final Map<String, String> OTHER_FORMS = Map.ofEntries(
            Map.entry("2026-03-01T14:05:00.120+01:00", "2026-03-01T13:05:00.12Z"),
            Map.entry("urn:epcglobal:cbv:bizstep:commissioning", "commissioning"),
            Map.entry("urn:epcglobal:cbv:disp:active", "https://ref.gs1.org/cbv/Disp-active"),
            Map.entry("urn:epcglobal:cbv:btt:po", "po"),
            Map.entry("urn:epcglobal:cbv:btt:inv", "cbv:BTT-inv"),
            Map.entry("urn:epcglobal:cbv:sdt:owning_party", "owning_party"),
            Map.entry("https://gs1.org/voc/Temperature", "Temperature"),
            Map.entry("https://gs1.org/voc/Speed", "gs1:Speed"),
            Map.entry("urn:epc:id:sgtin:0614141.107346.2017", "https://example.com/gtin/10614141073464/ser/2017?x=y"),
            Map.entry("urn:epc:id:sscc:0614141.1234567890", "https://id.gs1.org/00/106141412345678908"),
            Map.entry("urn:epc:id:grai:4012345.55555.987", "https://id.gs1.org/8003/04012345555554987"),
            Map.entry("urn:epc:id:giai:4000001.12345", "http://id.gs1.org/8004/400000112345"),
            Map.entry("urn:epc:class:lgtin:4012345.012345.998877", "https://id.gs1.org/01/04012345123456/10/998877"),
            Map.entry("urn:epc:idpat:sgtin:4012345.098765.*", "https://id.gs1.org/01/4012345987652"),
            Map.entry("urn:epc:id:sgln:0614141.00777.0", "https://id.gs1.org/414/0614141007776"),
            Map.entry("urn:epc:id:sgln:4012345.00002.12", "https://id.gs1.org/414/4012345000023/254/12"),
            Map.entry("urn:epc:id:gdti:4012345.11111.123", "https://id.gs1.org/253/4012345111118123"),
            Map.entry("urn:epc:id:pgln:4012345.00000", "https://id.gs1.org/417/4012345000009"),
            Map.entry("urn:epc:id:giai:4012345.ABC", "https://id.gs1.org/8004/4012345ABC"),
            Map.entry("200.50", "200.5"),
            Map.entry("26.0", "2.6E1"));

    private static final String HASH = captured(RICH).hash();

    @Test
    void urns_and_digital_links_words_and_uris_are_the_same_event() {
        String other = RICH;
        for (var form : OTHER_FORMS.entrySet()) {
            assertThat(other).contains(form.getKey());
            other = other.replace(form.getKey(), form.getValue());
            assertThat(captured(other).hash()).as("%s", form).isEqualTo(HASH);
        }
    }

    @RepeatedTest(50)
    void the_order_of_fields_and_of_list_items_does_not_matter(RepetitionInfo repetition) {
        JsonNode shuffled = shuffle(MAPPER.readTree(json(RICH)), new Random(repetition.getCurrentRepetition()));

        assertThat(captured(shuffled.toString()).hash()).isEqualTo(HASH);
    }

    private static JsonNode shuffle(JsonNode node, Random random) {
        return switch (node) {
            case ObjectNode object -> {
                List<String> names = new ArrayList<>(object.propertyNames());
                Collections.shuffle(names, random);
                ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
                names.forEach(name -> shuffled.set(name, shuffle(object.get(name), random)));
                yield shuffled;
            }
            case ArrayNode array -> {
                List<JsonNode> elements = new ArrayList<>();
                array.forEach(element -> elements.add(shuffle(element, random)));
                Collections.shuffle(elements, random);
                yield JsonNodeFactory.instance.arrayNode().addAll(elements);
            }
            default -> node;
        };
    }

    @Test
    void white_space_and_escapes_of_json_do_not_matter() {
        assertThat(captured(MAPPER.readTree(json(RICH)).toPrettyString()).hash())
                .isEqualTo(HASH);
        assertThat(captured(RICH.replace("blue", "bl\\u0075e").replace("/", "\\/"))
                        .hash())
                .isEqualTo(HASH);
    }

    @Test
    void the_name_of_a_prefix_does_not_matter_but_its_namespace_does() {
        String renamed = document(RICH).replace("\"ex", "\"other");
        String moved = document(RICH).replace("https://ns.example.com/", "https://ns.example.com/2/");

        assertThat(read(renamed).getFirst().hash()).isEqualTo(HASH);
        assertThat(read(moved).getFirst().hash()).isNotEqualTo(HASH);
    }

    @Test
    void every_change_of_a_value_changes_the_hash() {
        List<String> values = List.of(
                "2017",
                "1234567890",
                "commissioning",
                "active",
                "'ADD'",
                "200.50",
                "KGM",
                "': 10}",
                "00777",
                "00002",
                "': 7}",
                ":po'",
                "inv/1",
                "owning_party",
                "Temperature",
                "26.0",
                "'L1'",
                "'B'",
                "lotNumber",
                "'blue'",
                "+01:00',");
        List<String> changed = List.of(
                "2018",
                "1234567891",
                "encoding",
                "inactive",
                "'OBSERVE'",
                "200.51",
                "LTR",
                "': 11}",
                "00778",
                "00003",
                "': 8}",
                ":poc'",
                "inv/2",
                "possessing_party",
                "Pressure",
                "26.01",
                "'L2'",
                "'C'",
                "batch",
                "'Blue'",
                "+02:00',");
        for (int i = 0; i < values.size(); i++) {
            assertThat(RICH).contains(values.get(i));
            String other = RICH.replace(values.get(i), changed.get(i));
            if (changed.get(i).equals("'OBSERVE'")) {
                other = other.replaceAll("(?s)'ilmd'.*?}]},", "");
            }
            assertThat(captured(other).hash()).as(values.get(i)).isNotEqualTo(HASH);
        }
    }
}
