package dev.touchstone.benchmark;

import java.util.Locale;

/** What is assumed possible beyond the units observed: how they may be scaled and mixed. */
public enum Returns {
    /** Constant returns to scale: any multiple of any mix. */
    CRS,
    /** Variable returns to scale: any mix, none scaled. */
    VRS,
    /** Non-increasing returns to scale: any mix, scaled down only. */
    NIRS,
    /** Non-decreasing returns to scale: any mix, scaled up only. */
    NDRS,
    /** Free disposal hull: only units that were observed, no mix. */
    FDH;

    public static Returns parse(String text) {
        for (Returns returns : values()) {
            if (returns.name().equalsIgnoreCase(text.strip())) {
                return returns;
            }
        }
        throw new BadData(
                "unknown-returns",
                "\"" + text + "\" is not an assumption on returns to scale.",
                "Write crs, vrs, nirs, ndrs or fdh.");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
