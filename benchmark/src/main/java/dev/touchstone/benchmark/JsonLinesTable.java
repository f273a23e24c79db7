package dev.touchstone.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line. Its members are the columns, those of objects within named with a dot; the columns are those of the first
 * thousand lines.
 */
final class JsonLinesTable implements Table {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BufferedReader in;
    private final List<String> header = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Long> strangers = new LinkedHashMap<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Line line = new Line();
    private long number;

    JsonLinesTable(Path file, Reading reading) throws IOException {
        Charset encoding = reading.encoding().orElse(StandardCharsets.UTF_8);
        in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding));
        String text;
        while (ahead.size() < Loader.LINES_LOOKED_AT && (text = in.readLine()) != null) {
            if (ahead.isEmpty() && text.startsWith("\ufeff")) {
                text = text.substring(1);
            }
            ahead.add(text);
            try {
                object(text).ifPresent(object -> flatten("", object).keySet().forEach(this::column));
            } catch (JacksonException broken) {
                // refused when its turn comes
                continue;
            }
        }
    }

    private void column(String name) {
        if (columns.putIfAbsent(name, header.size()) == null) {
            header.add(name);
        }
    }

    private static Optional<JsonNode> object(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        JsonNode node = JSON.readTree(text);
        return node.isObject() ? Optional.of(node) : Optional.empty();
    }

    private static Map<String, String> flatten(String prefix, JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            String name = prefix + member.getKey();
            if (value.isObject()) {
                fields.putAll(flatten(name + ".", value));
            } else if (value.isNull()) {
                fields.put(name, "");
            } else {
                fields.put(name, value.isValueNode() ? value.asString() : value.toString());
            }
        });
        return fields;
    }

    @Override
    public String format() {
        return "JSON lines";
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void want(boolean[] wanted) {
        // the members of an object come in any order, so all are looked at
    }

    @Override
    public Line next() {
        try {
            while (true) {
                String text = ahead.isEmpty() ? in.readLine() : ahead.poll();
                if (text == null) {
                    return null;
                }
                number++;
                if (!text.isBlank()) {
                    return line(text);
                }
            }
        } catch (IOException broken) {
            throw Loader.unreadable(broken);
        }
    }

    private Line line(String text) {
        Map<String, String> fields;
        try {
            fields = flatten(
                    "",
                    object(text).orElseThrow(() -> new Unreadable(number, "is not a JSON object, one on each line")));
        } catch (JacksonException broken) {
            throw new Unreadable(number, "is not JSON: " + broken.getOriginalMessage());
        }
        String[] row = new String[header.size()];
        fields.forEach((name, value) -> {
            Integer at = columns.get(name);
            if (at == null) {
                strangers.putIfAbsent(name, number);
            } else {
                row[at] = value;
            }
        });
        line.begin(number);
        for (String value : row) {
            line.add(value == null ? "" : value);
        }
        return line;
    }

    @Override
    public List<String> notes() {
        return strangers.entrySet().stream()
                .map(e -> "Column \"" + e.getKey() + "\" first appears in line " + e.getValue()
                        + " and was not read: columns are those of the first " + Loader.LINES_LOOKED_AT + " lines.")
                .toList();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
