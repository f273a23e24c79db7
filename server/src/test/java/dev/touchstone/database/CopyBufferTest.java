package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyBufferTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void everyTypeArrivesAsItWasPut() throws SQLException {
        UUID id = UUID.randomUUID();
        Instant time = Instant.parse("1999-12-31T23:59:59.123456Z");
        try (Connection connection =
                table("a text, b bytea, c int2, d int4, e int8, f bool, g timestamptz, h date, i uuid, j text[]")) {
            CopyBuffer rows = new CopyBuffer();
            rows.row(10)
                    .text("Größe 🎁\n\t\\")
                    .bytea(new byte[] {0, -1, 7})
                    .int2(-2)
                    .int4(Integer.MIN_VALUE)
                    .int8(Long.MAX_VALUE);
            rows.bool(true)
                    .time(time.plusNanos(999))
                    .date(LocalDate.of(1900, 2, 28))
                    .uuid(id)
                    .texts(List.of("x", "", "ü"));
            rows.copyInto(connection, "copied");
            try (var row = connection.createStatement().executeQuery("SELECT * FROM copied")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("Größe 🎁\n\t\\");
                assertThat(row.getBytes(2)).containsExactly(0, -1, 7);
                assertThat(row.getShort(3)).isEqualTo((short) -2);
                assertThat(row.getInt(4)).isEqualTo(Integer.MIN_VALUE);
                assertThat(row.getLong(5)).isEqualTo(Long.MAX_VALUE);
                assertThat(row.getBoolean(6)).isTrue();
                assertThat(row.getObject(7, OffsetDateTime.class).toInstant()).isEqualTo(time);
                assertThat(row.getObject(8, LocalDate.class)).isEqualTo("1900-02-28");
                assertThat(row.getObject(9, UUID.class)).isEqualTo(id);
                assertThat((String[]) row.getArray(10).getArray()).containsExactly("x", "", "ü");
                assertThat(rows.isEmpty()).isTrue();
            }
        }
    }

    @Test
    void nullIsNull() throws SQLException {
        try (Connection connection = table("a text, b bytea, c timestamptz, d date, e text[], f numeric, g int2")) {
            CopyBuffer rows = new CopyBuffer();
            rows.row(7)
                    .text(null)
                    .bytea(null)
                    .time(null)
                    .date(null)
                    .texts(null)
                    .numeric(null)
                    .absent();
            rows.copyInto(connection, "copied");
            try (var row =
                    connection.createStatement().executeQuery("SELECT num_nonnulls(a, b, c, d, e, f, g) FROM copied")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "9999",
                "10000",
                "123456789012345678901234567890",
                "0.5",
                "-0.00005",
                "0.0001",
                "12.3400",
                "1E+3",
                "1E-20",
                "99999999.99999999"
            })
    void numbersKeepEveryDigit(String number) throws SQLException {
        BigDecimal value = new BigDecimal(number);
        try (Connection connection = table("a numeric")) {
            CopyBuffer rows = new CopyBuffer();
            rows.row(1).numeric(value);
            rows.copyInto(connection, "copied");
            try (var row = connection.createStatement().executeQuery("SELECT a FROM copied")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(value.toPlainString());
            }
        }
    }

    @Test
    void aBatchLargerThanTheFirstBufferArrivesWhole() throws SQLException {
        try (Connection connection = table("a int4, b text")) {
            CopyBuffer rows = new CopyBuffer();
            String text = "x".repeat(1000);
            for (int i = 0; i < 1000; i++) {
                rows.row(2).int4(i).text(text);
            }
            rows.copyInto(connection, "copied");
            try (var row =
                    connection.createStatement().executeQuery("SELECT count(DISTINCT a), min(length(b)) FROM copied")) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1000);
                assertThat(row.getInt(2)).isEqualTo(1000);
            }
        }
    }

    private static Connection table(String columns) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.createStatement().execute("DROP TABLE IF EXISTS copied");
        connection.createStatement().execute("CREATE TABLE copied (" + columns + ")");
        return connection;
    }
}
