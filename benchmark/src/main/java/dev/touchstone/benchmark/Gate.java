package dev.touchstone.benchmark;

/** A check that a comparison is fair, made before it is shown. */
public record Gate(String name, Status status, String sentence) {
    public enum Status {
        PASSED,
        FAILED,
        NOT_CHECKED
    }

    static Gate of(String name, boolean passed, String sentence) {
        return new Gate(name, passed ? Status.PASSED : Status.FAILED, sentence);
    }
}
