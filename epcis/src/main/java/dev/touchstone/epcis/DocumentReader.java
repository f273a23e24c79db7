package dev.touchstone.epcis;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an EPCISDocument or EPCISQueryDocument in JSON-LD, one event at a time: only one event's tree is in memory,
 * unless the document's body stands before its {@code @context}, {@code type}, {@code schemaVersion} or
 * {@code creationDate}; then its bytes are kept and read twice.
 *
 * <p>Every method may throw {@link InvalidDocument}, after which nothing read so far may be used: the rest of the
 * document has then been looked through for further faults. It may also throw {@link LimitExceeded}, at once, and
 * {@link java.io.UncheckedIOException} when the input fails. Not thread-safe.
 */
public final class DocumentReader {

    private final Limits limits;
    private final Json json;
    private final BoundedInput input;
    private final Findings findings = new Findings();
    private final HeaderReader header = new HeaderReader(findings);
    private JsonParser parser;
    private JsonTree tree;
    private Where list = Where.ROOT;
    private Phase phase = Phase.UNREAD;
    private boolean replayed;
    private int openObjects;
    private int events;

    private enum Phase {
        UNREAD,
        EVENTS,
        DONE
    }

    /** Reads nothing yet. Does not close {@code in}. */
    public DocumentReader(InputStream in, Limits limits) {
        this.limits = limits;
        this.json = new Json(limits);
        this.input = new BoundedInput(in, limits.maxBytes());
    }

    /**
     * One event alone, with its own {@code @context}.
     *
     * @throws InvalidDocument when it is not valid
     * @throws LimitExceeded when it is larger than the limits
     */
    public static CapturedEvent event(InputStream in, Limits limits) {
        return new DocumentReader(in, limits).loneEvent();
    }

    /**
     * What the document says about itself. Fields that stand after its body (only {@code epcisHeader} and the optional
     * ones can) are in it once {@link #next} has come back empty.
     */
    public Header header() {
        if (phase == Phase.UNREAD) {
            guarded(() -> {
                start();
                return null;
            });
        }
        return header.header();
    }

    /** The next event; empty after the last. */
    public Optional<CapturedEvent> next() {
        header();
        return phase == Phase.DONE ? Optional.empty() : guarded(this::nextEvent);
    }

    private <T> T guarded(Supplier<T> step) {
        return json.guarded(step, () -> parser, findings);
    }

    private void open(InputStream in) {
        parser = json.parser(in);
        tree = new JsonTree(parser, limits.maxDepth(), findings);
    }

    private void start() {
        open(input);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            findings.add("wrong-type", Where.ROOT, "The document is not a JSON object.", "an EPCISDocument");
            throw findings.invalid();
        }
        readFields();
        if (!findings.isEmpty()) {
            finishInvalid();
        }
    }

    /** Fields of the document up to its event list; or to its end when that has been passed. */
    private void readFields() {
        boolean bodyMet = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (!name.equals("epcisBody")) {
                if (replayed) {
                    parser.skipChildren();
                } else {
                    header.read(name, tree.read(Where.ROOT.at(name)));
                }
            } else if (bodyMet || phase == Phase.EVENTS) {
                if (!replayed) {
                    duplicate(Where.ROOT.at(name));
                }
                parser.skipChildren();
            } else if (replayed || header.isEnoughForEvents()) {
                input.forget();
                if (enterBody(Where.ROOT.at(name))) {
                    return;
                }
                bodyMet = true;
            } else {
                bodyMet = true;
                parser.skipChildren();
            }
        }
        endOfDocument(bodyMet);
    }

    private void endOfDocument(boolean bodyMet) {
        if (parser.nextToken() != null) {
            findings.add("json-syntax", Where.ROOT, "Something follows after the document.", "one JSON object");
        }
        header.checkRequired();
        boolean listMet = list != Where.ROOT;
        if (bodyMet && !listMet && !replayed) {
            replayed = true;
            open(input.again());
            parser.nextToken();
            readFields();
            return;
        }
        if (!bodyMet && !listMet) {
            findings.add("missing-field", Where.ROOT.at("epcisBody"), "The field epcisBody is missing.", "the events");
        }
        phase = Phase.DONE;
    }

    private void duplicate(Where field) {
        findings.add("duplicate-key", field, "The field %s is given twice.".formatted(field.name()), "each field once");
    }

    /** Goes into the body as far as the first event. Whether there is an event list. */
    private boolean enterBody(Where body) {
        openObjects = 0;
        list = body;
        for (String step : header.pathToEvents()) {
            if (!enter(list, step)) {
                return false;
            }
            list = list.at(step);
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            findings.add("wrong-type", list, "The event list is not an array.", "an array of events");
            parser.skipChildren();
            leaveBody();
            return false;
        }
        phase = Phase.EVENTS;
        return true;
    }

    /** From the start of an object to the value of one of its fields, past the others. */
    private boolean enter(Where object, String step) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            findings.add("wrong-type", object, "The value of %s is no object.".formatted(object.name()), "an object");
            parser.skipChildren();
            leaveBody();
            return false;
        }
        openObjects++;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals(step)) {
                return true;
            }
            parser.skipChildren();
        }
        openObjects--;
        findings.add("missing-field", object.at(step), "The field %s is missing.".formatted(step), "the events");
        leaveBody();
        return false;
    }

    private void leaveBody() {
        Where field = list;
        for (; openObjects > 0; openObjects--) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                parser.skipChildren();
                if (name.equals(field.name())) {
                    duplicate(field);
                }
            }
            field = field.parent();
        }
    }

    private Optional<CapturedEvent> nextEvent() {
        Optional<CapturedEvent> event = readEvent();
        if (!findings.isEmpty()) {
            finishInvalid();
        }
        return event;
    }

    /** Looks through what is left of the document for more faults, as long as they are of use. */
    private void finishInvalid() {
        while (phase == Phase.EVENTS && !findings.isFull()) {
            readEvent();
        }
        throw findings.invalid();
    }

    private Optional<CapturedEvent> readEvent() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            leaveBody();
            readFields();
            return Optional.empty();
        }
        if (events >= limits.maxEvents()) {
            throw new LimitExceeded(LimitExceeded.Kind.EVENTS, limits.maxEvents());
        }
        return capture(list.at(events++), header.context());
    }

    private Optional<CapturedEvent> capture(Where where, Context documentContext) {
        JsonNode node = tree.readEvent(where);
        String text = tree.text();
        JsonNode own = node.path("@context");
        Context context =
                own.isMissingNode() ? documentContext : documentContext.with(own, where.at("@context"), findings);
        return EventReader.read(node, where, context, findings)
                .map(event -> new CapturedEvent(
                        event, text, context.neededBy((ObjectNode) node), where.toString(), EventHash.of(event)));
    }

    private CapturedEvent loneEvent() {
        return guarded(() -> {
            open(input);
            input.forget();
            if (parser.nextToken() == null) {
                findings.add("wrong-type", Where.ROOT, "There is no event.", "a JSON object");
                throw findings.invalid();
            }
            Optional<CapturedEvent> event = capture(Where.ROOT, Context.STANDARD);
            if (parser.nextToken() != null) {
                findings.add("json-syntax", Where.ROOT, "Something follows after the event.", "one JSON object");
            }
            if (!findings.isEmpty()) {
                throw findings.invalid();
            }
            return event.orElseThrow();
        });
    }
}
