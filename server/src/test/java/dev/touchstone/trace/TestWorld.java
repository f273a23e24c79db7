package dev.touchstone.trace;

import static dev.touchstone.ledger.TestEvent.aggregation;
import static dev.touchstone.ledger.TestEvent.association;
import static dev.touchstone.ledger.TestEvent.lot;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.place;
import static dev.touchstone.ledger.TestEvent.transformation;

import dev.touchstone.ledger.TestEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A small world in which everything happens that makes order matter: few things and many events, so that units are packed, repacked,
 * emptied, sold while packed, taken apart, withdrawn, and named by events that contradict each other. No two events have the same
 * time.
 */
record TestWorld(List<TestEvent> events) {
    private static final int UNITS = 16;
    private static final int CONTAINERS = 6;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final String[] STEPS = {
        "shipping", "receiving", "storing", "retail_selling", "accepting", "inspecting", "decommissioning", "destroying"
    };
    private static final String[] DISPOSITIONS = {
        "in_transit", "in_progress", "sellable_accessible", "retail_sold", "returned", "damaged", "active"
    };

    static TestWorld of(long seed, int events) {
        Random random = new Random(seed);
        List<Function<String, TestEvent>> sorts = List.of(
                time -> object("ADD", time, unit(random))
                        .step("commissioning")
                        .at(place(1))
                        .readAt(place(10 + random.nextInt(3)))
                        .with("ilmd", Map.of("cbvmda:lotNumber", "L" + random.nextInt(3))),
                time -> object("OBSERVE", time, unit(random), pallet(random))
                        .step(any(STEPS, random))
                        .disposition(any(DISPOSITIONS, random)),
                time -> object("OBSERVE", time, unit(random))
                        .step(any(STEPS, random))
                        .at(place(random.nextInt(5))),
                time -> object("OBSERVE", time, pallet(random)).step("shipping").readAt(place(random.nextInt(5))),
                time -> object("DELETE", time, unit(random)),
                time -> aggregation("ADD", time, pallet(random), unit(random)).step("packing"),
                time -> aggregation("ADD", time, pallet(random), units(random))
                        .step("packing")
                        .at(place(2)),
                time -> aggregation(
                                "ADD",
                                time,
                                TestEvent.pallet(random.nextInt(2)),
                                TestEvent.pallet(2 + random.nextInt(4)))
                        .step("loading"),
                time -> aggregation("DELETE", time, pallet(random), unit(random))
                        .step("unpacking"),
                time -> aggregation("DELETE", time, pallet(random))
                        .without("childEPCs")
                        .step("unpacking"),
                time -> association("ADD", time, unit(random), unit(random)).step("assembling"),
                time -> association("DELETE", time, unit(random)).without("childEPCs"),
                time -> transformation(time)
                        .with("inputEPCList", List.of(unit(random)))
                        .with(
                                "inputQuantityList",
                                List.of(Map.of("epcClass", lot("C" + random.nextInt(2)), "quantity", 2)))
                        .with("transformationID", "urn:uuid:t-" + random.nextInt(4)),
                time -> transformation(time)
                        .with("outputEPCList", List.of(unit(random)))
                        .with("transformationID", "urn:uuid:t-" + random.nextInt(4))
                        .at(place(1)),
                time -> object("OBSERVE", time, unit(random))
                        .with(
                                "persistentDisposition",
                                Map.of("set", List.of("completeness_verified"), "unset", List.of("damaged"))));
        List<TestEvent> world = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            String time = START.plusSeconds(60L * i).toString().replace("Z", "");
            world.add(sorts.get(random.nextInt(sorts.size())).apply(time).id("urn:uuid:e-" + seed + "-" + i));
        }
        for (int i = 0; i < events / 12; i++) {
            world.add(any(world.toArray(TestEvent[]::new), random)
                    .without("errorDeclaration")
                    .declaredErroneous("2026-05-01T00:00:00"));
            world.add(any(world.toArray(TestEvent[]::new), random));
        }
        return new TestWorld(world);
    }

    /** Every thing that the world may name. */
    static List<String> things() {
        return Stream.concat(
                        Stream.iterate(0, i -> i < UNITS, i -> i + 1).map(TestEvent::unit),
                        Stream.iterate(0, i -> i < CONTAINERS, i -> i + 1).map(TestEvent::pallet))
                .toList();
    }

    /** The events that happened up to a time. */
    List<TestEvent> until(Instant time) {
        return events.stream()
                .filter(event -> !Instant.parse(event.fields().get("eventTime").toString())
                        .isAfter(time))
                .toList();
    }

    private static String unit(Random random) {
        return TestEvent.unit(random.nextInt(UNITS));
    }

    private static String pallet(Random random) {
        return TestEvent.pallet(random.nextInt(CONTAINERS));
    }

    private static String[] units(Random random) {
        return Stream.generate(() -> unit(random)).limit(4).distinct().toArray(String[]::new);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
