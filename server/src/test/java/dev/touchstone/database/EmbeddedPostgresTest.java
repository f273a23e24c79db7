package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded server as its user meets it: real processes, real folders. */
class EmbeddedPostgresTest {
    @TempDir
    Path temp;

    private DatabaseConfig.Embedded config() {
        return new DatabaseConfig.Embedded(temp.resolve("a folder with 'odd' name"), TestFolders.cache());
    }

    @Test
    void aSecondStartFindsTheDataOfTheFirst() {
        try (Database first = Database.open(config())) {
            first.jdbi().useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 42 AS answer"));
        }
        try (Database second = Database.open(config())) {
            assertThat(answer(second)).isEqualTo(42);
        }
    }

    @Test
    void aFreshClusterIsDurableAndPrivate() throws IOException {
        try (Database database = Database.open(config())) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(show(database, setting)).as(setting).isEqualTo("on");
            }
            assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        var permissions = Files.getPosixFilePermissions(config().dataFolder().resolve("database.password"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(config().dataFolder().resolve("postgresql/pg_hba.conf"))
                .content()
                .contains("scram-sha-256")
                .doesNotContainPattern("(?m)^[^#]*trust");
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedWhileOneRuns() {
        try (Database first = Database.open(config())) {
            assertThatThrownBy(() -> Database.open(config()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("already runs on")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
            assertThat(first.answers()).isTrue();
        }
    }

    @Test
    void afterAKillTheNextStartWorksAtOnceAndStopsTheServerLeftBehind() throws Exception {
        Process killed = startOther(config());
        ProcessHandle orphan = ProcessHandle.of(postmaster(config())).orElseThrow();
        killed.destroyForcibly();
        try (Database next = Database.open(config())) {
            assertThat(answer(next)).isEqualTo(7);
            assertThat(postmaster(config())).isNotEqualTo(orphan.pid());
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void afterAKillTheServerStopsByItself() throws Exception {
        Process killed = startOther(config());
        ProcessHandle server = ProcessHandle.of(postmaster(config())).orElseThrow();
        killed.destroyForcibly();
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void aPidFileWhoseNumberNowBelongsToAnotherProgramIsNoHindrance() throws IOException {
        Database.open(config()).close();
        Path pidFile = config().dataFolder().resolve("postgresql/postmaster.pid");
        Files.writeString(
                pidFile,
                "%d\n%s\n1\n1\n\n127.0.0.1\n0 0\nready\n"
                        .formatted(ProcessHandle.current().pid(), pidFile.getParent()));
        try (Database next = Database.open(config())) {
            assertThat(next.answers()).isTrue();
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedAndLeftAlone() throws IOException {
        Database.open(config()).close();
        Path version = config().dataFolder().resolve("postgresql/PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> Database.open(config()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("this Touchstone brings 18");
        assertThat(version).hasContent("17");
    }

    @Test
    void aStartThatWasKilledWhileItMadeTheClusterIsMadeGood() throws IOException {
        Path half = Files.createDirectories(config().dataFolder().resolve("postgresql.new/base"));
        Files.writeString(half.resolve("1"), "half");
        try (Database database = Database.open(config())) {
            assertThat(database.answers()).isTrue();
        }
    }

    static Stream<RunAs> waysOfRoot() {
        return RunAs.waysOfRoot().filter(way -> !way.user().equals(Optional.of("postgres")));
    }

    @ParameterizedTest
    @MethodSource("waysOfRoot")
    void rootRunsItWithoutItsRightsInEveryWayThatThisMachineHas(RunAs way) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(TestFolders.cache());
        assumeTrue(new UnixSystem().getUid() == 0, "needs root");
        assumeTrue(way.works(binaries.initdb()), () -> "this machine cannot: " + way.prefix());
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
        for (int start = 1; start <= 2; start++) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(config(), List.of(), binaries, way);
                    Database database = Database.open(Database.pool(postgres, EmbeddedPostgres.NAME), () -> {})) {
                assertThat(database.answers()).isTrue();
                assertThat(Files.readString(Path.of("/proc/%d/status".formatted(postmaster(config())))))
                        .containsPattern("CapEff:\\s+0000000000000000");
            }
        }
    }

    @Test
    void rootIsToldWhichFolderAnotherUserCanReach() throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(TestFolders.cache());
        RunAs way = RunAs.setpriv("nobody");
        assumeTrue(new UnixSystem().getUid() == 0 && way.works(binaries.initdb()), "needs root and setpriv");
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(config(), List.of(), binaries, way))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("user nobody")
                .hasMessageContaining("/var/lib/touchstone");
    }

    @Test
    void anExternalDatabaseIsReachedByItsAddress() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(config())) {
            String url = postgres.jdbcUrl(EmbeddedPostgres.NAME)
                    .replace("jdbc:postgresql://", "postgresql://touchstone:%s@".formatted(postgres.password()));
            try (Database external = Database.open(new DatabaseConfig.External(url))) {
                assertThat(external.answers()).isTrue();
            }
            assertThatThrownBy(() ->
                            Database.open(new DatabaseConfig.External(url.replace("touchstone:", "touchstone:x"))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static int answer(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT answer FROM kept")
                        .mapTo(Integer.class)
                        .one());
    }

    private static String show(Database database, String setting) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SHOW " + setting)
                        .mapTo(String.class)
                        .one());
    }

    private static long postmaster(DatabaseConfig.Embedded config) throws IOException {
        return Long.parseLong(Files.readAllLines(config.dataFolder().resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** Another Java process that opens the database, stores an answer there and stays. */
    private static Process startOther(DatabaseConfig.Embedded config) throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        config.dataFolder().toString(),
                        config.cacheFolder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("stored");
        return other;
    }

    /** The program of {@link #startOther}. */
    static final class Other {
        public static void main(String[] arguments) throws InterruptedException {
            Database database =
                    Database.open(new DatabaseConfig.Embedded(Path.of(arguments[0]), Path.of(arguments[1])));
            database.jdbi().useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 7 AS answer"));
            System.out.println("stored");
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
