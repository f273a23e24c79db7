package dev.touchstone.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as JDBC takes and gives them. */
public final class Times {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** The time, or the nearest one within the years of four digits, which are all that events have. */
    public static OffsetDateTime stored(Instant time) {
        Instant held = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        return held.atOffset(ZoneOffset.UTC);
    }

    /** The time as an element of a {@code timestamptz[]}. */
    public static String text(Instant time) {
        return time.isBefore(EARLIEST) ? "-infinity" : time.isAfter(LATEST) ? "infinity" : time.toString();
    }

    /** A {@code timestamptz} of a row; null where it is NULL. */
    public static Instant read(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
