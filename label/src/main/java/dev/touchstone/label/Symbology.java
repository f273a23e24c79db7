package dev.touchstone.label;

/** The kinds of symbol a label can carry, with the quiet zone that each needs (GS1 General Specifications, chapter 5). */
public enum Symbology {
    /** GS1 DataMatrix: Data Matrix ECC 200 with FNC1 in the first position (ISO/IEC 16022). */
    GS1_DATAMATRIX("GS1 DataMatrix", 1, false),
    /** QR Code that holds a GS1 Digital Link URI (ISO/IEC 18004). */
    DIGITAL_LINK_QR("GS1 Digital Link QR Code", 4, false),
    /** GS1-128: Code 128 with FNC1 in the first position (ISO/IEC 15417). */
    GS1_128("GS1-128", 10, true);

    private final String title;
    private final int quietZone;
    private final boolean linear;

    Symbology(String title, int quietZone, boolean linear) {
        this.title = title;
        this.quietZone = quietZone;
        this.linear = linear;
    }

    /** The name as the standard writes it. */
    public String title() {
        return title;
    }

    /** White modules that must stay free beside the symbol; a matrix needs them on all four sides. */
    public int quietZone() {
        return quietZone;
    }

    /** Whether the symbol is one row of bars, whose height is free, rather than a matrix of square modules. */
    public boolean linear() {
        return linear;
    }
}
