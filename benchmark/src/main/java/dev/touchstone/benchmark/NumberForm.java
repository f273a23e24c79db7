package dev.touchstone.benchmark;

import java.util.List;

/**
 * How numbers are written.
 *
 * @param decimal the mark before the fraction
 * @param group the mark between groups of three digits; 0 for none
 */
record NumberForm(char decimal, char group) {
    static final NumberForm PLAIN = new NumberForm('.', (char) 0);
    private static final NumberForm COMMA = new NumberForm(',', (char) 0);
    private static final List<NumberForm> ALL = List.of(
            PLAIN,
            new NumberForm('.', ','),
            COMMA,
            new NumberForm(',', '.'),
            new NumberForm(',', ' '),
            new NumberForm(',', '\u00a0'),
            new NumberForm(',', '\u202f'),
            new NumberForm('.', ' '),
            new NumberForm('.', '\''),
            new NumberForm('.', '\u2019'));
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    String words() {
        String marks = decimal == ',' ? "decimal comma" : "decimal point";
        return group == 0 ? marks : marks + ", digits grouped by \"" + group + "\"";
    }

    /**
     * The form that reads most of the values; where several do, plain numbers come first. Of "1,234" alone it cannot be told whether
     * the comma groups or is decimal; in a table separated by semicolons it is taken to be decimal.
     */
    static NumberForm of(List<String> values, boolean commaLikely) {
        NumberForm best = PLAIN;
        long most = -1;
        for (NumberForm form : ALL) {
            long read =
                    values.stream().filter(v -> !Double.isNaN(form.parse(v))).count();
            boolean preferred = read == most && commaLikely && form.equals(COMMA) && best.group == ',';
            if (read > most || preferred) {
                most = read;
                best = form;
            }
        }
        return best;
    }

    double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** The number, or NaN for what is none. */
    double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (text[at] == '-' || text[at] == '+' || text[at] == '\u2212')) {
            negative = text[at++] != '+';
        }
        int start = at;
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean any = false;
        boolean fraction = false;
        int sinceGroup = -1;
        for (; at < to; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9') {
                any = true;
                sinceGroup += sinceGroup >= 0 ? 1 : 0;
                if (count < 18) {
                    digits = 10 * digits + (c - '0');
                    count += digits > 0 ? 1 : 0;
                    scale -= fraction ? 1 : 0;
                } else {
                    return slow(text, from, to);
                }
            } else if (c == decimal && !fraction) {
                if (sinceGroup >= 0 && sinceGroup != 3) {
                    return Double.NaN;
                }
                fraction = true;
                sinceGroup = -1;
            } else if (c == group && group != 0 && any && !fraction) {
                if (sinceGroup >= 0 ? sinceGroup != 3 : at - start > 3) {
                    return Double.NaN;
                }
                sinceGroup = 0;
            } else {
                break;
            }
        }
        if (!any || (sinceGroup >= 0 && sinceGroup != 3)) {
            return Double.NaN;
        }
        if (at < to || count > 15 || -scale >= POWERS.length) {
            return slow(text, from, to);
        }
        double value = scale == 0 ? digits : digits / POWERS[-scale];
        return negative ? -value : value;
    }

    /** Numbers with an exponent or with many digits. */
    private double slow(char[] text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == decimal) {
                plain.append('.');
            } else if (c == '\u2212') {
                plain.append('-');
            } else if ((c >= '0' && c <= '9') || c == 'e' || c == 'E' || c == '-' || c == '+') {
                plain.append(c);
            } else if (c != group) {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(plain.toString());
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
