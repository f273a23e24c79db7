package dev.touchstone.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What units are held against, besides the median of all of them. */
public sealed interface Reference {

    /** A figure to be reached. */
    record Target(double value) implements Reference {}

    /** The median of these units. */
    record Peers(List<String> names) implements Reference {
        public Peers {
            names = List.copyOf(names);
        }
    }

    /** For each unit the median of the units most like it in their traits. */
    record Cohort(int size, List<Trait> traits) implements Reference {
        public Cohort {
            traits = List.copyOf(traits);
            if (size < 2 || traits.isEmpty()) {
                throw new BadData(
                        "out-of-range",
                        "A cohort of " + size + " by " + traits.size() + " traits was asked for.",
                        "Ask for two units or more, by one trait or more.");
            }
        }
    }

    /** @param column of numbers, of which each unit has its mean
     *  @param weight in the distance between units, above 0 */
    record Trait(String column, double weight) {}

    /** For each unit its own figure before a time, beside that from then on. */
    record History(Instant since) implements Reference {}

    /**
     * Quartiles that others have published.
     *
     * @param n units behind them; 0 where it is not told
     * @param strength grade of the evidence, such as A for audited data and D for a vendor's claim
     */
    record External(
            String name, double q1, double median, double q3, int n, String source, String date, String strength)
            implements Reference {
        public External {
            if (!(q1 <= median && median <= q3) || !Double.isFinite(q1) || !Double.isFinite(q3) || n < 0) {
                throw new BadData(
                        "out-of-range",
                        "The quartiles of \"" + name + "\" are " + q1 + ", " + median + " and " + q3 + ".",
                        "Give them in ascending order.");
            }
            if (source.isBlank() || date.isBlank()) {
                throw new BadData(
                        "no-source",
                        "The benchmark \"" + name + "\" does not say where it comes from.",
                        "Give its source and its date.");
            }
        }

        /** In which quarter of the published units a value lies, the first being the best. */
        String quarter(double value, Direction direction) {
            int above = value > q3 ? 3 : value > median ? 2 : value >= q1 ? 1 : 0;
            return switch (direction) {
                case NONE ->
                    "Between the "
                            + List.of(
                                            "least and the first quartile",
                                            "first quartile and the median",
                                            "median and the third quartile",
                                            "third quartile and the greatest")
                                    .get(above)
                            + " of it.";
                case LOWER_IS_BETTER -> "In the " + QUARTERS.get(above) + " quarter of it.";
                case HIGHER_IS_BETTER -> "In the " + QUARTERS.get(3 - above) + " quarter of it.";
            };
        }

        private static final List<String> QUARTERS = List.of("best", "second", "third", "worst");
    }

    default String words() {
        return switch (this) {
            case Target target -> "target " + Words.number(target.value());
            case Peers peers -> "median of " + String.join(", ", peers.names());
            case Cohort cohort ->
                "median of the " + cohort.size() + " units most alike in "
                        + String.join(
                                ", ",
                                cohort.traits().stream().map(Trait::column).toList());
            case History history -> "own figure before " + history.since();
            case External external ->
                "median of " + external.name() + " (" + external.source() + ", " + external.date()
                        + (external.n() > 0 ? ", n " + external.n() : "")
                        + (external.strength().isBlank() ? "" : ", strength " + external.strength()) + ")";
        };
    }

    /**
     * Reads {@code target:4.5}, {@code peers:Leeds,Lyon}, {@code cohort:10:beds,staff}, {@code cohort:10:beds*2,staff} or
     * {@code history:2025-06-01}; {@code external:FILE} is read by {@link #external}.
     */
    static Reference parse(String text) {
        String[] parts = text.split(":", 2);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0].strip()) {
            case "target" -> new Target(number(rest, text));
            case "peers" ->
                new Peers(Arrays.stream(rest.split(",")).map(String::strip).toList());
            case "history" -> new History(instant(rest, text));
            case "cohort" -> cohort(rest, text);
            default -> throw wrong(text);
        };
    }

    private static Reference cohort(String rest, String text) {
        String[] parts = rest.split(":", 2);
        if (parts.length < 2) {
            throw wrong(text);
        }
        List<Trait> traits = new ArrayList<>();
        for (String trait : parts[1].split(",")) {
            int star = trait.lastIndexOf('*');
            double weight = star < 0 ? 1 : number(trait.substring(star + 1).strip(), text);
            if (!(weight > 0)) {
                throw wrong(text);
            }
            traits.add(new Trait((star < 0 ? trait : trait.substring(0, star)).strip(), weight));
        }
        return new Cohort((int) number(parts[0].strip(), text), traits);
    }

    private static Instant instant(String time, String text) {
        char[] chars = time.toCharArray();
        long millis = TimeForm.YEAR_MONTH_DAY.parse(chars, 0, chars.length, ZoneOffset.UTC);
        if (millis == Column.Times.MISSING) {
            throw wrong(text);
        }
        return Instant.ofEpochMilli(millis);
    }

    private static double number(String number, String text) {
        double value = NumberForm.PLAIN.parse(number);
        if (Double.isNaN(value)) {
            throw wrong(text);
        }
        return value;
    }

    private static BadData wrong(String text) {
        return new BadData(
                "unknown-reference",
                "\"" + text + "\" is not a reference.",
                "Write target:4.5, peers:A,B, cohort:10:beds,staff, history:2025-06-01 or external:FILE.");
    }

    /** Benchmarks from a table with the columns name, q1, median, q3, n, source, date and strength. */
    static List<Reference> external(Path file) {
        Samples table = Samples.read(
                        file,
                        Reading.all()
                                .label("name")
                                .number("q1")
                                .number("median")
                                .number("q3")
                                .number("n")
                                .label("source")
                                .label("date")
                                .dimension("strength"))
                .samples();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            references.add(new External(
                    table.labels("name").text(i),
                    table.numbers("q1")[i],
                    table.numbers("median")[i],
                    table.numbers("q3")[i],
                    (int) table.numbers("n")[i],
                    table.labels("source").text(i),
                    table.labels("date").text(i),
                    table.labels("strength").text(i)));
        }
        return references;
    }
}
