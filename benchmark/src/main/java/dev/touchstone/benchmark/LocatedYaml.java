package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML document as a tree that knows where each part of it stands. */
sealed interface LocatedYaml {
    Place place();

    /** @param pointer JSON pointer (RFC 6901) */
    record Place(int line, String pointer) {
        String words() {
            return "Line " + line + (pointer.isEmpty() ? "" : " (" + pointer + ")");
        }
    }

    /** @param text empty where the value is null */
    record Scalar(Place place, String text) implements LocatedYaml {}

    record Sequence(Place place, List<LocatedYaml> items) implements LocatedYaml {}

    record Mapping(Place place, Map<String, LocatedYaml> members) implements LocatedYaml {}

    static LocatedYaml parse(String text, String source) {
        try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new BadData("empty", source + " is empty.", "Give a pack of measures as YAML.");
            }
            return value(parser, "", source);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            throw new BadData(
                    "bad-measure",
                    "Line " + line + " of " + source + " is not YAML: " + firstLine(broken.getOriginalMessage()) + ".",
                    "Look at the indentation and at the quotation marks.");
        }
    }

    private static String firstLine(String message) {
        return message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("it cannot be read");
    }

    private static LocatedYaml value(JsonParser parser, String pointer, String source) {
        Place place = new Place(parser.currentTokenLocation().getLineNr(), pointer);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, place, source);
            case START_ARRAY -> {
                List<LocatedYaml> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser, pointer + "/" + items.size(), source));
                }
                yield new Sequence(place, items);
            }
            case VALUE_NULL -> new Scalar(place, "");
            default -> new Scalar(place, parser.getString().strip());
        };
    }

    private static Mapping mapping(JsonParser parser, Place place, String source) {
        Map<String, LocatedYaml> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            String pointer = place.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
            if (members.put(key, value(parser, pointer, source)) != null) {
                throw new BadData(
                        "duplicate-name",
                        "Line " + line + " of " + source + " (" + pointer + ") gives \"" + key + "\" again.",
                        "Give each key once.");
            }
        }
        return new Mapping(place, members);
    }
}
