package dev.touchstone.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the actions that were taken from a register: a table (CSV, XLSX, JSON lines) or YAML with the columns or keys {@code id},
 * {@code date}, {@code entities}, {@code figure}, {@code expected}, {@code owner} and {@code registered}. Entities of a table are
 * separated by semicolons; in YAML they are a list, and the actions are a list below {@code actions}. Several rows of one id are one
 * action that came to units on different dates. What is empty is not known; {@code id}, {@code date} and {@code entities} must be
 * given.
 */
final class ActionRegister {
    private static final List<String> KEYS =
            List.of("id", "date", "entities", "figure", "expected", "owner", "registered");

    private ActionRegister() {}

    /** @return the actions in the order of their first rows */
    static List<Action> read(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        List<Action> rows = name.endsWith(".yaml") || name.endsWith(".yml") ? yaml(file) : table(file);
        Map<String, Action> byId = new LinkedHashMap<>();
        for (Action row : rows) {
            byId.merge(row.id(), row, ActionRegister::joined);
        }
        if (byId.isEmpty()) {
            throw new BadData("empty", "The register holds no action.", "Give one row or entry for each action.");
        }
        return List.copyOf(byId.values());
    }

    private static Action joined(Action one, Action other) {
        if (!one.figure().equals(other.figure())
                || !one.expected().equals(other.expected())
                || !one.registered().equals(other.registered())) {
            throw new BadData(
                    "contradiction",
                    "Rows of action \"" + one.id()
                            + "\" name different figures, expectations or dates of registration.",
                    "Say of one action one thing, or give the rows different ids.");
        }
        List<Action.Step> steps = new ArrayList<>(one.steps());
        steps.addAll(other.steps());
        return new Action(one.id(), steps, one.figure(), one.expected(), one.owner(), one.registered());
    }

    private static List<Action> table(Path file) {
        Samples.Loaded loaded = Samples.read(file, Reading.all());
        Samples table = loaded.samples();
        if (loaded.report().refused() > 0) {
            LoadReport.Refusal refusal = loaded.report().refusals().getFirst();
            throw wrong(refusal.column(), refusal.text(), "row " + refusal.line());
        }
        for (String key : KEYS.subList(0, 3)) {
            table.column(key);
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (String key : KEYS) {
                if (table.columns().contains(key)) {
                    text(table.column(key), i).ifPresent(text -> cells.put(key, text));
                }
            }
            String entities = cells.getOrDefault("entities", "");
            actions.add(action(
                    cells,
                    Arrays.stream(entities.split(";"))
                            .map(String::strip)
                            .filter(e -> !e.isEmpty())
                            .toList(),
                    "row " + (i + 2)));
        }
        return actions;
    }

    private static Optional<String> text(Column column, int row) {
        return switch (column) {
            case Column.Labels labels ->
                labels.codes()[row] == Column.Labels.MISSING ? Optional.empty() : Optional.of(labels.text(row));
            case Column.Numbers numbers ->
                Double.isNaN(numbers.values()[row])
                        ? Optional.empty()
                        : Optional.of(Words.number(numbers.values()[row]));
            case Column.Times times ->
                times.epochMillis()[row] == Column.Times.MISSING
                        ? Optional.empty()
                        : Optional.of(
                                Instant.ofEpochMilli(times.epochMillis()[row]).toString());
        };
    }

    private static List<Action> yaml(Path file) {
        JsonNode root;
        try {
            root = YAMLMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException broken) {
            throw new BadData(
                    "unreadable",
                    "The register " + file.getFileName() + " cannot be read.",
                    "Give YAML with a list of actions below \"actions\", or a table.");
        }
        JsonNode list = root.isArray() ? root : root.path("actions");
        if (!list.isArray()) {
            throw new BadData(
                    "no-actions", "The register has no list \"actions\".", "Write the actions as a list below it.");
        }
        List<Action> actions = new ArrayList<>();
        for (JsonNode entry : list) {
            String place = "action " + (actions.size() + 1);
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> entities = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : entry.properties()) {
                if (!KEYS.contains(field.getKey())) {
                    throw new BadData(
                            "unknown-key",
                            "\"" + field.getKey() + "\" of " + place + " is not known.",
                            "The keys are " + String.join(", ", KEYS) + ".");
                }
                if (field.getValue().isArray()) {
                    field.getValue().forEach(e -> entities.add(e.asString()));
                } else if (!field.getValue().isNull()) {
                    cells.put(field.getKey(), field.getValue().asString());
                }
            }
            if (cells.containsKey("entities")) {
                entities.add(cells.get("entities"));
            }
            actions.add(action(cells, entities, place));
        }
        return actions;
    }

    private static Action action(Map<String, String> cells, List<String> entities, String place) {
        String id = cells.getOrDefault("id", "");
        if (id.isBlank() || entities.isEmpty() || !cells.containsKey("date")) {
            throw new BadData(
                    "incomplete",
                    "The register lacks id, date or entities in " + place + ".",
                    "Give all three of each action.");
        }
        Instant date = instant(cells.get("date"), "date", place);
        OptionalDouble expected = OptionalDouble.empty();
        if (cells.containsKey("expected")) {
            double number = NumberForm.PLAIN.parse(cells.get("expected"));
            if (Double.isNaN(number)) {
                throw wrong("expected", cells.get("expected"), place);
            }
            expected = OptionalDouble.of(number);
        }
        return new Action(
                id,
                entities.stream().map(e -> new Action.Step(e, date)).toList(),
                Optional.ofNullable(cells.get("figure")),
                expected,
                Optional.ofNullable(cells.get("owner")),
                Optional.ofNullable(cells.get("registered")).map(t -> instant(t, "registered", place)));
    }

    static Instant instant(String text, String what, String place) {
        char[] chars = text.strip().toCharArray();
        long millis = TimeForm.YEAR_MONTH_DAY.parse(chars, 0, chars.length, ZoneOffset.UTC);
        if (millis == Column.Times.MISSING) {
            throw wrong(what, text, place);
        }
        return Instant.ofEpochMilli(millis);
    }

    private static BadData wrong(String column, String text, String place) {
        return new BadData(
                "wrong-register",
                "\"" + text + "\" in " + place + " of the register is no " + column + ".",
                "Write dates such as 2025-06-01 and effects as plain numbers.");
    }
}
