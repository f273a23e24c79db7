package dev.touchstone.epcis;

import java.util.List;

/** A document that is not valid, with every fault found until reading had to stop (20 at most, and one at least). */
public final class InvalidDocument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    InvalidDocument(List<Finding> findings) {
        super(summary(findings), null, false, false);
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    private static String summary(List<Finding> findings) {
        Finding first = findings.getFirst();
        String more = findings.size() == 1 ? "" : " (and %d more)".formatted(findings.size() - 1);
        return "%s: %s Expected: %s%s".formatted(first.pointer(), first.detail(), first.expected(), more);
    }
}
