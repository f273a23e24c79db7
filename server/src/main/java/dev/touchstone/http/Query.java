package dev.touchstone.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query parameters of a request, read by type. Unknown and repeated parameters are refused before the handler runs; an empty value
 * counts as absent. Each method refuses what it cannot read with a sentence that names the parameter and what would be right.
 */
public final class Query {
    public static final String PER_PAGE = "perPage";
    public static final String NEXT_PAGE_TOKEN = "nextPageToken";
    private static final int DEFAULT_PER_PAGE = 30;
    private static final int MOST_PER_PAGE = 1000;

    private final Map<String, String> values;
    private final List<String> declared;

    private Query(Map<String, String> values, List<String> declared) {
        this.values = values;
        this.declared = declared;
    }

    /** @param declared the names that the route knows, see {@link Route#parameters()} */
    static Query parse(String raw, List<String> declared) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (declared.stream().noneMatch(known -> matches(known, name))) {
                throw new Refusal(
                        Problem.malformed("unknown-parameter", "There is no parameter \"%s\" here.".formatted(name))
                                .parameter(name)
                                .expected(
                                        declared.isEmpty()
                                                ? "no parameters"
                                                : "only these parameters: " + String.join(", ", declared)));
            }
            if (values.putIfAbsent(name, value) != null) {
                throw new Refusal(Problem.malformed(
                                "repeated-parameter", "The parameter \"%s\" is given more than once.".formatted(name))
                        .parameter(name)
                        .expected("each parameter once"));
            }
        }
        return new Query(values, declared);
    }

    private static String decoded(String percentEncoded) {
        try {
            return URLDecoder.decode(percentEncoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.malformed(
                            "malformed-query", "The query holds a % that is not followed by two hexadecimal digits.")
                    .expected("a percent sign written as %25"));
        }
    }

    private static boolean matches(String known, String name) {
        int brace = known.indexOf('{');
        return brace < 0 ? known.equals(name) : name.length() > brace && name.startsWith(known.substring(0, brace));
    }

    /** The names that the request gives a value to, in its order. */
    public Set<String> names() {
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Optional<String> text(String name) {
        if (declared.stream().noneMatch(known -> matches(known, name))) {
            throw new IllegalArgumentException("the route does not declare the parameter " + name);
        }
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    public String requiredText(String name) {
        return required(name, text(name));
    }

    /** @param <T> what a parser of ours makes of the text; what it refuses becomes a problem of this parameter */
    public <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name).map(value -> Problems.inParameter(name, () -> parser.apply(value)));
    }

    public <T> T requiredParsed(String name, Function<String, T> parser) {
        return required(name, parsed(name, parser));
    }

    /** A time with its zone. A {@code +} that the client forgot to encode, and that therefore arrives as a space, is understood. */
    public Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            } catch (DateTimeParseException e) {
                throw malformed(name, value, "a time with its zone, such as 2026-03-01T08:30:00Z");
            }
        });
    }

    public Optional<Integer> integer(String name, int least, int most) {
        return text(name).map(value -> {
            if (value.matches("-?\\d{1,9}")) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw malformed(name, value, "a whole number from %d to %d".formatted(least, most));
        });
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(name, value, "true or false");
        });
    }

    /** One of the constants, by its name in lowerCamelCase. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name)
                .map(value -> Choices.find(type, value)
                        .orElseThrow(
                                () -> malformed(name, value, "one of " + String.join(", ", Choices.namesOf(type)))));
    }

    /** One of the texts. */
    public Optional<String> choice(String name, List<String> texts) {
        return text(name).map(value -> {
            if (!texts.contains(value)) {
                throw malformed(name, value, "one of " + String.join(", ", texts));
            }
            return value;
        });
    }

    /** How many rows a page has, 30 unless the client says otherwise. */
    public int perPage() {
        return integer(PER_PAGE, 1, MOST_PER_PAGE).orElse(DEFAULT_PER_PAGE);
    }

    /** @param keys how many keys a token of this query has */
    public Optional<PageToken> pageToken(int keys) {
        return text(NEXT_PAGE_TOKEN).map(text -> PageToken.parse(text, keys));
    }

    /** A refusal of a parameter's value, for rules that no method here knows. */
    public Refusal malformed(String name, String value, String expected) {
        return new Refusal(Problem.malformed(
                        "malformed-parameter",
                        "\"%s\" is no value of the parameter \"%s\".".formatted(shortened(value), name))
                .parameter(name)
                .expected(expected));
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() ->
                new Refusal(Problem.malformed("missing-parameter", "The parameter \"%s\" is missing.".formatted(name))
                        .parameter(name)
                        .expected("a value of \"%s\"".formatted(name))));
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
