package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Host names in "++" EPC binary strings: one bit of encoding, six of length, and characters (TDS 14.5.16). */
final class HostName {

    private static final int MAX_UNITS = 63;
    private static final Map<Integer, String> ONE = new HashMap<>();
    private static final List<List<String>> TWO =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    static {
        String list = "";
        for (String line : Resource.lines("hostname-parts.txt")) {
            if (!line.startsWith(" ")) {
                list = line.substring(0, line.indexOf(':'));
                continue;
            }
            for (String entry : line.strip().split(" ")) {
                if (list.equals("one")) {
                    ONE.put(Integer.parseInt(entry, 0, 2, 16), entry.substring(3));
                } else {
                    TWO.get(list.charAt(4) - '0').add(entry);
                }
            }
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+");

    private HostName() {}

    /** Throws unless the name has small letters, digits, hyphens and dots only. */
    static void check(String host) {
        boolean valid = NAME.matcher(host).matches();
        if (!valid || units(host).size() > MAX_UNITS) {
            throw ProblemException.of(
                    "host",
                    -1,
                    "The host name '%s' does not fit into a tag.".formatted(host),
                    "up to 63 of small letters, digits, hyphens and dots");
        }
    }

    /** Writes the shorter of the two encodings; URN Code 40 knows capitals only, which a host name does not tell apart. */
    static void write(BitWriter out, String host) {
        List<Integer> units = units(host);
        String capitals = host.toUpperCase(Locale.ROOT);
        if (CharacterEncoding.URN_CODE_40.bits(host.length()) < units.size() * 7) {
            out.write(0, 1);
            out.write(host.length(), 6);
            CharacterEncoding.URN_CODE_40.write(out, capitals);
            return;
        }
        out.write(1, 1);
        out.write(units.size(), 6);
        for (int unit : units) {
            out.write(unit, 7);
        }
    }

    /** The host name in units of 7 bits, with the longest short form wherever one fits. */
    private static List<Integer> units(String host) {
        List<Integer> units = new ArrayList<>(host.length());
        for (int at = 0; at < host.length(); ) {
            int longest = 1;
            List<Integer> code = List.of((int) host.charAt(at));
            for (Map.Entry<Integer, String> entry : ONE.entrySet()) {
                boolean prefix = !entry.getValue().startsWith(".");
                if (entry.getValue().length() > longest
                        && host.startsWith(entry.getValue(), at)
                        && (prefix
                                ? at == 0
                                : endsPart(host, at + entry.getValue().length()))) {
                    longest = entry.getValue().length();
                    code = List.of(entry.getKey());
                }
            }
            for (int table = 0; table < TWO.size(); table++) {
                for (int i = 0; i < TWO.get(table).size(); i++) {
                    String part = TWO.get(table).get(i);
                    if (part.length() > longest && host.startsWith(part, at) && at + part.length() == host.length()) {
                        longest = part.length();
                        code = List.of(table, i);
                    }
                }
            }
            units.addAll(code);
            at += longest;
        }
        return units;
    }

    private static boolean endsPart(String host, int at) {
        return at == host.length() || host.charAt(at) == '.';
    }

    static String read(BitReader in) {
        boolean code40 = in.read(1) == 0;
        int length = (int) in.read(6);
        if (length == 0) {
            throw in.problem("host", "The host name is empty.", "a host name");
        }
        String host = (code40 ? CharacterEncoding.URN_CODE_40.read(in, length) : readUnits(in, length))
                .toLowerCase(Locale.ROOT);
        if (!NAME.matcher(host).matches()) {
            throw in.problem("host", "'%s' is no host name.".formatted(host), "letters, digits, hyphens and dots");
        }
        return host;
    }

    private static String readUnits(BitReader in, int length) {
        StringBuilder out = new StringBuilder();
        for (int unit = 0; unit < length; unit++) {
            int code = (int) in.read(7);
            if (code < TWO.size()) {
                List<String> parts = TWO.get(code);
                int place = (int) in.read(7);
                unit++;
                if (place >= parts.size() || unit >= length) {
                    throw in.problem("host", "A short form in the host name is not assigned.", "one of TDS 14.5.16");
                }
                out.append(parts.get(place));
            } else if (ONE.containsKey(code)) {
                out.append(ONE.get(code));
            } else if (Cset.SET82.contains((char) code)) {
                out.append((char) code);
            } else {
                throw in.problem("host", "A character of the host name is not assigned.", "one of TDS 14.5.16");
            }
        }
        return out.toString();
    }
}
