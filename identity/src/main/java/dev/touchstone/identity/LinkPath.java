package dev.touchstone.identity;

import java.util.Map;

/**
 * Finds the GS1 part in the path of a Digital Link: from the right, pairs of AI (or its former short name) and value, up
 * to the primary key. What stands left of it is the resolver's own (GS1 Digital Link URI Syntax 4).
 */
final class LinkPath {

    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("gtin", "01"),
            Map.entry("itip", "8006"),
            Map.entry("cpid", "8010"),
            Map.entry("gln", "414"),
            Map.entry("party", "417"),
            Map.entry("gsrnp", "8017"),
            Map.entry("gsrn", "8018"),
            Map.entry("gcn", "255"),
            Map.entry("sscc", "00"),
            Map.entry("gdti", "253"),
            Map.entry("ginc", "401"),
            Map.entry("gsin", "402"),
            Map.entry("grai", "8003"),
            Map.entry("giai", "8004"),
            Map.entry("gmn", "8013"),
            Map.entry("cpv", "22"),
            Map.entry("lot", "10"),
            Map.entry("ser", "21"),
            Map.entry("glnx", "254"),
            Map.entry("cpsn", "8011"),
            Map.entry("srin", "8019"),
            Map.entry("refno", "8020"));
    private static final int MAX_PAIRS = 4;

    private final String uri;
    private final Reading reading;
    private final ApplicationIdentifier[] ais = new ApplicationIdentifier[MAX_PAIRS];
    private final int[] from = new int[MAX_PAIRS];
    private final int[] to = new int[MAX_PAIRS];
    private int count;
    private int stemEnd;
    private int pathEnd;

    private LinkPath(String uri, Reading reading) {
        this.uri = uri;
        this.reading = reading;
    }

    static boolean isWeb(String uri) {
        return uri.startsWith("http://")
                || uri.startsWith("https://")
                || uri.startsWith("HTTP://")
                || uri.startsWith("HTTPS://");
    }

    /** The path of a web URI, or null when it holds no primary key with qualifiers in their order after it. */
    static LinkPath find(String uri, Reading reading) {
        LinkPath path = new LinkPath(uri, reading);
        int pathStart = uri.indexOf('/', uri.indexOf("//") + 2);
        path.pathEnd = pathEnd(uri);
        boolean found = pathStart >= 0 && pathStart < path.pathEnd && path.walk(pathStart);
        return found && path.inOrder() ? path : null;
    }

    /** Where query or fragment begin, or the text ends. */
    static int pathEnd(String uri) {
        int query = uri.indexOf('?');
        int fragment = uri.indexOf('#');
        int end = query < 0 ? uri.length() : query;
        return fragment < 0 ? end : Math.min(fragment, end);
    }

    private boolean walk(int pathStart) {
        int end = uri.charAt(pathEnd - 1) == '/' ? pathEnd - 1 : pathEnd;
        while (count < MAX_PAIRS) {
            int valueStart = uri.lastIndexOf('/', end - 1) + 1;
            int codeStart = uri.lastIndexOf('/', valueStart - 2) + 1;
            if (valueStart - 1 <= pathStart || codeStart <= pathStart) {
                return false;
            }
            ApplicationIdentifier ai = ai(codeStart, valueStart - 1);
            if (ai == null) {
                return false;
            }
            ais[count] = ai;
            from[count] = valueStart;
            to[count] = end;
            count++;
            if (ai.isPrimaryKey()) {
                stemEnd = codeStart - 1;
                return true;
            }
            end = codeStart - 1;
        }
        return false;
    }

    private ApplicationIdentifier ai(int start, int end) {
        ApplicationIdentifier ai = reading.table().at(uri, start, end);
        if (ai != null) {
            return ai.code().length() == end - start ? ai : null;
        }
        String code = reading.shortNames() ? ofShortName(uri.substring(start, end)) : null;
        return code == null ? null : reading.table().at(code, 0, code.length());
    }

    /** The AI of a former short name, or null. */
    static String ofShortName(String name) {
        return SHORT_NAMES.get(name);
    }

    private boolean inOrder() {
        if (count == 1) {
            return true;
        }
        for (var sequence : ais[count - 1].qualifiers()) {
            int next = 0;
            int pair = count - 2;
            while (pair >= 0 && next < sequence.size()) {
                if (sequence.get(next++).equals(ais[pair].code())) {
                    pair--;
                }
            }
            if (pair < 0) {
                return true;
            }
        }
        return false;
    }

    /** Number of pairs; the first is the primary key. */
    int count() {
        return count;
    }

    ApplicationIdentifier ai(int pair) {
        return ais[count - 1 - pair];
    }

    /** The decoded value; a GTIN of 8, 12 or 13 digits is filled with zeros to 14. */
    String value(int pair) {
        String value = Text.unescape(uri, from(pair), to[count - 1 - pair]);
        return switch (reading.shortGtins() ? value.length() : 0) {
            case 8, 12, 13 -> ai(pair).code().equals("01") ? "000000".substring(value.length() - 8) + value : value;
            default -> value;
        };
    }

    int to(int pair) {
        return to[count - 1 - pair];
    }

    int from(int pair) {
        return from[count - 1 - pair];
    }

    /** Where the resolver's own part ends. */
    int stemEnd() {
        return stemEnd;
    }

    int pathEnd() {
        return pathEnd;
    }
}
