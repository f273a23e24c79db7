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

    /** How a figure varies over time, and whether that is more than common causes make. */
    public static ChartReport chart(Path file, Reading reading, ChartOptions options) {
        Samples.Loaded loaded = Samples.read(file, options.reading(reading));
        return Charts.report(loaded.samples(), Optional.of(loaded.report()), options);
    }

    /** As {@link #chart(Path, Reading, ChartOptions)} over a frame that is already there. */
    public static ChartReport chart(Samples samples, ChartOptions options) {
        return Charts.report(samples, Optional.empty(), options);
    }

    /** How near units come to the best that they show to be possible together, and whom each should learn from. */
    public static FrontierReport frontier(Path file, Reading reading, FrontierOptions options) {
        Samples.Loaded loaded = Samples.read(file, options.reading(reading, Samples.header(file, reading)));
        return Frontiers.report(loaded.samples(), Optional.of(loaded.report()), options);
    }

    /** As {@link #frontier(Path, Reading, FrontierOptions)} over a frame that is already there. */
    public static FrontierReport frontier(Samples samples, FrontierOptions options) {
        return Frontiers.report(samples, Optional.empty(), options);
    }

    /** What causes a difference: slices, mix and rate, drivers, stages. */
    public static CausesReport causes(Path file, Reading reading, CausesOptions options) {
        Samples.Loaded loaded = Samples.read(file, options.question().reading(reading));
        return CausesReport.of(loaded.samples(), Optional.of(loaded.report()), options);
    }

    /** As {@link #causes(Path, Reading, CausesOptions)} over a frame that is already there. */
    public static CausesReport causes(Samples samples, CausesOptions options) {
        return CausesReport.of(samples, Optional.empty(), options);
    }

    /** Whether what was done to improve a figure did improve it. */
    public static EffectReport effect(Path file, Reading reading, EffectOptions options) {
        Samples.Loaded loaded = Samples.read(file, options.reading(reading));
        return Effects.report(loaded.samples(), Optional.of(loaded.report()), options);
    }

    /** As {@link #effect(Path, Reading, EffectOptions)} over a frame that is already there. */
    public static EffectReport effect(Samples samples, EffectOptions options) {
        return Effects.report(samples, Optional.empty(), options);
    }

    /** How large an effect could be shown, from the past of the units, before anything is done. */
    public static EffectPlan effectPlan(Path file, Reading reading, EffectPlanOptions options) {
        Samples.Loaded loaded = Samples.read(file, options.reading(reading));
        return EffectPlanner.plan(loaded.samples(), Optional.of(loaded.report()), options);
    }

    /** As {@link #effectPlan(Path, Reading, EffectPlanOptions)} over a frame that is already there. */
    public static EffectPlan effectPlan(Samples samples, EffectPlanOptions options) {
        return EffectPlanner.plan(samples, Optional.empty(), options);
    }
}
