package dev.touchstone.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** The fields of one mapping, each asked for by name; what nobody may ask for is refused. */
final class YamlFields {
    private final LocatedYaml.Mapping mapping;
    private final String source;

    private YamlFields(LocatedYaml.Mapping mapping, String source) {
        this.mapping = mapping;
        this.source = source;
    }

    static YamlFields of(LocatedYaml value, String source, Set<String> known) {
        if (!(value instanceof LocatedYaml.Mapping mapping)) {
            throw bad(
                    value.place(),
                    source,
                    "keys with values are needed here.",
                    "Write " + first(known) + ": and so on.");
        }
        mapping.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                throw bad(
                        member.place(),
                        source,
                        "there is no key \"" + key + "\".",
                        Suggestion.of(key, known) + "The keys are " + String.join(", ", known) + ".");
            }
        });
        return new YamlFields(mapping, source);
    }

    private static String first(Set<String> known) {
        return known.iterator().next();
    }

    private static BadData bad(LocatedYaml.Place place, String source, String what, String remedy) {
        return new BadData("bad-measure", place.words() + " of " + source + ": " + what, remedy);
    }

    BadData bad(String key, String what, String remedy) {
        LocatedYaml member = mapping.members().get(key);
        return bad(member == null ? mapping.place() : member.place(), source, what, remedy);
    }

    /** Carries the place of this mapping to an error that was found in what it says. */
    <T> T located(String key, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (BadData found) {
            LocatedYaml member = mapping.members().getOrDefault(key, mapping);
            throw new BadData(
                    found.code(), member.place().words() + " of " + source + ": " + found.detail(), found.remedy());
        }
    }

    boolean has(String key) {
        return mapping.members().containsKey(key);
    }

    /** Empty where the key is absent. */
    String text(String key) {
        LocatedYaml member = mapping.members().get(key);
        if (member == null) {
            return "";
        }
        if (member instanceof LocatedYaml.Scalar scalar) {
            return scalar.text();
        }
        throw bad(key, "\"" + key + "\" is one text.", "Write it after the colon, without dashes.");
    }

    String required(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            throw bad(key, "\"" + key + "\" is missing.", "Give " + key + ": and its value.");
        }
        return text;
    }

    /** One text or several; none where the key is absent. */
    List<String> texts(String key) {
        LocatedYaml member = mapping.members().get(key);
        return switch (member) {
            case null -> List.of();
            case LocatedYaml.Scalar scalar -> scalar.text().isEmpty() ? List.of() : List.of(scalar.text());
            case LocatedYaml.Sequence sequence ->
                sequence.items().stream()
                        .map(item -> {
                            if (item instanceof LocatedYaml.Scalar scalar
                                    && !scalar.text().isEmpty()) {
                                return scalar.text();
                            }
                            throw bad(
                                    item.place(),
                                    source,
                                    "each of \"" + key + "\" is one text.",
                                    "Write - and the text.");
                        })
                        .toList();
            case LocatedYaml.Mapping other ->
                throw bad(key, "\"" + key + "\" is a list of texts.", "Write [one, two].");
        };
    }

    /** Texts of a closed list. */
    List<String> words(String key, List<String> allowed) {
        List<String> words = texts(key);
        for (String word : words) {
            if (!allowed.contains(word)) {
                throw bad(
                        key,
                        "\"" + word + "\" is no " + key + ".",
                        Suggestion.of(word, allowed) + "Write " + String.join(", ", allowed) + ".");
            }
        }
        return words;
    }

    OptionalDouble number(String key) {
        String text = text(key);
        if (!has(key)) {
            return OptionalDouble.empty();
        }
        double value = NumberForm.PLAIN.parse(text);
        if (Double.isNaN(value)) {
            throw bad(key, "\"" + text + "\" is not a number.", "Write a number such as 0.95.");
        }
        return OptionalDouble.of(value);
    }

    int whole(String key, int otherwise) {
        OptionalDouble number = number(key);
        if (number.isPresent() && (number.getAsDouble() != Math.rint(number.getAsDouble()))) {
            throw bad(key, "\"" + text(key) + "\" is not a whole number.", "Write one such as 30.");
        }
        return (int) number.orElse(otherwise);
    }

    boolean flag(String key) {
        return switch (text(key).toLowerCase(Locale.ROOT)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw bad(key, "\"" + text(key) + "\" is neither true nor false.", "Write true or false.");
        };
    }

    Optional<YamlFields> fields(String key, Set<String> known) {
        LocatedYaml member = mapping.members().get(key);
        return member == null ? Optional.empty() : Optional.of(of(member, source, known));
    }

    /** Each item of a list of mappings; none where the key is absent. */
    <T> List<T> each(String key, Set<String> known, Function<YamlFields, T> made) {
        LocatedYaml member = mapping.members().get(key);
        return switch (member) {
            case null -> List.of();
            case LocatedYaml.Sequence sequence ->
                sequence.items().stream()
                        .map(item -> made.apply(of(item, source, known)))
                        .toList();
            default -> throw bad(key, "\"" + key + "\" is a list.", "Begin each item with a dash.");
        };
    }

    /** Members by names that are not known beforehand. */
    Map<String, LocatedYaml> named(String key) {
        LocatedYaml member = mapping.members().get(key);
        return switch (member) {
            case null -> Map.of();
            case LocatedYaml.Mapping other -> new LinkedHashMap<>(other.members());
            default -> throw bad(key, "\"" + key + "\" has names with values.", "Write name: and what it means.");
        };
    }

    String source() {
        return source;
    }
}
