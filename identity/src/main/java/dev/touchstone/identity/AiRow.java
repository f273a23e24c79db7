package dev.touchstone.identity;

import dev.touchstone.identity.ApplicationIdentifier.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a row of our own table of Application Identifiers; the table's head explains its columns. */
final class AiRow {

    private AiRow() {}

    static void parse(String line, List<ApplicationIdentifier> into) {
        String[] columns = line.split(";", -1);
        if (columns.length != 7) {
            throw new IllegalArgumentException("not a row of 7 columns: " + line);
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i].strip();
        }
        String first = columns[0].split("-")[0];
        String last = columns[0].contains("-") ? columns[0].split("-")[1] : first;
        List<Part> parts = Stream.of(columns[2].split(" ")).map(AiRow::part).toList();
        List<List<String>> needs = split(columns[3], "&").stream()
                .map(choice -> split(choice, ","))
                .toList();
        for (int code = Integer.parseInt(first); code <= Integer.parseInt(last); code++) {
            into.add(new ApplicationIdentifier(
                    ("%0" + first.length() + "d").formatted(code),
                    columns[6],
                    columns[1].contains("fixed"),
                    columns[1].contains("link"),
                    parts,
                    needs,
                    split(columns[4], ","),
                    qualifiers(columns[5])));
        }
    }

    private static Part part(String text) {
        boolean optional = text.startsWith("?");
        String[] pieces = (optional ? text.substring(1) : text).split(":");
        Cset set = switch (pieces[0].charAt(0)) {
            case 'N' -> Cset.NUMERIC;
            case 'X' -> Cset.SET82;
            case 'Y' -> Cset.SET39;
            case 'Z' -> Cset.SET64;
            default -> throw new IllegalArgumentException("no such character set: " + text);
        };
        boolean upTo = pieces[0].startsWith("..", 1);
        int max = Integer.parseInt(pieces[0].substring(upTo ? 3 : 1));
        List<Linter> rules = new ArrayList<>();
        for (int i = 1; i < pieces.length; i++) {
            Linter rule = Linter.named(pieces[i]);
            if (rule == null) {
                throw new IllegalArgumentException("no such rule: " + pieces[i]);
            }
            rules.add(rule);
        }
        return new Part(set, upTo ? 1 : max, max, optional, List.copyOf(rules));
    }

    private static List<List<String>> qualifiers(String key) {
        if (key.isEmpty()) {
            return null;
        }
        String sequences = key.startsWith("key=") ? key.substring(4) : "";
        return split(sequences, "|").stream().map(s -> split(s, ",")).toList();
    }

    private static List<String> split(String text, String separator) {
        return text.isBlank()
                ? List.of()
                : Stream.of(text.split(java.util.regex.Pattern.quote(separator)))
                        .map(String::strip)
                        .toList();
    }
}
