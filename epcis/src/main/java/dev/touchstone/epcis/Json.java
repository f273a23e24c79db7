package dev.touchstone.epcis;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** The JSON parser within the limits, and what its faults mean to us. */
final class Json {

    /** Levels of the document around an event or header field: body, results, list. */
    private static final int DEPTH_AROUND = 8;

    private static final int MAX_NUMBER_LENGTH = 1000;

    /** Kept, since a factory remembers the field names it has met. A program has a few limits at most. */
    private static final Map<Limits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

    private final JsonFactory factory;
    private final Limits limits;

    Json(Limits limits) {
        this.limits = limits;
        this.factory = FACTORIES.computeIfAbsent(limits, Json::factory);
    }

    private static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + DEPTH_AROUND)
                        .maxStringLength(limits.maxTextLength())
                        .maxNameLength(limits.maxTextLength())
                        .maxNumberLength(Math.min(MAX_NUMBER_LENGTH, limits.maxTextLength()))
                        .build())
                .build();
    }

    JsonParser parser(InputStream in) {
        return factory.createParser(ObjectReadContext.empty(), in);
    }

    /**
     * Runs a step of reading.
     *
     * @throws LimitExceeded when the parser met a limit
     * @throws InvalidDocument with what was found so far and, at the end, the fault of syntax
     * @throws UncheckedIOException when the input failed
     */
    <T> T guarded(Supplier<T> step, Supplier<JsonParser> parser, Findings findings) {
        try {
            return step.get();
        } catch (StreamConstraintsException e) {
            boolean depth = e.getOriginalMessage().contains("nesting depth");
            throw depth
                    ? new LimitExceeded(LimitExceeded.Kind.DEPTH, limits.maxDepth())
                    : new LimitExceeded(LimitExceeded.Kind.TEXT_LENGTH, limits.maxTextLength());
        } catch (JacksonIOException e) {
            IOException cause = e.getCause();
            if (!(cause instanceof CharConversionException)) {
                throw new UncheckedIOException(cause);
            }
            throw syntax(e, parser.get(), findings);
        } catch (JacksonException e) {
            throw syntax(e, parser.get(), findings);
        }
    }

    private static InvalidDocument syntax(JacksonException fault, JsonParser parser, Findings findings) {
        String pointer =
                parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
        TokenStreamLocation location = fault.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        findings.addLast(new Finding(
                "json-syntax",
                pointer,
                "This is not JSON%s: %s".formatted(place, firstSentence(fault.getOriginalMessage())),
                "well-formed JSON in UTF-8"));
        return findings.invalid();
    }

    private static String firstSentence(String message) {
        String line = message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("it cannot be read");
        return line.length() > 160 ? line.substring(0, 157) + "..." : line;
    }
}
