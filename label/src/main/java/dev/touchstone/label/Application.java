package dev.touchstone.label;

/** Where a symbol is scanned, which decides how large it must be. Each has its table in the GS1 General Specifications. */
public enum Application {
    /** Units scanned neither at a retail checkout nor in distribution, such as devices, spare parts and their cartons. */
    GENERAL,
    /** Units scanned at a retail checkout. */
    RETAIL,
    /** Cases and other trade items scanned in general distribution, from some distance. */
    DISTRIBUTION,
    /** Logistic units, identified by an SSCC. */
    LOGISTIC,
    /** Regulated healthcare units that are not scanned in general distribution. */
    HEALTHCARE,
    /** Marks made directly on a part by laser, ink or dot peening. */
    DIRECT_MARK,
    /** Assets, documents and locations. */
    ASSET
}
