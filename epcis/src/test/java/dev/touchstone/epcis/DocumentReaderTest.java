package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.SHIPPING;
import static dev.touchstone.epcis.Documents.document;
import static dev.touchstone.epcis.Documents.findings;
import static dev.touchstone.epcis.Documents.json;
import static dev.touchstone.epcis.Documents.observation;
import static dev.touchstone.epcis.Documents.read;
import static dev.touchstone.epcis.Documents.readAll;
import static dev.touchstone.epcis.Documents.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final String AROUND = """
            '@context': [{'ex': 'https://ns.example.com/'}], 'type': 'EPCISDocument', 'schemaVersion': '2.0',
            'creationDate': '2026-03-02T00:00:00Z'""";
    private static final String BODY = "'epcisBody': {'eventList': [%s]}".formatted(SHIPPING);

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
    void only_as_much_is_read_as_the_events_asked_for_need() {
        StringBuilder begun = new StringBuilder(document(SHIPPING, SHIPPING));
        begun.setLength(begun.lastIndexOf("ObjectEvent"));
        DocumentReader reader = reader(begun.toString());

        assertThat(reader.header().schemaVersion()).contains("2.0");
        assertThat(reader.next()).isPresent();
        assertThatThrownBy(reader::next).isInstanceOf(InvalidDocument.class);
    }

    @Test
    void the_header_says_what_the_document_says_about_itself() {
        Header header = reader(json("""
                {'id': 'urn:x:doc', 'sender': 'urn:epc:id:sgln:0353579.00001.0', 'receiver': 'us',
                 'instanceIdentifier': '17', 'ex:batch': {'ex:no': 4}, %s, %s}""".formatted(AROUND, BODY))).header();

        assertThat(header.query()).isFalse();
        assertThat(header.id()).contains("urn:x:doc");
        assertThat(header.sender()).contains("urn:epc:id:sgln:0353579.00001.0");
        assertThat(header.receiver()).contains("us");
        assertThat(header.instanceIdentifier()).contains("17");
        assertThat(header.creationDate()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(header.context().namespace("ex")).contains("https://ns.example.com/");
    }

    @Test
    void a_query_document_is_read_as_well() {
        DocumentReader reader = reader(json("""
                {'@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
                 'type': 'EPCISQueryDocument',
                 'epcisBody': {'queryResults': {'queryName': 'SimpleEventQuery', 'resultsBody': {'eventList': [%s]},
                               'subscriptionID': 'S1'}}}""".formatted(SHIPPING)));

        assertThat(readAll(reader))
                .extracting(CapturedEvent::pointer)
                .containsExactly("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(reader.header().query()).isTrue();
    }

    @Nested
    class OrderOfFields {

        @Test
        void a_body_before_what_it_needs_is_read_with_the_right_prefixes() {
            String body = BODY.replace("'action'", "'ex:lot': 7, 'action'");

            CapturedEvent last = read(json("{" + AROUND + "," + body + "}")).getFirst();
            CapturedEvent first = read(json("{" + body + "," + AROUND + "}")).getFirst();

            assertThat(first).usingRecursiveComparison().isEqualTo(last);
            assertThat(first.context()).isEqualTo("[{\"ex\":\"https://ns.example.com/\"}]");
            assertThat(first.event().extensionValues())
                    .containsExactly(new Attribute("https://ns.example.com/lot", "7", false));
        }

        @Test
        void a_header_after_the_body_is_known_at_the_end() {
            DocumentReader reader = reader(json("{" + AROUND + "," + BODY + """
                    , 'epcisHeader': {'epcisMasterData': {'vocabularyList': [{'type': 'urn:epcglobal:epcis:vtype:Location',
                      'vocabularyElementList': [{'id': 'urn:x:1'}]}]}}}"""));

            assertThat(readAll(reader)).hasSize(1);
            assertThat(reader.header().masterData())
                    .extracting(element -> element.id().text())
                    .containsExactly("urn:x:1");
        }

        @Test
        void faults_after_the_body_are_found_too() {
            assertThat(findings(json("{" + AROUND + "," + BODY + ", 'sender': 7, 'colour': 'red', " + BODY + "}")))
                    .extracting(Finding::code, Finding::pointer)
                    .containsExactlyInAnyOrder(
                            tuple("wrong-type", "/sender"),
                            tuple("duplicate-key", "/epcisBody"),
                            tuple("unknown-field", "/colour"));
        }
    }

    @Nested
    class DocumentsThatAreNone {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "'schemaVersion': '2.0' | 'schemaVersion': '1.2' | schema-version | /schemaVersion",
                    "'schemaVersion': '2.0' | 'schemaVersion': 2.0 | wrong-type | /schemaVersion",
                    "'schemaVersion': | 'ex:version': | missing-field | /schemaVersion",
                    "2026-03-02T00:00:00Z | 2026-03-02T00:00:00 | time-zone | /creationDate",
                    "'creationDate': | 'ex:date': | missing-field | /creationDate",
                    "'EPCISDocument' | 'EpcisDocument' | document-type | /type",
                    "'type': 'EPCISDocument' | 'ex:t': 1 | missing-field | /type",
                    "'@context': | 'ex:context': | missing-field | /@context",
                    "[{'ex': 'https://ns.example.com/'}] | [7] | context | /@context/0",
                    "'type': 'EPCISDocument' | 'type': 'EPCISDocument', 'type': 'EPCISDocument' | duplicate-key | /type",
                    "'type': 'EPCISDocument' | 'type': 'EPCISDocument', 'colour': 1 | unknown-field | /colour",
                    "'type': 'EPCISDocument' | 'type': 'EPCISDocument', 'your:colour': 1 | prefix | /your:colour",
                    "'type': 'EPCISDocument' | 'type': 'EPCISDocument', 'epcisHeader': [] | wrong-type | /epcisHeader"
                })
        void are_refused_for_what_stands_around_the_body(String from, String to, String code, String pointer) {
            assertThat(AROUND).contains(from);

            for (String text : List.of(
                    "{" + AROUND.replace(from, to) + ", " + BODY + "}",
                    "{" + BODY + "," + AROUND.replace(from, to) + "}")) {
                assertThat(findings(json(text)))
                        .as(text)
                        .extracting(Finding::code, Finding::pointer)
                        .contains(tuple(code, pointer));
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "'epcisBody': 7 | wrong-type | /epcisBody",
                    "'epcisBody': {} | missing-field | /epcisBody/eventList",
                    "'epcisBody': {'eventList': {}} | wrong-type | /epcisBody/eventList",
                    "'epcisBody': {'eventList': [[]]} | wrong-type | /epcisBody/eventList/0",
                    "'epcisBody': {'eventList': [], 'eventList': []} | duplicate-key | /epcisBody/eventList",
                    "'ex:body': 1 | missing-field | /epcisBody"
                })
        void are_refused_for_their_body(String body, String code, String pointer) {
            for (String text : List.of("{" + AROUND + ", " + body + "}", "{" + body + "," + AROUND + "}")) {
                assertThat(findings(json(text)))
                        .as(text)
                        .extracting(Finding::code, Finding::pointer)
                        .containsExactly(tuple(code, pointer));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "7", "'EPCISDocument'", "null"})
        void are_refused_when_they_are_no_object(String text) {
            assertThat(findings(json(text))).extracting(Finding::code).containsExactly("wrong-type");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{'a'}",
                    "{'a':1,}",
                    "{'@context':[}",
                    "{'a': 01}",
                    "{'a': NaN}",
                    "{'a': 'x\\y'}",
                    "<xml/>"
                })
        void are_refused_when_they_are_no_json(String text) {
            assertThat(findings(json(text))).extracting(Finding::code).containsAnyOf("json-syntax", "wrong-type");
        }

        @Test
        void say_where_their_syntax_breaks_after_what_was_found_before() {
            String text =
                    document(observation("'bizStep': 'shiping'"), SHIPPING).replace("\"in_transit\"", "in_transit");

            assertThat(findings(text))
                    .extracting(Finding::code, Finding::pointer)
                    .containsExactly(
                            tuple("vocabulary", "/epcisBody/eventList/0/bizStep"),
                            tuple("json-syntax", "/epcisBody/eventList/1/disposition"));
            assertThat(findings(text).getLast().detail()).contains("line 6");
        }

        @Test
        void are_refused_when_something_follows() {
            assertThat(findings(document(SHIPPING) + "{}"))
                    .extracting(Finding::detail)
                    .containsExactly("Something follows after the document.");
        }

        @Test
        void are_refused_when_their_bytes_are_no_text() {
            byte[] bytes = document(SHIPPING).getBytes(StandardCharsets.UTF_8);
            bytes[bytes.length / 2] = (byte) 0xFF;
            DocumentReader reader = new DocumentReader(new ByteArrayInputStream(bytes), Limits.STANDARD);

            assertThatThrownBy(() -> readAll(reader)).isInstanceOf(InvalidDocument.class);
        }
    }

    @Nested
    class LimitsOfDocuments {

        private static LimitExceeded exceeded(String document, Limits limits) {
            return catchThrowableOfType(LimitExceeded.class, () -> readAll(reader(document, limits)));
        }

        @Test
        void bytes() {
            String document = document(SHIPPING);
            int length = document.getBytes(StandardCharsets.UTF_8).length;

            assertThat(readAll(reader(document, new Limits(length, 10, 10, 1000))))
                    .hasSize(1);
            assertThat(exceeded(document, new Limits(length - 1, 10, 10, 1000)).kind())
                    .isEqualTo(LimitExceeded.Kind.BYTES);
        }

        @Test
        void a_document_without_end_is_refused_when_the_limit_is_met() {
            InputStream endless = new InputStream() {
                private final byte[] start = "{\"@context\": [ ".getBytes(StandardCharsets.UTF_8);
                private long at;

                @Override
                public int read() {
                    return at < start.length ? start[(int) at++] : ' ';
                }
            };
            DocumentReader reader = new DocumentReader(endless, new Limits(1 << 20, 10, 10, 1000));

            assertThatThrownBy(reader::next).isInstanceOf(LimitExceeded.class);
        }

        @Test
        void events() {
            String two = document(SHIPPING, SHIPPING);

            assertThat(readAll(reader(two, new Limits(10_000, 2, 10, 1000)))).hasSize(2);
            LimitExceeded refused = exceeded(two, new Limits(10_000, 1, 10, 1000));
            assertThat(refused.kind()).isEqualTo(LimitExceeded.Kind.EVENTS);
            assertThat(refused.maximum()).isEqualTo(1);
        }

        @Test
        void depth() {
            String deep = observation("'ex:a': " + "[".repeat(7) + "]".repeat(7));

            assertThat(readAll(reader(document(deep), new Limits(10_000, 2, 8, 1000))))
                    .hasSize(1);
            assertThat(exceeded(document(deep), new Limits(10_000, 2, 7, 1000)).kind())
                    .isEqualTo(LimitExceeded.Kind.DEPTH);
            assertThat(exceeded("{\"a\":" + "[".repeat(100_000), Limits.STANDARD)
                            .kind())
                    .isEqualTo(LimitExceeded.Kind.DEPTH);
        }

        @Test
        void length_of_texts() {
            String long_ = document(observation("'ex:a': '" + "x".repeat(101) + "'"));

            assertThat(readAll(reader(long_, new Limits(10_000, 2, 8, 101)))).hasSize(1);
            assertThat(exceeded(long_, new Limits(10_000, 2, 8, 100)).kind()).isEqualTo(LimitExceeded.Kind.TEXT_LENGTH);
        }
    }

    @Nested
    class TextAsCaptured {

        private static String text(String event) {
            return read(document(event)).getFirst().json();
        }

        @Test
        void keeps_the_digits_of_numbers() {
            assertThat(text(observation("'ex:n': [1.0, 1e3, -0, 123456789012345678901234567890, 0.10]")))
                    .endsWith("\"ex:n\":[1.0,1e3,-0,123456789012345678901234567890,0.10]}");
        }

        @Test
        void keeps_every_character() {
            assertThat(text(observation("'ex:t': 'a\\\\b\\/\\n\\u001f\\u00e9\\ud83d\\ude00 \\u2028'")))
                    .endsWith("\"ex:t\":\"a\\\\b/\\n\\u001f\u00e9\ud83d\ude00 \u2028\"}");
        }

        @Test
        void leaves_out_the_record_time_and_the_context_and_an_empty_id_wherever_they_stand() {
            String fields =
                    "'@context': {'my': 'https://my.example/'}, 'my:a': 1, 'recordTime': '2026-03-01T14:06:00Z', 'eventID': ''";

            assertThat(text(observation(fields)))
                    .doesNotContain("recordTime", "@context", "eventID")
                    .contains("my:a");
            assertThat(text("{" + fields + ","
                            + observation("'ex:b': {'recordTime': 1}").substring(1)))
                    .startsWith("{\"my:a\":1,\"type\"")
                    .endsWith("\"ex:b\":{\"recordTime\":1}}");
        }

        @Test
        void needs_the_prefixes_that_occur_in_it_and_no_others() {
            String document = document(SHIPPING, observation("'ex:a': 1"), observation("'ex:a': 'other:b'"))
                    .replace(
                            "{\"ex\":",
                            "\"https://context.example/\", {\"other\": \"urn:o:\", \"third\": \"urn:t:\", \"ex:a\": {\"@type\": \"@id\"}, \"ex\":");

            assertThat(read(document))
                    .extracting(CapturedEvent::context)
                    .containsExactly(
                            "[\"https://context.example/\"]",
                            "[\"https://context.example/\",{\"ex:a\":{\"@type\":\"@id\"},\"ex\":\"https://ns.example.com/\"}]",
                            "[\"https://context.example/\",{\"other\":\"urn:o:\",\"ex:a\":{\"@type\":\"@id\"},\"ex\":\"https://ns.example.com/\"}]");
        }
    }

    @Nested
    class LoneEvent {

        private static CapturedEvent lone(String event) {
            return DocumentReader.event(
                    new ByteArrayInputStream(json(event).getBytes(StandardCharsets.UTF_8)), Limits.STANDARD);
        }

        @Test
        void is_the_same_as_in_a_document() {
            String event = observation("'ex:a': 1");

            assertThat(lone("{'@context': {'ex': 'https://ns.example.com/'}," + event.substring(1)))
                    .usingRecursiveComparison()
                    .ignoringFields("pointer")
                    .isEqualTo(Documents.captured(event));
        }

        @Test
        void has_its_faults_at_its_own_root() {
            assertThatThrownBy(() -> lone(observation("'bizStep': 'shiping'")))
                    .isInstanceOfSatisfying(
                            InvalidDocument.class,
                            e -> assertThat(e.findings())
                                    .extracting(Finding::pointer)
                                    .containsExactly("/bizStep"));
            for (String text : List.of("", "[]", "7", "{}", SHIPPING + "1")) {
                assertThatThrownBy(() -> lone(text)).as(text).isInstanceOf(InvalidDocument.class);
            }
        }
    }

    @Test
    void master_data_is_read_from_the_header() {
        DocumentReader reader = reader(json("{" + AROUND + """
                , 'epcisHeader': {'epcisMasterData': {'vocabularyList': [
                    {'type': 'urn:epcglobal:epcis:vtype:Location', 'vocabularyElementList': [
                       {'id': 'urn:epc:id:sgln:0037000.00729.0',
                        'attributes': [{'id': 'cbvmda:city', 'attribute': 'Utrecht'},
                                       {'id': 'ex:area', 'attribute': {'ex:m2': 120.50}}],
                        'children': ['urn:epc:id:sgln:0037000.00729.8201']}]}]}},""" + BODY + "}"));

        assertThat(reader.header().masterData()).singleElement().satisfies(element -> {
            assertThat(element.type()).isEqualTo("urn:epcglobal:epcis:vtype:Location");
            assertThat(element.id().canonical()).isEqualTo("https://id.gs1.org/414/0037000007296");
            assertThat(element.attributes())
                    .isEqualTo(
                            json(
                                    "[{'id':'cbvmda:city','attribute':'Utrecht'},{'id':'ex:area','attribute':{'ex:m2':120.50}}]"));
            assertThat(element.children())
                    .extracting(Identifier::canonical)
                    .containsExactly("https://id.gs1.org/414/0037000007296/254/8201");
            assertThat(element.pointer())
                    .isEqualTo("/epcisHeader/epcisMasterData/vocabularyList/0/vocabularyElementList/0");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'vocabularyElementList': []} | missing-field | /0/type",
                "{'type': 'Location'} | uri | /0/type",
                "{'type': 'urn:x:t', 'vocabularyElementList': [{}]} | missing-field | /0/vocabularyElementList/0/id",
                "{'type': 'urn:x:t', 'vocabularyElementList': [{'id': 'urn:x:1', 'name': 'A'}]} | unknown-field | /0/vocabularyElementList/0/name",
                "{'type': 'urn:x:t', 'vocabularyElementList': [{'id': 'urn:x:1', 'children': ['b']}]} | uri | /0/vocabularyElementList/0/children/0",
                "{'type': 'urn:x:t', 'vocabularyElementList': [{'id': 'urn:x:1', 'attributes': [{'attribute': 1}]}]} | missing-field | /0/vocabularyElementList/0/attributes/0/id",
                "{'type': 'urn:x:t', 'vocabularyElementList': [{'id': 'urn:x:1', 'attributes': {}}]} | wrong-type | /0/vocabularyElementList/0/attributes"
            })
    void master_data_has_its_rules(String vocabulary, String code, String pointer) {
        String header = "'epcisHeader': {'epcisMasterData': {'vocabularyList': [" + vocabulary + "]}}";

        assertThat(findings(json("{" + AROUND + "," + header + "," + BODY + "}")))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple(code, "/epcisHeader/epcisMasterData/vocabularyList" + pointer));
    }

    @Test
    void a_failing_input_is_no_fault_of_the_document() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };

        assertThatThrownBy(() -> new DocumentReader(broken, Limits.STANDARD).next())
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void after_the_last_event_there_is_none() {
        DocumentReader reader = reader(document());

        assertThat(reader.next()).isEqualTo(Optional.empty());
        assertThat(reader.next()).isEqualTo(Optional.empty());
    }
}
