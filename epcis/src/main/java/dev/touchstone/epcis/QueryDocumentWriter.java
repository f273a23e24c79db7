package dev.touchstone.epcis;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an EPCISQueryDocument event by event from the texts that {@link CapturedEvent} holds, adding {@code recordTime}
 * and, where none was given, {@code eventID}. Declarations that the events' contexts agree on stand once, in the
 * document; an event whose context says otherwise carries its own. Not thread-safe.
 */
public final class QueryDocumentWriter implements AutoCloseable {

    /** The address of the EPCIS context. */
    public static final String EPCIS_CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(1024);
    private final Map<String, JsonNode> declared = new LinkedHashMap<>();
    private final Map<String, Boolean> covered = new HashMap<>();
    private boolean first = true;

    /**
     * Begins the document.
     *
     * @param queryName the query it answers, such as {@code SimpleEventQuery}
     * @param subscriptionId of the standing query it is delivered for
     * @param contexts the distinct contexts of the events that will follow; an event with another context carries its own
     */
    public QueryDocumentWriter(
            OutputStream out,
            Instant creationDate,
            String queryName,
            Optional<String> subscriptionId,
            Collection<String> contexts) {
        this.out = out;
        contexts.forEach(this::merge);
        text.append("{\"@context\":").append(documentContext());
        text.append(",\"type\":\"EPCISQueryDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"");
        Times.appendMillis(text, creationDate);
        text.append("\",\"epcisBody\":{\"queryResults\":{");
        subscriptionId.ifPresent(
                id -> text.append("\"subscriptionID\":").append(quoted(id)).append(','));
        text.append("\"queryName\":").append(quoted(queryName)).append(",\"resultsBody\":{\"eventList\":[");
    }

    /**
     * Writes one event.
     *
     * @param json and {@code context}: as {@link CapturedEvent} holds them
     * @param addedEventId the id to add to an event that was captured without one
     */
    public void event(String json, String context, Instant recordTime, Optional<String> addedEventId) {
        if (!first) {
            text.append(',');
        }
        first = false;
        text.append('{');
        if (!covered.computeIfAbsent(context, this::isCovered)) {
            text.append("\"@context\":").append(eventContext(context)).append(',');
        }
        addedEventId.ifPresent(
                id -> text.append("\"eventID\":").append(quoted(id)).append(','));
        text.append(json, 1, json.length() - 1).append(",\"recordTime\":\"");
        Times.appendMillis(text, recordTime);
        text.append("\"}");
        if (text.length() > 64 * 1024) {
            flush();
        }
    }

    /** Ends the document. Does not close the stream. */
    @Override
    public void close() {
        text.append("]}}}}");
        flush();
    }

    private void flush() {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            text.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in what does not contradict the declarations taken in before. */
    private void merge(String context) {
        for (JsonNode entry : entries(context)) {
            if (entry instanceof ObjectNode object) {
                object.properties().stream()
                        .filter(name -> !name.getKey().startsWith("@"))
                        .forEach(name -> declared.putIfAbsent(name.getKey(), name.getValue()));
            }
        }
    }

    /** Never of a context that names another one or sets keywords: those would speak for all events. */
    private boolean isCovered(String context) {
        for (JsonNode entry : entries(context)) {
            if (!entry.isObject()) {
                return false;
            }
            for (var name : entry.properties()) {
                if (!name.getValue().equals(declared.get(name.getKey()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private String documentContext() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add(EPCIS_CONTEXT);
        if (!declared.isEmpty()) {
            ObjectNode names = array.addObject();
            declared.forEach(names::set);
        }
        return array.toString();
    }

    private static String eventContext(String context) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add(EPCIS_CONTEXT);
        return array.addAll(entries(context)).toString();
    }

    private static ArrayNode entries(String context) {
        return (ArrayNode) MAPPER.readTree(context);
    }

    private static String quoted(String value) {
        return JsonNodeFactory.instance.stringNode(value).toString();
    }
}
