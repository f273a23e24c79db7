package dev.touchstone.identity;

import dev.touchstone.identity.ApplicationIdentifier.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The former compression of Digital Links (URI Syntax 1.1, withdrawn), for reading only. Bits in base64url: an AI in
 * digits of 4 bits, or a code of two hexadecimal digits for a usual group of AIs, then the values.
 */
final class LegacyCompression {

    /** Characters of a value: as an integer, in small or capital hexadecimal, in base64url, in seven bits. */
    private static final CharacterEncoding[] ENCODINGS = {
        CharacterEncoding.INTEGER,
        CharacterEncoding.LOWER_HEX,
        CharacterEncoding.UPPER_HEX,
        CharacterEncoding.BASE64,
        CharacterEncoding.ASCII
    };

    private static final Map<String, List<String>> GROUPS = groups();

    private final BitReader in;
    private final AiTable table;
    private final boolean sorted;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, String> parameters = new TreeMap<>();

    private LegacyCompression(Bits bits, AiTable table, boolean sorted) {
        this.in = new BitReader(bits, 0);
        this.table = table;
        this.sorted = sorted;
    }

    /**
     * The elements of a path segment, or null when it is nothing of that kind. Parameters that are no AIs are added to
     * {@code parameters}. Encoders sorted the AIs of a group where the printed table did not: both orders are tried.
     */
    static ElementString decompress(String segment, AiTable table, Map<String, String> parameters) {
        if (!segment.matches("[A-Za-z0-9_-]{4,}")) {
            return null;
        }
        Bits bits = CompressedLink.base64Bits(segment, 0);
        for (boolean sorted : new boolean[] {true, false}) {
            LegacyCompression attempt = new LegacyCompression(bits, table, sorted);
            try {
                attempt.read();
                parameters.putAll(attempt.parameters);
                return new ElementString(attempt.elements);
            } catch (ProblemException e) {
                continue;
            }
        }
        return null;
    }

    private void read() {
        while (in.remaining() > 8) {
            int first = (int) in.read(4);
            if (first == 15) {
                readParameter();
                continue;
            }
            int second = (int) in.read(4);
            if (first <= 9 && second <= 9) {
                readAi(first, second);
            } else {
                readGroup("%X%X".formatted(first, second));
            }
        }
        if (!in.onlyZerosLeft() || elements.isEmpty()) {
            throw in.problem("digital-link", "Bits are left.", "none");
        }
    }

    private void readAi(int first, int second) {
        StringBuilder code = new StringBuilder().append(first).append(second);
        while (table.find(code.toString()).isEmpty() && code.length() < 4) {
            code.append(in.read(4));
        }
        readValue(code.toString());
    }

    private void readGroup(String code) {
        List<String> group = GROUPS.get(code);
        if (group == null) {
            throw in.problem("digital-link", "No group of AIs has the code %s.".formatted(code), "a known code");
        }
        (sorted ? group.stream().sorted().toList() : group).forEach(this::readValue);
    }

    private void readValue(String code) {
        ApplicationIdentifier ai = table.find(code).orElseThrow(() -> Element.unknown(code, -1));
        StringBuilder value = new StringBuilder();
        int fixedDigits = 0;
        int moreDigits = 0;
        int fixedCharacters = 0;
        int moreCharacters = 0;
        for (Part part : ai.parts()) {
            boolean fixed = part.min() == part.max() && !part.optional();
            if (part.set() == Cset.NUMERIC) {
                fixedDigits += fixed ? part.max() : 0;
                moreDigits += fixed ? 0 : part.max();
            } else {
                fixedCharacters += fixed ? part.max() : 0;
                moreCharacters += fixed ? 0 : part.max();
            }
        }
        if (fixedDigits > 0) {
            value.append(FieldCode.readInteger(in, fixedDigits));
        }
        if (moreDigits > 0) {
            value.append(FieldCode.readInteger(in, (int) in.read(lengthBits(moreDigits))));
        }
        if (moreCharacters > 0) {
            int encoding = (int) in.read(3);
            int length = (int) in.read(lengthBits(code.equals("8007") ? 24 : fixedCharacters + moreCharacters));
            value.append(characters(encoding, length));
        } else if (fixedCharacters > 0) {
            value.append(characters((int) in.read(3), fixedCharacters));
        }
        elements.add(new Element(ai, value.toString()));
    }

    private String characters(int encoding, int length) {
        if (encoding >= ENCODINGS.length) {
            throw in.problem("encoding", "Encoding %d is not assigned.".formatted(encoding), "0 to 4");
        }
        return ENCODINGS[encoding].read(in, length);
    }

    /** A name and value of the query that are no AI. */
    private void readParameter() {
        String name = CharacterEncoding.BASE64.read(in, (int) in.read(7));
        int encoding = (int) in.read(3);
        parameters.put(name, characters(encoding, (int) in.read(7)));
    }

    private static int lengthBits(int max) {
        return 32 - Integer.numberOfLeadingZeros(max);
    }

    /** The codes for usual groups of AIs, as the withdrawn table had them. */
    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new TreeMap<>();
        String[] single = {"22", "10", "21", "17", "7003", "30"};
        for (int i = 0; i < 6; i++) {
            groups.put("0%X".formatted(0x0A + i), List.of("01", single[i]));
            groups.put("2%X".formatted(0x0A + i), List.of("01", "310" + i));
            groups.put("3%X".formatted(0x0A + i), List.of("01", "320" + i));
        }
        groups.put("1A", List.of("01", "10", "21", "17"));
        groups.put("1B", List.of("01", "15"));
        groups.put("1C", List.of("01", "11"));
        groups.put("1D", List.of("01", "16"));
        groups.put("1E", List.of("01", "91"));
        groups.put("1F", List.of("01", "10", "15"));
        groups.put("9A", List.of("8010", "8011"));
        groups.put("9B", List.of("8017", "8019"));
        groups.put("9C", List.of("8018", "8019"));
        groups.put("9D", List.of("414", "254"));
        for (int i = 0; i < 10; i++) {
            groups.put("A" + i, List.of("01", "392" + i));
            groups.put("C" + i, List.of("255", "390" + i));
        }
        for (int i = 0; i < 4; i++) {
            groups.put("C%X".formatted(0x0A + i), List.of("255", "394" + i));
        }
        return groups;
    }
}
