package dev.touchstone.benchmark;

import java.nio.file.Path;
import java.util.Optional;

/** Reports over a table, one method for each question; each reads the file, and refuses what it cannot use with {@link BadData}. */
public final class Benchmark {
    private Benchmark() {}

    /** How units compare with each other and with references. */
    public static CompareReport compare(Path file, Reading reading, CompareOptions options) {
        Samples.Loaded loaded = Samples.read(file, options.reading(reading));
        return Compare.report(loaded.samples(), Optional.of(loaded.report()), options);
    }

    /** As {@link #compare(Path, Reading, CompareOptions)} over a frame that is already there. */
    public static CompareReport compare(Samples samples, CompareOptions options) {
        return Compare.report(samples, Optional.empty(), options);
    }
}
