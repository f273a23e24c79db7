package dev.touchstone.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How records and JSON meet. Times are ISO 8601 in UTC; what is absent is left out, never null; enum constants are written in
 * lowerCamelCase. On reading, a member of a record must be there unless it is an {@code Optional}, an unknown one is refused, and so
 * are a member given twice, a number in quotes and anything behind the value.
 */
public final class Json {
    /** Thread-safe. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new RequiredComponents())
            .enumNamingStrategy(EnumNamingStrategies.LOWER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_ABSENT)
                    .withContentInclusion(JsonInclude.Include.NON_ABSENT))
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** @throws Refusal when the text is no JSON or not of this form, with a pointer to the place */
    static <T> T read(InputStream body, Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (StreamReadException e) {
            throw new Refusal(malformed(e));
        } catch (JacksonException e) {
            // A body that is cut off, or over its limit, surfaces here wrapped.
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(Problems.of(e.getCause() == null ? e : e.getCause())
                    .orElseGet(() -> mismatch(e))
                    .at(pointer(e)));
        }
    }

    private static Problem malformed(StreamReadException e) {
        var location = e.getLocation();
        return Problem.malformed(
                        "malformed-json",
                        "The body is not JSON at line %d, column %d: %s"
                                .formatted(location.getLineNr(), location.getColumnNr(), sentence(e)))
                .expected("one JSON value as RFC 8259 defines it, in UTF-8");
    }

    private static Problem mismatch(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                Problem.malformed(
                                "unknown-member",
                                "There is no member \"%s\" here.".formatted(unknown.getPropertyName()))
                        .expected("only these members: " + names(unknown.getKnownPropertyIds()));
            case MismatchedInputException mismatch
            when isMissing(mismatch) ->
                Problem.malformed("missing-member", "A member that must be there is missing or null: " + sentence(e))
                        .expected("a value of this member");
            case MismatchedInputException mismatch ->
                Problem.malformed("wrong-type", sentence(e)).expected(form(mismatch.getTargetType()));
            default -> Problem.malformed("wrong-value", sentence(e)).expected("a value as the contract describes it");
        };
    }

    private static boolean isMissing(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        return message.startsWith("Missing required")
                || message.startsWith("Null value for creator")
                || message.startsWith("No content");
    }

    /** What values of a type look like in JSON. */
    private static String form(Class<?> type) {
        if (type == null) {
            return "a value as the contract describes it";
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", Choices.namesOf(type));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Instant", "OffsetDateTime" -> "a time with its zone, such as 2026-03-01T08:30:00Z";
            case "LocalDate" -> "a date, such as 2026-03-01";
            case "UUID" -> "a UUID";
            default -> type.isRecord() ? "an object" : "a value as the contract describes it";
        };
    }

    /** The library's own words without the names of our classes. */
    private static String sentence(JacksonException e) {
        String text = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("`?(?:[a-z]+\\.)+([A-Z]\\w*)(?:\\[.*?])?`?", "$1");
        return text.endsWith(".") ? text : text + ".";
    }

    private static String names(Collection<Object> known) {
        return known == null ? "none" : known.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** The components of a record are required unless they are optional by their type. */
    private static final class RequiredComponents extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter
                    && member.getDeclaringClass().isRecord()) {
                return member.getRawType() != Optional.class;
            }
            return super.hasRequiredMarker(config, member);
        }
    }
}
