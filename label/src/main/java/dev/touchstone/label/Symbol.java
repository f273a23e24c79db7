package dev.touchstone.label;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.Element;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.ProblemException;
import java.util.BitSet;
import java.util.List;

/**
 * A symbol as pure geometry: a grid of dark and light modules without quiet zone, colour or size. A linear symbol is one
 * row of modules. Immutable.
 */
public final class Symbol {

    /** Most characters that a GS1-128 symbol may carry, separators included (GS1 General Specifications 5.4.4.3). */
    private static final int GS1_128_CHARACTERS = 48;

    private final Symbology symbology;
    private final int columns;
    private final int rows;
    private final BitSet dark;
    private final String data;
    private final List<String> hri;

    Symbol(Symbology symbology, int columns, int rows, BitSet dark, String data, List<String> hri) {
        this.symbology = symbology;
        this.columns = columns;
        this.rows = rows;
        this.dark = dark;
        this.data = data;
        this.hri = hri;
    }

    /**
     * A square GS1 DataMatrix.
     *
     * @throws ProblemException {@code symbol-capacity} when the data is more than the largest symbol holds
     */
    public static Symbol dataMatrix(ElementString elements) {
        return Encoder.dataMatrix(elements.raw(), hri(elements));
    }

    /**
     * A QR Code with error correction level M that holds the URI as it is given.
     *
     * @throws ProblemException {@code symbol-capacity} when the URI is more than the largest symbol holds
     */
    public static Symbol qr(DigitalLink link) {
        return Encoder.qr(link.toString(), hri(link.elements()));
    }

    /**
     * A GS1-128, such as that of an SSCC on a logistic label.
     *
     * @throws ProblemException {@code symbol-capacity} above 48 characters
     */
    public static Symbol gs1Code128(ElementString elements) {
        String raw = elements.raw();
        if (raw.length() > GS1_128_CHARACTERS) {
            throw ProblemException.of(
                    "symbol-capacity",
                    GS1_128_CHARACTERS,
                    "The element string has %d characters, more than a GS1-128 symbol carries.".formatted(raw.length()),
                    "at most 48 characters, or a GS1 DataMatrix");
        }
        return Encoder.gs1Code128(raw, hri(elements));
    }

    private static List<String> hri(ElementString elements) {
        return elements.elements().stream().map(Symbol::hri).toList();
    }

    private static String hri(Element element) {
        return "(" + element.ai().code() + ")" + element.value();
    }

    public Symbology symbology() {
        return symbology;
    }

    /** Modules in a row. */
    public int columns() {
        return columns;
    }

    /** Rows of modules; 1 when the symbol is linear. */
    public int rows() {
        return rows;
    }

    /** Whether a module is dark; column and row count from the upper left corner, from 0. Outside all is light. */
    public boolean isDark(int column, int row) {
        return column >= 0 && column < columns && row >= 0 && row < rows && dark.get(row * columns + column);
    }

    /** What a reader transmits after the symbology identifier: AIs and values with ASCII 29 as separator, or the URI. */
    public String data() {
        return data;
    }

    /** The human-readable interpretation, one element string each, such as {@code (21)K7M2Q9}. */
    public List<String> hri() {
        return hri;
    }

    @Override
    public String toString() {
        return symbology.title() + " " + columns + " x " + rows + " " + String.join("", hri);
    }
}
