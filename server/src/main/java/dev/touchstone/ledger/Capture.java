package dev.touchstone.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A document that has been read and waits for the writer.
 *
 * @param asNew whether an event that the log already has is refused rather than counted as duplicate
 * @param done completed after the commit, or with a {@link dev.touchstone.http.Refusal}
 */
record Capture(
        UUID id,
        Instant createdAt,
        List<Entry> entries,
        Optional<Batch.MasterData> masterData,
        boolean asNew,
        CompletableFuture<CaptureJob> done) {}
