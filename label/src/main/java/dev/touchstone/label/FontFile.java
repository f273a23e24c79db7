package dev.touchstone.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One bundled font file: a TrueType font in a WOFF 1.0 container (W3C "WOFF File Format 1.0"). Reads what a label needs,
 * the character map (format 4), advances, cap height and outlines, and nothing that depends on the machine's own fonts.
 */
final class FontFile {

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEATED = 8;
    private static final int SAME_OR_POSITIVE_X = 16;
    private static final int SAME_OR_POSITIVE_Y = 32;
    private static final int ARGUMENTS_ARE_WORDS = 1;
    private static final int ARGUMENTS_ARE_OFFSETS = 2;
    private static final int HAS_SCALE = 8;
    private static final int MORE_COMPONENTS = 0x20;

    private final ByteBuffer glyphs;
    private final ByteBuffer offsets;
    private final ByteBuffer advances;
    private final boolean longOffsets;
    private final int advanceCount;
    private final Map<Integer, Integer> glyphOfCodePoint;

    /** Font units of one em. */
    final int unitsPerEm;
    /** Height of a capital letter above the baseline, in font units. */
    final int capHeight;

    private FontFile(Map<String, ByteBuffer> tables) {
        glyphs = tables.get("glyf");
        offsets = tables.get("loca");
        advances = tables.get("hmtx");
        unitsPerEm = tables.get("head").getShort(18);
        longOffsets = tables.get("head").getShort(50) == 1;
        advanceCount = tables.get("hhea").getShort(34);
        capHeight = tables.get("OS/2").getShort(88);
        glyphOfCodePoint = characterMap(tables.get("cmap"));
    }

    /** Reads a font that ships beside this class. */
    static FontFile bundled(String name) {
        try (InputStream in = FontFile.class.getResourceAsStream("fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The font " + name + " is missing from the label library's own jar.");
            }
            return new FontFile(tables(ByteBuffer.wrap(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, ByteBuffer> tables(ByteBuffer woff) {
        Map<String, ByteBuffer> tables = new HashMap<>();
        int count = woff.getShort(12);
        for (int i = 0; i < count; i++) {
            int entry = 44 + 20 * i;
            byte[] tag = new byte[4];
            woff.get(entry, tag);
            ByteBuffer stored = woff.slice(woff.getInt(entry + 4), woff.getInt(entry + 8));
            tables.put(new String(tag, StandardCharsets.US_ASCII), inflate(stored, woff.getInt(entry + 12)));
        }
        return tables;
    }

    private static ByteBuffer inflate(ByteBuffer stored, int length) {
        if (stored.remaining() == length) {
            return stored;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(stored);
            byte[] plain = new byte[length];
            inflater.inflate(plain);
            return ByteBuffer.wrap(plain);
        } catch (DataFormatException e) {
            throw new IllegalStateException("A bundled font is damaged.", e);
        }
    }

    private static Map<Integer, Integer> characterMap(ByteBuffer cmap) {
        int table = cmap.getInt(8);
        if (cmap.getShort(table) != 4) {
            throw new IllegalStateException("A bundled font has a character map of another format than 4.");
        }
        int twiceSegments = cmap.getShort(table + 6);
        int ends = table + 14;
        int starts = ends + twiceSegments + 2;
        Map<Integer, Integer> map = new HashMap<>();
        for (int s = 0; s < twiceSegments; s += 2) {
            int start = unsigned(cmap, starts + s);
            int end = unsigned(cmap, ends + s);
            int delta = cmap.getShort(starts + twiceSegments + s);
            int rangeAt = starts + 2 * twiceSegments + s;
            int range = unsigned(cmap, rangeAt);
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int glyph = range == 0 ? c : unsigned(cmap, rangeAt + range + 2 * (c - start));
                if (range == 0 || glyph != 0) {
                    map.put(c, glyph + delta & 0xFFFF);
                }
            }
        }
        return Map.copyOf(map);
    }

    boolean has(int codePoint) {
        return glyphOfCodePoint.containsKey(codePoint);
    }

    /** Font units from this character's origin to the next one's. */
    int advance(int codePoint) {
        int glyph = glyphOfCodePoint.get(codePoint);
        return unsigned(advances, 4 * Math.min(glyph, advanceCount - 1));
    }

    /** Draws the character with its origin at (0, 0), in font units. */
    void trace(int codePoint, Pen pen) {
        trace(glyphOfCodePoint.get(codePoint), 1, 0, 0, pen);
    }

    private int offset(int glyph) {
        return longOffsets ? offsets.getInt(4 * glyph) : 2 * unsigned(offsets, 2 * glyph);
    }

    private void trace(int glyph, double scale, double dx, double dy, Pen pen) {
        int at = offset(glyph);
        if (offset(glyph + 1) == at) {
            return;
        }
        int contours = glyphs.getShort(at);
        if (contours < 0) {
            traceComponents(at + 10, scale, dx, dy, pen);
        } else {
            traceContours(at + 10, contours, scale, dx, dy, pen);
        }
    }

    /** Draws a glyph that is made of others, such as a letter and its accent. */
    private void traceComponents(int start, double scale, double dx, double dy, Pen pen) {
        int at = start;
        int flags;
        do {
            flags = unsigned(glyphs, at);
            int glyph = unsigned(glyphs, at + 2);
            boolean words = (flags & ARGUMENTS_ARE_WORDS) != 0;
            int x = words ? glyphs.getShort(at + 4) : glyphs.get(at + 4);
            int y = words ? glyphs.getShort(at + 6) : glyphs.get(at + 5);
            at += words ? 8 : 6;
            double own = 1;
            if ((flags & HAS_SCALE) != 0) {
                own = glyphs.getShort(at) / 16384.0;
                at += 2;
            }
            trace(glyph, scale * own, dx + scale * x, dy + scale * y, pen);
        } while ((flags & MORE_COMPONENTS) != 0);
    }

    private void traceContours(int start, int contours, double scale, double dx, double dy, Pen pen) {
        int count = unsigned(glyphs, start + 2 * (contours - 1)) + 1;
        int instructions = start + 2 * contours;
        int flagsAt = instructions + 2 + unsigned(glyphs, instructions);
        byte[] flags = new byte[count];
        int at = flagsAt;
        for (int i = 0; i < count; i++) {
            flags[i] = glyphs.get(at++);
            if ((flags[i] & REPEATED) != 0) {
                int copies = glyphs.get(at++) & 0xFF;
                for (int c = 0; c < copies; c++, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        double[] x = new double[count];
        at = coordinates(at, flags, SHORT_X, SAME_OR_POSITIVE_X, scale, dx, x);
        double[] y = new double[count];
        coordinates(at, flags, SHORT_Y, SAME_OR_POSITIVE_Y, scale, dy, y);
        int first = 0;
        for (int c = 0; c < contours; c++) {
            int last = unsigned(glyphs, start + 2 * c);
            traceContour(flags, x, y, first, last, pen);
            first = last + 1;
        }
    }

    private int coordinates(int start, byte[] flags, int isShort, int same, double scale, double shift, double[] out) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int step = glyphs.get(at++) & 0xFF;
                value += (flags[i] & same) != 0 ? step : -step;
            } else if ((flags[i] & same) == 0) {
                value += glyphs.getShort(at);
                at += 2;
            }
            out[i] = shift + scale * value;
        }
        return at;
    }

    /** Between two control points off the curve lies one on it, half-way (TrueType's implied points). */
    private static void traceContour(byte[] flags, double[] x, double[] y, int first, int last, Pen pen) {
        int size = last - first + 1;
        boolean startsOnCurve = (flags[first] & ON_CURVE) != 0;
        boolean endsOnCurve = (flags[last] & ON_CURVE) != 0;
        double startX = startsOnCurve ? x[first] : endsOnCurve ? x[last] : (x[first] + x[last]) / 2;
        double startY = startsOnCurve ? y[first] : endsOnCurve ? y[last] : (y[first] + y[last]) / 2;
        pen.moveTo(startX, startY);
        for (int k = startsOnCurve ? 1 : 0; k < size; k++) {
            int i = first + k;
            if ((flags[i] & ON_CURVE) != 0) {
                pen.lineTo(x[i], y[i]);
                continue;
            }
            boolean closing = k == size - 1;
            int next = closing ? first : i + 1;
            if ((flags[next] & ON_CURVE) != 0) {
                pen.quadTo(x[i], y[i], x[next], y[next]);
                k++;
            } else {
                pen.quadTo(
                        x[i], y[i], closing ? startX : (x[i] + x[next]) / 2, closing ? startY : (y[i] + y[next]) / 2);
            }
        }
        pen.close();
    }

    private static int unsigned(ByteBuffer table, int at) {
        return table.getShort(at) & 0xFFFF;
    }
}
