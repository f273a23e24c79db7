package dev.touchstone.identity;

import dev.touchstone.identity.ApplicationIdentifier.Group;
import dev.touchstone.identity.ApplicationIdentifier.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of a table of Application Identifiers, before it is made into one identifier or a range of them. Two notations
 * lead here: that of our own table, which its head explains, and that of GS1's Barcode Syntax Dictionary.
 *
 * @param parts of the value, such as {@code N6,yymmd0} or {@code [X..17]}
 * @param needs each a choice by commas
 * @param key null unless the AI is a Digital Link primary key; then its sequences of qualifiers
 */
record AiRow(
        String codes,
        boolean fixed,
        boolean link,
        List<String> parts,
        List<String> needs,
        List<String> never,
        String key,
        String title,
        String name) {

    private static final Pattern PART = Pattern.compile("(\\[?)([NXYZ])(\\.\\.)?(\\d{1,2})(]?)((?:,[a-z0-9]+)*)");
    private static final Pattern CODES = Pattern.compile("\\d{2,4}(-\\d{2,4})?");

    /** Reads a row of our own table. */
    static AiRow ofTable(String line) {
        String[] columns = line.split(";", -1);
        if (columns.length != 8) {
            throw malformed(line, "eight columns");
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i].strip();
        }
        List<String> parts = split(columns[2], " ").stream()
                .map(part -> part.replace(':', ','))
                .map(part -> part.startsWith("?") ? part.replaceFirst("\\?([^,]+)", "[$1]") : part)
                .toList();
        String key = columns[5];
        return new AiRow(
                columns[0],
                columns[1].contains("fixed"),
                columns[1].contains("link"),
                parts,
                split(columns[3], "&"),
                split(columns[4], ","),
                key.isEmpty() ? null : key.startsWith("key=") ? key.substring(4) : "",
                columns[6],
                columns[7]);
    }

    /** Reads a line of GS1's Barcode Syntax Dictionary that is neither empty nor a comment. */
    static AiRow ofDictionary(String line) {
        int hash = line.indexOf('#');
        String title = hash < 0 ? "" : line.substring(hash + 1).strip();
        String[] words = (hash < 0 ? line : line.substring(0, hash)).strip().split("\\s+");
        String flags = words.length > 1 && !PART.matcher(words[1]).matches() ? words[1] : "";
        List<String> parts = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        List<String> never = new ArrayList<>();
        String key = null;
        for (int i = flags.isEmpty() ? 1 : 2; i < words.length; i++) {
            String word = words[i];
            if (word.startsWith("req=")) {
                needs.add(word.substring(4));
            } else if (word.startsWith("ex=")) {
                never.addAll(split(word.substring(3), ","));
            } else if (word.equals("dlpkey")) {
                key = "";
            } else if (word.startsWith("dlpkey=")) {
                key = word.substring(7);
            } else if (word.indexOf('=') < 0 && !word.matches("[a-z]+")) {
                parts.add(word);
            }
        }
        return new AiRow(words[0], flags.contains("*"), flags.contains("?"), parts, needs, never, key, title, title);
    }

    /** Adds the identifiers of this row, and the names of rules that are not known here. */
    void expand(List<ApplicationIdentifier> into, Set<String> unknownRules) {
        if (!CODES.matcher(codes).matches() || parts.isEmpty()) {
            throw malformed(codes, "an AI or a range of AIs, and the shape of its value");
        }
        List<Part> shape = parts.stream().map(part -> part(part, unknownRules)).toList();
        List<List<Group>> choices = needs.stream()
                .map(choice -> split(choice, ",").stream()
                        .map(group -> new Group(split(group, "+")))
                        .toList())
                .toList();
        List<List<String>> qualifiers = key == null
                ? null
                : split(key, "|").stream().map(s -> split(s, ",")).toList();
        int dash = codes.indexOf('-');
        String first = dash < 0 ? codes : codes.substring(0, dash);
        int last = Integer.parseInt(codes.substring(dash + 1));
        for (int code = Integer.parseInt(first); code <= last; code++) {
            String text = ("%0" + first.length() + "d").formatted(code);
            into.add(new ApplicationIdentifier(text, title, name, fixed, link, shape, choices, never, qualifiers));
        }
    }

    private static Part part(String text, Set<String> unknownRules) {
        Matcher matcher = PART.matcher(text);
        if (!matcher.matches()) {
            throw malformed(text, "a shape such as N6, X..20 or [N..12] and names of rules");
        }
        Cset set = switch (matcher.group(2)) {
            case "N" -> Cset.NUMERIC;
            case "X" -> Cset.SET82;
            case "Y" -> Cset.SET39;
            default -> Cset.SET64;
        };
        int max = Integer.parseInt(matcher.group(4));
        List<Linter> rules = new ArrayList<>();
        if (set == Cset.SET64) {
            rules.add(Linter.CSET64);
        }
        for (String name : split(matcher.group(6), ",")) {
            Linter rule = Linter.named(name);
            if (rule == null) {
                unknownRules.add(name);
            } else {
                rules.add(rule);
            }
        }
        int min = matcher.group(3) == null ? max : 1;
        return new Part(set, min, max, !matcher.group(1).isEmpty(), List.copyOf(rules));
    }

    private static List<String> split(String text, String separator) {
        return Stream.of(text.split(Pattern.quote(separator)))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static ProblemException malformed(String text, String expected) {
        return ProblemException.of("dictionary", -1, "A row of the table is malformed: " + text, expected);
    }
}
