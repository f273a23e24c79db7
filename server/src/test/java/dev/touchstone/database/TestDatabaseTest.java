package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void eachDatabaseIsFresh() throws Exception {
        database.jdbi().useHandle(handle -> handle.execute("CREATE TABLE mine (n int)"));
        try (Database other = TestDatabase.fresh()) {
            assertThat(hasMine(database.database())).isTrue();
            assertThat(hasMine(other)).isFalse();
        }
    }

    @Test
    void answersAreInUtcWhateverTheZoneOfThisMachine() {
        String zone = database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("SHOW timezone").mapTo(String.class).one());
        assertThat(zone).isEqualTo("UTC");
    }

    private static boolean hasMine(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT to_regclass('mine') IS NOT NULL")
                        .mapTo(Boolean.class)
                        .one());
    }
}
