package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every formula of the standard on two shifts of one line, computed by hand; the mean of the two shifts' ratios would be another. */
class Iso22400Test {
    private static final Samples SHIFTS = Samples.of(
            column("APWT", 300, 100),
            column("APAT", 400, 200),
            column("AUBT", 500, 200),
            column("AOET", 800, 200),
            column("PBT", 600, 280),
            column("APT", 400, 160),
            column("AUPT", 450, 180),
            column("ASUT", 50, 20),
            column("ADET", 100, 40),
            column("PRI", 0.3, 0.5),
            column("PQ", 1000, 200),
            column("PQ1", 1100, 250),
            column("GQ", 900, 150),
            column("SQ", 60, 30),
            column("PSQ", 40, 20),
            column("RQ", 40, 20),
            column("GP", 850, 120),
            column("IP", 1000, 200),
            column("E", 5000, 1000),
            column("CM", 2000, 400),
            column("IGQ", 1000, 200),
            column("PL", 120, 24),
            column("STL", 24, 0),
            column("OL", 36, 12),
            column("TH", 300, 200),
            column("AI", 100, 150),
            column("EPC", 1500, 500),
            column("TBF", 900, 300),
            column("TTF", 450, 150),
            column("TTR", 50, 40),
            column("FE", 3, 2),
            column("CMT", 30, 10),
            column("PMT", 80, 40));

    private static final Map<String, Double> BY_HAND = Map.ofEntries(
            Map.entry("worker-efficiency", 400.0 / 600),
            Map.entry("allocation-ratio", 700.0 / 1000),
            Map.entry("throughput-rate", 1200.0 / 1000),
            Map.entry("allocation-efficiency", 700.0 / 880),
            Map.entry("utilisation-efficiency", 560.0 / 700),
            // 560/880 x (300 + 100)/560 x 1050/1200
            Map.entry("oee", 0.3977272727),
            // 630/880 x 400/560 x 1050/1200
            Map.entry("nee", 0.4474431818),
            Map.entry("availability", 560.0 / 880),
            Map.entry("effectiveness", 400.0 / 560),
            Map.entry("quality-ratio", 0.875),
            Map.entry("setup-ratio", 70.0 / 630),
            Map.entry("technical-efficiency", 0.8),
            Map.entry("production-process-ratio", 0.56),
            Map.entry("actual-to-planned-scrap-ratio", 1.5),
            Map.entry("first-pass-yield", 970.0 / 1200),
            Map.entry("scrap-ratio", 0.075),
            Map.entry("rework-ratio", 0.05),
            Map.entry("fall-off-ratio", 90.0 / 1350),
            Map.entry("comprehensive-energy-consumption", 2.5),
            Map.entry("inventory-turns", 4.0),
            Map.entry("finished-goods-ratio", 0.4375),
            Map.entry("integrated-goods-ratio", 0.5),
            Map.entry("production-loss-ratio", 0.06),
            Map.entry("storage-and-transportation-loss-ratio", 0.01),
            Map.entry("other-loss-ratio", 0.02),
            Map.entry("equipment-load-ratio", 0.6),
            Map.entry("mean-operating-time-between-failures", 200.0),
            Map.entry("mean-time-to-failure", 100.0),
            Map.entry("mean-time-to-restoration", 15.0),
            Map.entry("corrective-maintenance-ratio", 0.25));

    /** Mean 10.4, standard deviation sqrt(5.2 / 4), mean moving range 1.25. */
    private static final Samples PARTS =
            Samples.of(column("X", 9, 10, 11, 10, 12), column("USL", 14, 14, 14, 14, 14), column("LSL", 6, 6, 6, 6, 6));

    private static final Map<String, Double> CAPABILITY = Map.of(
            "machine-capability-index",
            8 / (6 * Math.sqrt(1.3)),
            "critical-machine-capability-index",
            3.6 / (3 * Math.sqrt(1.3)),
            "process-capability-index",
            1.2032,
            "critical-process-capability-index",
            1.08288);

    @Test
    void ratios_are_of_sums() {
        BY_HAND.forEach((id, expected) -> assertThat(value(id, SHIFTS)).as(id).isCloseTo(expected, within(1e-9)));
    }

    @Test
    void capability_is_told_of_all_values_or_within_the_process() {
        CAPABILITY.forEach((id, expected) -> assertThat(value(id, PARTS)).as(id).isCloseTo(expected, within(1e-9)));
    }

    @Test
    void none_of_the_34_is_left_untested() {
        Set<String> ids =
                Measures.pack("iso22400").all().stream().map(Measure::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(34).containsAll(BY_HAND.keySet()).containsAll(CAPABILITY.keySet());
        assertThat(BY_HAND.size() + CAPABILITY.size()).isEqualTo(34);
    }

    private static double value(String id, Samples samples) {
        Figure figure = Measures.pack("iso22400").measure(id).figures(Map.of()).getFirst();
        return MeasureValues.of(figure, samples);
    }

    private static Column column(String name, double... values) {
        return new Column.Numbers(name, values);
    }

    @Test
    void one_shift_without_production_does_not_spoil_the_line() {
        Samples idle = Samples.of(
                List.of(column("APT", 400, 0), column("PBT", 600, 200), column("GQ", 90, 0), column("PQ", 100, 0)));
        assertThat(value("availability", idle)).isEqualTo(0.5);
        assertThat(value("quality-ratio", idle)).isEqualTo(0.9);
    }
}
