package dev.touchstone.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Pieces of answers as people read them. */
final class Text {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Text() {}

    /** A member as text; empty where it is absent. */
    static String of(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }

    /** A time in UTC to the second; empty where it is absent. */
    static String time(JsonNode node, String member) {
        String text = of(node, member);
        return text.isEmpty()
                ? ""
                : OffsetDateTime.parse(text)
                        .withOffsetSameInstant(java.time.ZoneOffset.UTC)
                        .format(TIME);
    }

    /** Name of a place, with its city where the name does not hold it; empty where it is absent. */
    static String place(JsonNode location) {
        String name = of(location, "name");
        String country = of(location, "country");
        return country.isEmpty() ? name : "%s (%s)".formatted(name, country);
    }

    static String number(JsonNode node, String member, int decimals) {
        JsonNode value = node.path(member);
        return value.isNumber() ? String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble()) : "";
    }

    static String percent(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * value.asDouble()) : "";
    }
}
