package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The encoding of each Application Identifier's value in EPC binary strings from TDS 2.0 on. */
final class ValueCodes {

    private static final Map<String, List<FieldCode>> BY_AI = read();

    private ValueCodes() {}

    static boolean holds(String ai) {
        return BY_AI.containsKey(ai);
    }

    static void write(BitWriter out, String ai, String value) {
        List<FieldCode> codes = codes(ai);
        int at = 0;
        for (int i = 0; i < codes.size(); i++) {
            int length = codes.get(i).fixedLength();
            int end = length < 0 ? value.length() : Math.min(value.length(), at + length);
            if (codes.get(i) instanceof FieldCode.CharacterCode(int max) && end - at > max) {
                throw ProblemException.of(
                        "length", -1, "The value of AI (%s) is too long for a tag.".formatted(ai), "up to " + max);
            }
            codes.get(i).write(out, value.substring(at, end));
            at = end;
        }
    }

    static String read(BitReader in, String ai) {
        List<FieldCode> codes = codes(ai);
        String value = codes.get(0).read(in);
        for (int i = 1; i < codes.size(); i++) {
            value += codes.get(i).read(in);
        }
        return value;
    }

    private static List<FieldCode> codes(String ai) {
        List<FieldCode> codes = BY_AI.get(ai);
        if (codes == null) {
            throw ProblemException.of(
                    "unknown-ai",
                    -1,
                    "AI (%s) has no encoding in EPC binary strings.".formatted(ai),
                    "an AI of table F of the EPC Tag Data Standard");
        }
        return codes;
    }

    private static Map<String, List<FieldCode>> read() {
        Map<String, List<FieldCode>> byAi = new HashMap<>();
        List<FieldCode> codes = List.of();
        for (String line : Resource.lines("epc-encodings.txt")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                codes = new ArrayList<>();
                for (String name : line.substring(0, colon).split(" ")) {
                    codes.add(code(name));
                }
            }
            for (String range : line.substring(colon + 1).strip().split(" ")) {
                int dash = range.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                int last = Integer.parseInt(range.substring(dash + 1));
                int width = dash < 0 ? range.length() : dash;
                for (int ai = first; ai <= last; ai++) {
                    byAi.put(("%0" + width + "d").formatted(ai), List.copyOf(codes));
                }
            }
        }
        return Map.copyOf(byAi);
    }

    private static FieldCode code(String name) {
        return switch (name) {
            case "date" -> new FieldCode.Dates(DateCode.DATE);
            case "datetime" -> new FieldCode.Dates(DateCode.DATETIME);
            case "dates" -> new FieldCode.Dates(DateCode.DATES);
            case "time" -> new FieldCode.Dates(DateCode.TIME);
            case "country" -> new FieldCode.Country();
            case "bit" -> new FieldCode.Flag("0", "1");
            case "minus" -> new FieldCode.Flag("", "-");
            case "sequence" -> new FieldCode.Sequence();
            default -> {
                int size = Integer.parseInt(name.substring(1));
                yield switch (name.charAt(0)) {
                    case 'D' -> new FieldCode.Digits(size);
                    case 'I' -> new FieldCode.FixedInteger(size);
                    case 'N' -> new FieldCode.VariableInteger(size);
                    case 'A' -> new FieldCode.CharacterCode(size);
                    case 'T' -> new FieldCode.Terminated(size);
                    default -> throw new IllegalStateException("no such encoding: " + name);
                };
            }
        };
    }
}
