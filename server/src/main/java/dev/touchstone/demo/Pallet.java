package dev.touchstone.demo;

import java.time.Instant;
import java.util.List;

/** Cases that leave a plant together. */
record Pallet(String sscc, Place plant, List<Case> cases, Instant closedAt) {

    List<String> caseIds() {
        return cases.stream().map(Case::sscc).toList();
    }

    List<String> unitIds() {
        return cases.stream().flatMap(box -> box.unitIds().stream()).toList();
    }
}
