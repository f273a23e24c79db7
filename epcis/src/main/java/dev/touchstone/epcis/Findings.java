package dev.touchstone.epcis;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one document, in reading order. */
final class Findings {

    private static final int MOST = 20;

    private final List<Finding> found = new ArrayList<>();

    void add(String code, Where where, String detail, String expected) {
        if (found.size() < MOST) {
            found.add(new Finding(code, where.toString(), detail, expected));
        }
    }

    /** Adds a fault that ends the reading, and so stands even behind a full list. */
    void addLast(Finding finding) {
        found.add(finding);
    }

    /** Whether something is wrong at exactly this place. */
    boolean reported(Where where) {
        String pointer = where.toString();
        return found.stream().anyMatch(finding -> finding.pointer().equals(pointer));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    int size() {
        return found.size();
    }

    InvalidDocument invalid() {
        return new InvalidDocument(found);
    }
}
