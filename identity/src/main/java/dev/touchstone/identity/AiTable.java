package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The Application Identifiers in force. Immutable. */
public final class AiTable {

    private static final AiTable STANDARD = read(Resource.lines("application-identifiers.txt"), AiRow::ofTable);

    private final ApplicationIdentifier[][] byLength = {
        null, null, new ApplicationIdentifier[100], new ApplicationIdentifier[1000], new ApplicationIdentifier[10000]
    };
    private final byte[] lengths = new byte[100];
    private final List<ApplicationIdentifier> all;
    private final Set<String> unknownRules;

    private AiTable(List<ApplicationIdentifier> identifiers, Set<String> unknownRules) {
        all = List.copyOf(identifiers);
        this.unknownRules = Set.copyOf(unknownRules);
        for (ApplicationIdentifier ai : all) {
            String code = ai.code();
            int prefix = Integer.parseInt(code, 0, 2, 10);
            if (lengths[prefix] != 0 && lengths[prefix] != code.length()) {
                throw ProblemException.of(
                        "dictionary",
                        -1,
                        "AIs that begin with %02d differ in length.".formatted(prefix),
                        "one length for AIs with the same first two digits");
            }
            lengths[prefix] = (byte) code.length();
            byLength[code.length()][Integer.parseInt(code)] = ai;
        }
    }

    /** The table that comes with this library. */
    public static AiTable standard() {
        return STANDARD;
    }

    /**
     * The table of a GS1 Barcode Syntax Dictionary, as GS1 publishes it in a text file.
     *
     * @throws ProblemException when a line is not of that format
     */
    public static AiTable ofSyntaxDictionary(String dictionary) {
        List<String> lines = dictionary
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return read(lines, AiRow::ofDictionary);
    }

    private static AiTable read(List<String> lines, Function<String, AiRow> notation) {
        List<ApplicationIdentifier> all = new ArrayList<>(600);
        Set<String> unknownRules = new TreeSet<>();
        for (String line : lines) {
            notation.apply(line).expand(all, unknownRules);
        }
        return new AiTable(all, unknownRules);
    }

    public List<ApplicationIdentifier> all() {
        return all;
    }

    /** Names of rules in a loaded dictionary that this library does not know, and so does not check. */
    public Set<String> unknownRules() {
        return unknownRules;
    }

    public Optional<ApplicationIdentifier> find(String code) {
        ApplicationIdentifier ai = at(code, 0, code.length());
        return ai != null && ai.code().length() == code.length() ? Optional.of(ai) : Optional.empty();
    }

    /** The AI whose digits begin at {@code from}, or null. The first two digits of an AI tell how many it has. */
    ApplicationIdentifier at(String text, int from, int to) {
        int prefix = number(text, from, from + 2, to);
        int length = prefix < 0 ? 0 : lengths[prefix];
        if (length == 0) {
            return null;
        }
        int code = number(text, from, from + length, to);
        return code < 0 ? null : byLength[length][code];
    }

    private static int number(String text, int from, int to, int limit) {
        if (to > limit) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
