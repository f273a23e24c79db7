package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A pack: definitions that belong together. A pack is a YAML document; {@link #schema} says what it may hold.
 *
 * @param pack name that it is called by
 */
public record Measures(String pack, String title, String description, List<Measure> all) {
    private static final List<String> SHIPPED = List.of(
            "iso22400", "supply", "last-mile", "retail-checkout", "emergency-response", "hospital", "warranty-recall");

    public Measures {
        all = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (Measure measure : all) {
            if (!ids.add(measure.id())) {
                throw new BadData(
                        "duplicate-name",
                        "Two measures of pack \"" + pack + "\" have the id \"" + measure.id() + "\".",
                        "Give each an id of its own.");
            }
        }
    }

    /** This pack, in which every measure that is balanced by another is there. */
    Measures whole() {
        all.forEach(measure -> measure.rules().balances().forEach(this::measure));
        return this;
    }

    /** Names of the packs that are shipped. */
    public static List<String> packs() {
        return SHIPPED;
    }

    /** A pack that is shipped. */
    public static Measures pack(String name) {
        if (!SHIPPED.contains(name)) {
            throw new BadData(
                    "no-pack",
                    "There is no pack \"" + name + "\".",
                    "The packs are " + String.join(", ", SHIPPED) + ".");
        }
        return MeasureReader.read(resource("packs/" + name + ".yaml"), name + ".yaml");
    }

    /** Reads a pack from a file. */
    public static Measures read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadData("no-file", "There is no file " + file + ".", "Give the path of a YAML file of measures.");
        }
        try {
            return MeasureReader.read(Files.readString(file), file.getFileName().toString());
        } catch (IOException broken) {
            throw new BadData(
                    "unreadable",
                    "The file " + file + " cannot be read: " + broken.getMessage() + ".",
                    "Give a YAML file in UTF-8.");
        }
    }

    /** The JSON Schema (2020-12) of a pack. */
    public static String schema() {
        return resource("measures.schema.json");
    }

    public Measure measure(String id) {
        return all.stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> noMeasure(id, all.stream().map(Measure::id).toList()));
    }

    /** The measures of these ids alone; all of them where none is named. */
    public Measures only(List<String> ids) {
        return ids.isEmpty()
                ? this
                : new Measures(
                        pack,
                        title,
                        description,
                        ids.stream().map(this::measure).toList());
    }

    /**
     * What can be compared over a table.
     *
     * @param figures of the measures whose elements the table has
     * @param by columns by whose values these measures ask to be compared again, as far as the table has them
     * @param notes which measures were left out, and for want of which columns
     */
    public record Chosen(List<Figure> figures, List<String> by, List<String> notes) {}

    /**
     * The figures of all measures that a table with these columns can give.
     *
     * @param binding as of {@link Measure#figures}
     * @throws BadData if there is none
     */
    public Chosen over(List<String> columns, Map<String, String> binding) {
        requireElements(binding);
        List<Figure> figures = new ArrayList<>();
        Set<String> by = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (Measure measure : all) {
            List<String> missing = measure.columns(binding).stream()
                    .filter(c -> !columns.contains(c))
                    .toList();
            if (missing.isEmpty()) {
                figures.addAll(measure.figures(binding, pack));
                measure.rules().by().stream()
                        .map(c -> binding.getOrDefault(c, c))
                        .filter(columns::contains)
                        .forEach(by::add);
            } else {
                notes.add(measure.name() + " was left out because the table has no column " + String.join(", ", missing)
                        + ".");
            }
        }
        if (figures.isEmpty()) {
            throw new BadData(
                    "no-figure",
                    "None of the measures of " + pack + " can be computed: " + notes.getFirst(),
                    "The table has the columns " + String.join(", ", columns) + "; bind the elements to them.");
        }
        return new Chosen(List.copyOf(figures), List.copyOf(by), List.copyOf(notes));
    }

    /**
     * The comparison of all measures that a table can give, with one control of false discovery over all of them.
     *
     * @param options what else is asked, given the figures
     */
    public CompareReport compare(
            Path table, Reading reading, Map<String, String> binding, Function<List<Figure>, CompareOptions> options) {
        Chosen chosen = over(Samples.header(table, reading), binding);
        CompareOptions asked = options.apply(chosen.figures());
        CompareReport report = Benchmark.compare(table, reading, asked.by().isEmpty() ? asked.by(chosen.by()) : asked);
        List<String> notes = new ArrayList<>(report.notes());
        notes.addAll(chosen.notes());
        return new CompareReport(
                report.answer(), report.load(), report.options(), report.figures(), List.copyOf(notes));
    }

    private void requireElements(Map<String, String> binding) {
        Set<String> known = new LinkedHashSet<>();
        for (Measure measure : all) {
            known.addAll(measure.elements().keySet());
            known.addAll(measure.rules().by());
            measure.rules().caseMix().ifPresent(mix -> known.addAll(mix.columns()));
        }
        for (String element : binding.keySet()) {
            if (!known.contains(element)) {
                throw new BadData(
                        "no-element",
                        "No measure of " + pack + " has an element \"" + element + "\".",
                        "The elements are " + String.join(", ", known) + ".");
            }
        }
    }

    private static BadData noMeasure(String id, List<String> ids) {
        return new BadData(
                "no-measure",
                "There is no measure \"" + id + "\".",
                Suggestion.of(id, ids) + "The measures are " + String.join(", ", ids) + ".");
    }

    private static String resource(String name) {
        try (InputStream in = Measures.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(name, broken);
        }
    }
}
