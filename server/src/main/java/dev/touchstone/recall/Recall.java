package dev.touchstone.recall;

import java.time.Instant;
import java.util.UUID;

/** A recall that was started. {@code units} is how many its frozen scope holds. */
public record Recall(UUID id, String name, String reason, RecallCondition condition, Instant startedAt, int units) {}
