package dev.touchstone.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Application Identifiers in force. Immutable. */
public final class AiTable {

    private static final AiTable STANDARD = standardTable();

    private final ApplicationIdentifier[][] byLength = {
        null, null, new ApplicationIdentifier[100], new ApplicationIdentifier[1000], new ApplicationIdentifier[10000]
    };
    private final byte[] lengths = new byte[100];
    private final List<ApplicationIdentifier> all;

    AiTable(List<ApplicationIdentifier> identifiers) {
        all = List.copyOf(identifiers);
        for (ApplicationIdentifier ai : all) {
            String code = ai.code();
            int prefix = Integer.parseInt(code, 0, 2, 10);
            if (lengths[prefix] != 0 && lengths[prefix] != code.length()) {
                throw new IllegalArgumentException("AIs that begin with %02d differ in length".formatted(prefix));
            }
            lengths[prefix] = (byte) code.length();
            byLength[code.length()][Integer.parseInt(code)] = ai;
        }
    }

    /** The table that comes with this library. */
    public static AiTable standard() {
        return STANDARD;
    }

    public List<ApplicationIdentifier> all() {
        return all;
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

    private static AiTable standardTable() {
        String name = "application-identifiers.txt";
        try (InputStream in = AiTable.class.getResourceAsStream(name)) {
            List<ApplicationIdentifier> all = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    AiRow.parse(line, all);
                }
            }
            return new AiTable(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
