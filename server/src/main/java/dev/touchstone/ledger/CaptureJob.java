package dev.touchstone.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A capture that is on disk.
 *
 * @param events in the document
 * @param duplicates events of it that the log already had, or that it held twice
 */
public record CaptureJob(UUID captureId, Instant createdAt, Instant finishedAt, int events, int duplicates) {}
