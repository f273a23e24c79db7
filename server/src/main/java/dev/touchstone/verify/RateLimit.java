package dev.touchstone.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many look-ups an address may make: a number at once, and then some each second. Kept in memory alone, for the addresses that asked
 * last. Thread-safe.
 */
final class RateLimit {

    private static final int MOST_ADDRESSES = 10_000;

    private final int atOnce;
    private final double perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** What an address may still ask for, as it stood at a moment. */
    private record Bucket(double left, Instant at) {}

    RateLimit(int atOnce, double perSecond, InstantSource clock) {
        this.atOnce = atOnce;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether the address may ask once more now; if so, it has asked. */
    synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(address, new Bucket(atOnce, now));
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toMillis() / 1000.0);
        double left = Math.min(atOnce, bucket.left() + seconds * perSecond);
        boolean admitted = left >= 1;
        buckets.put(address, new Bucket(admitted ? left - 1 : left, now));
        return admitted;
    }
}
