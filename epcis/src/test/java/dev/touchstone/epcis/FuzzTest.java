package dev.touchstone.epcis;

import static dev.touchstone.epcis.Documents.SHIPPING;
import static dev.touchstone.epcis.Documents.document;
import static dev.touchstone.epcis.Documents.observation;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Broken input is answered with what is wrong with it, never with anything else. */
class FuzzTest {

    private static final int INPUTS = 50_000;
    private static final Limits LIMITS = new Limits(100_000, 20, 16, 10_000);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern POINTER = Pattern.compile("(/([^~]|~[01])*)?", Pattern.DOTALL);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> SEEDS = List.of(
            document(SHIPPING),
            document(observation("""
                    'sensorElementList': [{'sensorMetadata': {'time': '2026-03-01T14:00:00Z', 'ex:m': {'ex:n': [1]}},
                      'sensorReport': [{'type': 'Temperature', 'value': 26.5, 'uom': 'CEL', 'component': 'x'}]}],
                    'quantityList': [{'epcClass': 'urn:epc:class:lgtin:4012345.012345.998877', 'quantity': 2.5, 'uom': 'KGM'}],
                    'persistentDisposition': {'set': ['recalled'], 'unset': ['active']},
                    'errorDeclaration': {'declarationTime': '2026-03-02T00:00:00Z', 'reason': 'incorrect_data',
                                         'correctiveEventIDs': ['urn:uuid:1']}""")),
            document(Documents.event("TransformationEvent", """
                    'inputEPCList': ['urn:epc:id:giai:4000001.111'], 'outputQuantityList': [{'epcClass': 'urn:x:1'}],
                    'ilmd': {'cbvmda:lotNumber': 'L1', 'ex:a': [{'ex:b': 1}, 'c']}, 'transformationID': 'urn:x:t',
                    'sourceList': [{'type': 'location', 'source': 'urn:epc:id:sgln:4012345.00225.0'}]""")),
            document(Documents.event("AssociationEvent", """
                    'action': 'DELETE', 'parentID': 'https://example.com/00/106141412345678908?a=b',
                    '@context': [{'my': 'https://my.example/'}], 'my:field': {'@type': 'x', '@value': 3}""")),
            Documents.json("""
                    {'epcisBody': {'queryResults': {'resultsBody': {'eventList': [%s]}, 'queryName': 'Q'}},
                     'epcisHeader': {'epcisMasterData': {'vocabularyList': [{'type': 'urn:x:t', 'vocabularyElementList':
                       [{'id': 'urn:x:1', 'attributes': [{'id': 'urn:x:a', 'attribute': 1}], 'children': ['urn:x:2']}]}]}},
                     'type': 'EPCISQueryDocument', '@context': ['https://c.example/', {'ex': 'https://ns.example.com/'}]}""".formatted(SHIPPING)));

    private static final String[] FRAGMENTS = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\\",
        "\\u0000",
        "\\ud800",
        "null",
        "1e999999999",
        "-",
        "urn:epc:id:",
        "%",
        "//",
        "https://id.gs1.org/",
        "@context",
        "\u0000",
        "\uD800",
        "\uFFFF",
        "999999999999999999",
        ".",
        "Z",
        "+99:99",
        " "
    };

    @Test
    void documents_with_broken_bytes() {
        Random random = new Random(1);
        int valid = 0;
        for (int i = 0; i < INPUTS; i++) {
            StringBuilder text = new StringBuilder(SEEDS.get(i % SEEDS.size()));
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(Math.max(1, text.length() - 1));
                int end = Math.min(text.length(), at + random.nextInt(6));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(at, end);
                    case 1 -> text.replace(at, at + 1, Character.toString(random.nextInt(256)));
                    case 2 -> text.insert(at, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                    default -> text.setLength(Math.max(1, at));
                }
            }
            byte[] bytes = text.toString()
                    .getBytes(random.nextInt(9) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            valid += read(bytes, text) ? 1 : 0;
        }
        assertThat(valid).as("documents that stayed valid").isBetween(INPUTS / 1000, INPUTS / 2);
    }

    @Test
    void documents_with_wrong_values() {
        Random random = new Random(2);
        List<JsonNode> seeds = SEEDS.stream().map(MAPPER::readTree).toList();
        int valid = 0;
        for (int i = 0; i < INPUTS; i++) {
            JsonNode document = seeds.get(i % seeds.size()).deepCopy();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                mutate(document, random);
            }
            String text = document.toString();
            valid += read(text.getBytes(StandardCharsets.UTF_8), text) ? 1 : 0;
        }
        assertThat(valid).as("documents that stayed valid").isBetween(INPUTS / 1000, INPUTS / 2);
    }

    @Test
    void documents_with_very_long_texts() {
        List<String> parts = List.of("1", "a", "F0", ".0", "/01", "urn:", "%41", " ", "\\u00e9", "{");
        Limits wide = new Limits(100_000_000, 20, 16, 1_000_000);
        for (String seed : SEEDS) {
            List<MatchResult> texts = Pattern.compile("\"[^\"]+\"(?=\\s*[,\\]}])")
                    .matcher(seed)
                    .results()
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                MatchResult text = texts.get(i);
                String part = parts.get(i % parts.size());
                for (String start :
                        List.of("", text.group().substring(1, text.group().length() - 1))) {
                    String lengthened = seed.substring(0, text.start() + 1)
                            + start
                            + part.repeat(200_000)
                            + seed.substring(text.end() - 1);
                    read(lengthened.getBytes(StandardCharsets.UTF_8), "a long " + text.group() + part, wide);
                }
            }
        }
    }

    /** Replaces, removes, moves or duplicates one value somewhere. */
    private static void mutate(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, value(root, random));
                case 2 -> object.set(FRAGMENTS[random.nextInt(FRAGMENTS.length)], object.get(name));
                default ->
                    object.set(
                            names.get(random.nextInt(names.size())),
                            object.get(name).deepCopy());
            }
        } else if (container instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value(root, random));
        }
    }

    private static JsonNode value(JsonNode root, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * Math.pow(10, random.nextInt(600) - 300));
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            case 6 -> NODES.stringNode("");
            case 7 -> NODES.stringNode(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            default -> {
                List<JsonNode> containers = new ArrayList<>();
                collect(root, containers);
                yield containers.get(random.nextInt(containers.size())).deepCopy();
            }
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.values().forEach(child -> collect(child, containers));
        }
    }

    private static boolean read(byte[] bytes, Object shown) {
        return read(bytes, shown, LIMITS);
    }

    private static boolean read(byte[] bytes, Object shown, Limits limits) {
        try {
            DocumentReader reader = new DocumentReader(new ByteArrayInputStream(bytes), limits);
            for (Optional<CapturedEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
                CapturedEvent captured = event.get();
                EventHash.preHash(captured.event(), EventHash.Version.CBV_2_1);
                captured.event().ilmdValues();
                if (!MAPPER.readTree(captured.json()).isObject()) {
                    throw new AssertionError("no object: " + captured.json());
                }
            }
            return true;
        } catch (InvalidDocument e) {
            boolean explained = !e.findings().isEmpty() && e.findings().size() <= 21;
            for (Finding finding : e.findings()) {
                explained &= POINTER.matcher(finding.pointer()).matches()
                        && !finding.detail().isBlank()
                        && !finding.expected().isBlank();
            }
            if (!explained) {
                throw new AssertionError(e.findings() + " on " + shown);
            }
            return false;
        } catch (LimitExceeded e) {
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("on " + shown, e);
        }
    }
}
