package dev.touchstone.performance;

import java.time.Instant;
import java.time.ZoneOffset;

/** Three shifts of eight hours in local time: early from 6:00, late from 14:00, night from 22:00. */
enum Shift {
    EARLY,
    LATE,
    NIGHT;

    /** @param zoneMinutes offset of local time from UTC */
    static Shift of(Instant time, int zoneMinutes) {
        int hour = time.atOffset(ZoneOffset.ofTotalSeconds(zoneMinutes * 60)).getHour();
        if (hour >= 6 && hour < 14) {
            return EARLY;
        }
        return hour >= 14 && hour < 22 ? LATE : NIGHT;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
