package dev.touchstone.performance;

import java.time.Duration;
import java.time.Instant;

/**
 * One product unit's way from one business step to another. Places are canonical ids; null where the log does not say.
 *
 * @param plant where it was made, {@code line} by which line
 * @param site where the second step happened, {@code country} in which country
 * @param startRecordNo of the event that started it, {@code finishRecordNo} of the one that finished it
 */
record Journey(
        String unit,
        String gtin,
        String plant,
        String line,
        Instant startedAt,
        int startZoneMinutes,
        Instant finishedAt,
        String site,
        String country,
        long startRecordNo,
        long finishRecordNo) {

    double hours() {
        return Duration.between(startedAt, finishedAt).toMillis() / 3_600_000.0;
    }
}
