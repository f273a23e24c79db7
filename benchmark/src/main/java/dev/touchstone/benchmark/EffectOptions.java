package dev.touchstone.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the proof of an improvement asks of a table.
 *
 * @param figures what may have changed, one or more: a value with its statistic, or a numerator and a denominator, with its unit and
 *     the direction that is good. An action of a register is judged by the figure it names; by the others too, which are then said to
 *     have been chosen afterwards
 * @param time column of times
 * @param entity column that names units; absent for a table of one unit, which is then called "all"
 * @param actions what was done to which units and when: {@link Action#unregistered} for one action given by hand,
 *     {@link #register} for those of a file
 * @param controls which untreated units the treated ones are held against
 * @param period into which rows are put together; absent for the longest that leaves 12 before the change and 6 after
 * @param methods in the order in which they answer; none for those that the data allow, difference in differences first, or
 *     synthetic control where one unit was treated beside 10 donors or more
 * @param season of an interrupted time series; absent for the usual one of the period
 * @param lag of Newey and West's errors; absent for the usual one of the length of the series
 * @param transition periods from the change on that are left out because the change was not at work in full yet
 * @param level confidence of the intervals
 * @param falseDiscoveryRate over all actions and figures of the report together
 * @param seed of the random re-assignments
 */
public record EffectOptions(
        List<Figure> figures,
        String time,
        Optional<String> entity,
        List<Action> actions,
        Controls controls,
        Optional<Period> period,
        List<Finding.Method> methods,
        Optional<Season> season,
        OptionalInt lag,
        int transition,
        double level,
        double falseDiscoveryRate,
        long seed) {

    private static final Pattern DATED = Pattern.compile("(.*?):(\\d{4}-\\d{2}-\\d{2}.*)");

    /** Which untreated units the treated ones are held against. */
    public sealed interface Controls {}

    public enum Plain implements Controls {
        /** All others. */
        OTHERS,
        /** None: each unit is held against its own past alone. */
        NONE
    }

    public record Named(List<String> entities) implements Controls {
        public Named {
            entities = List.copyOf(entities);
        }
    }

    /**
     * All others, and in a further specification the units most like the treated ones in traits.
     *
     * @param size how many for each treated unit
     */
    public record Matched(int size, List<Reference.Trait> traits) implements Controls {
        public Matched {
            traits = List.copyOf(traits);
        }
    }

    public EffectOptions {
        figures = List.copyOf(figures);
        actions = List.copyOf(actions);
        methods = List.copyOf(methods);
        if (figures.isEmpty()) {
            throw new BadData("no-figure", "No figure is named.", "Name a value, or a numerator and a denominator.");
        }
        if (figures.stream().map(Figure::name).distinct().count() < figures.size()) {
            throw new BadData("duplicate-name", "Two figures have one name.", "Give each figure a name of its own.");
        }
        if (actions.isEmpty()) {
            throw new BadData(
                    "no-action", "No action is named.", "Name the treated units and the date, or give a register.");
        }
        if (actions.stream().map(Action::id).distinct().count() < actions.size()) {
            throw new BadData("duplicate-name", "Two actions have one id.", "Give each action an id of its own.");
        }
        if (transition < 0) {
            throw new BadData(
                    "out-of-range", "A transition of " + transition + " periods was asked for.", "Ask for 0 or more.");
        }
        Values.probability(level, "The confidence level");
        Values.probability(falseDiscoveryRate, "The false-discovery rate");
    }

    /** The usual settings. */
    public static EffectOptions of(List<Figure> figures, String time, Optional<String> entity, List<Action> actions) {
        return new EffectOptions(
                figures,
                time,
                entity,
                actions,
                Plain.OTHERS,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                0,
                0.95,
                0.05,
                1);
    }

    /**
     * Reads a register of actions.
     *
     * @param file CSV, XLSX, JSON lines or YAML with {@code id}, {@code date}, {@code entities}, {@code figure}, {@code expected},
     *     {@code owner} and {@code registered}
     */
    public static List<Action> register(Path file) {
        return ActionRegister.read(file);
    }

    /**
     * Reads one action given by hand.
     *
     * @param treated units separated by commas, each with a date of its own behind a colon where dates differ:
     *     {@code Leeds,Lyon} or {@code Leeds:2025-06-01,Lyon:2025-09-01}; empty for a table of one unit
     * @param since date of the units that have none of their own
     */
    public static Action action(String treated, Optional<String> since) {
        Optional<Instant> common = since.map(s -> ActionRegister.instant(s, "date", "--since"));
        List<Action.Step> steps = new ArrayList<>();
        for (String part : (treated.isBlank() ? EffectPanel.ALL : treated).split(",")) {
            Matcher dated = DATED.matcher(part);
            boolean own = dated.matches();
            String name = (own ? dated.group(1) : part).strip();
            Optional<Instant> date =
                    own ? Optional.of(ActionRegister.instant(dated.group(2), "date", "the treated units")) : common;
            steps.add(new Action.Step(
                    name,
                    date.orElseThrow(() -> new BadData(
                            "no-date",
                            "It is not said since when \"" + name + "\" was treated.",
                            "Give one date for all, or write Leeds:2025-06-01."))));
        }
        return new Action(
                Action.BY_HAND, steps, Optional.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    /** Reads {@code others}, {@code none}, {@code names:Leeds,Lyon} or {@code matched:3:beds,staff*2}. */
    public static Controls controls(String text) {
        String[] parts = text.strip().split(":", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "others" -> Plain.OTHERS;
            case "none" -> Plain.NONE;
            case "names" ->
                new Named(Arrays.stream(rest.split(",")).map(String::strip).toList());
            case "matched" -> {
                if (Reference.parse("cohort:" + rest) instanceof Reference.Cohort cohort) {
                    yield new Matched(cohort.size(), cohort.traits());
                }
                throw unknown(text);
            }
            default -> throw unknown(text);
        };
    }

    private static BadData unknown(String text) {
        return new BadData(
                "unknown-controls",
                "\"" + text + "\" does not name controls.",
                "Write others, none, names:Leeds,Lyon or matched:3:beds,staff.");
    }

    public EffectOptions controls(Controls some) {
        return new EffectOptions(
                figures,
                time,
                entity,
                actions,
                some,
                period,
                methods,
                season,
                lag,
                transition,
                level,
                falseDiscoveryRate,
                seed);
    }

    public EffectOptions period(Period some) {
        return new EffectOptions(
                figures,
                time,
                entity,
                actions,
                controls,
                Optional.of(some),
                methods,
                season,
                lag,
                transition,
                level,
                falseDiscoveryRate,
                seed);
    }

    public EffectOptions methods(List<Finding.Method> some) {
        return new EffectOptions(
                figures,
                time,
                entity,
                actions,
                controls,
                period,
                some,
                season,
                lag,
                transition,
                level,
                falseDiscoveryRate,
                seed);
    }

    public EffectOptions transition(int periods) {
        return new EffectOptions(
                figures,
                time,
                entity,
                actions,
                controls,
                period,
                methods,
                season,
                lag,
                periods,
                level,
                falseDiscoveryRate,
                seed);
    }

    /** The columns that have to be read. */
    Reading reading(Reading base) {
        Reading reading = base.time(time);
        if (entity.isPresent()) {
            reading = reading.label(entity.get());
        }
        if (controls instanceof Matched matched) {
            for (Reference.Trait trait : matched.traits()) {
                reading = reading.number(trait.column());
            }
        }
        return CompareOptions.reading(reading, figures);
    }
}
