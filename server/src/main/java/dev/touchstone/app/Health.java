package dev.touchstone.app;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether the server can do its work, part by part. */
record Health(Status status, String version, List<Part> checks) {

    enum Status {
        UP,
        DOWN
    }

    record Part(String name, Status status, Optional<String> detail) {}

    /**
     * One thing that must work.
     *
     * @param trouble what it means when it does not
     */
    record Check(String name, BooleanSupplier works, String trouble) {
        Part part() {
            boolean up = works.getAsBoolean();
            return new Part(name, up ? Status.UP : Status.DOWN, up ? Optional.empty() : Optional.of(trouble));
        }
    }

    static Health of(String version, List<Check> checks) {
        List<Part> parts = checks.stream().map(Check::part).toList();
        boolean up = parts.stream().allMatch(part -> part.status() == Status.UP);
        return new Health(up ? Status.UP : Status.DOWN, version, parts);
    }
}
