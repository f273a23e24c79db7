package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalAddressTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "postgresql://ada:secret@db.example:5433/events, jdbc:postgresql://db.example:5433/events, ada, secret",
                "postgres://ada@db.example/events,               jdbc:postgresql://db.example/events,      ada, -",
                "postgresql://db.example/events?sslmode=require, jdbc:postgresql://db.example/events?sslmode=require, -, -",
                "postgresql://a%40b:p%2Fq+r%3A@[::1]:5432/x,     jdbc:postgresql://[::1]:5432/x,           a@b, p/q+r:",
                "jdbc:postgresql://h/x?user=u,                   jdbc:postgresql://h/x?user=u,             -, -",
            })
    void addressesAreReadAsPsqlReadsThem(String url, String jdbcUrl, String user, String password) {
        assertThat(ExternalAddress.parse(url))
                .isEqualTo(new ExternalAddress(jdbcUrl, Optional.ofNullable(user), Optional.ofNullable(password)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://h/x",
                "postgresql://h",
                "postgresql://h/",
                "postgresql://us er:hunter2@h/x",
                "h:5432"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> ExternalAddress.parse(url))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("postgresql://user:password@host:5432/touchstone")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anUnreachableHostIsNamed() {
        assertThatThrownBy(() -> Database.open(new DatabaseConfig.External("postgresql://127.0.0.1:1/x")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("127.0.0.1:1");
    }
}
