package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded server as its user meets it: real processes, real folders. */
class EmbeddedPostgresTest {
    /** A data folder after a first start and stop: to copy it is faster than to make one. */
    @TempDir
    static Path used;

    @TempDir
    Path temp;

    @BeforeAll
    static void useAFolder() {
        EmbeddedPostgres.start(new DatabaseConfig.Embedded(used, TestFolders.cache()))
                .close();
    }

    private DatabaseConfig.Embedded config() {
        return new DatabaseConfig.Embedded(temp.resolve("a folder with 'odd' name"), TestFolders.cache());
    }

    private DatabaseConfig.Embedded usedConfig() throws IOException {
        Path folder = config().dataFolder();
        try (Stream<Path> files = Files.walk(used)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(used.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return config();
    }

    @Test
    void aSecondStartFindsTheDataOfTheFirst() throws IOException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(usedConfig())) {
            jdbi(first).useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 42 AS answer"));
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(config())) {
            assertThat(answer(second)).isEqualTo(42);
        }
    }

    @Test
    void aFreshClusterIsDurableAndPrivate() throws IOException {
        try (EmbeddedPostgres fresh = EmbeddedPostgres.start(config())) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(show(fresh, setting)).as(setting).isEqualTo("on");
            }
            assertThat(show(fresh, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        var permissions = Files.getPosixFilePermissions(config().dataFolder().resolve("database.password"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(config().dataFolder().resolve("postgresql/pg_hba.conf"))
                .content()
                .contains("scram-sha-256")
                .doesNotContainPattern("(?m)^[^#]*trust");
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedWhileOneRuns() throws IOException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(usedConfig())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(config()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("already runs on")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
            assertThat(show(first, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void afterAKillTheNextStartWorksAtOnceAndStopsTheServerLeftBehind() throws Exception {
        Process killed = startOther(usedConfig());
        ProcessHandle orphan = ProcessHandle.of(postmaster(config())).orElseThrow();
        killed.destroyForcibly();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(config())) {
            assertThat(answer(next)).isEqualTo(7);
            assertThat(postmaster(config())).isNotEqualTo(orphan.pid());
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void afterAKillTheServerStopsByItself() throws Exception {
        Process killed = startOther(usedConfig());
        ProcessHandle server = ProcessHandle.of(postmaster(config())).orElseThrow();
        killed.destroyForcibly();
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void aPidFileWhoseNumberNowBelongsToAnotherProgramIsNoHindrance() throws IOException {
        Path pidFile = usedConfig().dataFolder().resolve("postgresql/postmaster.pid");
        Files.writeString(
                pidFile,
                "%d\n%s\n1\n1\n\n127.0.0.1\n0 0\nready\n"
                        .formatted(ProcessHandle.current().pid(), pidFile.getParent()));
        try (EmbeddedPostgres next = EmbeddedPostgres.start(config())) {
            assertThat(show(next, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedAndLeftAlone() throws IOException {
        Path version = usedConfig().dataFolder().resolve("postgresql/PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(config()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("this Touchstone brings 18");
        assertThat(version).hasContent("17");
    }

    @Test
    void aStartThatWasKilledWhileItMadeTheClusterIsMadeGood() throws IOException {
        Path half = Files.createDirectories(config().dataFolder().resolve("postgresql.new/base"));
        Files.writeString(half.resolve("1"), "half");
        try (EmbeddedPostgres whole = EmbeddedPostgres.start(config())) {
            assertThat(show(whole, "fsync")).isEqualTo("on");
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
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(config(), List.of(), binaries, way)) {
                assertThat(show(postgres, "fsync")).isEqualTo("on");
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
    void whereNoWayWorksRootIsToldWhatElseToDo() {
        assumeTrue(new UnixSystem().getUid() == 0, "needs root");
        assertThatThrownBy(() -> RunAs.choose("/no/such/program"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("unshare", "setpriv", "runuser")
                .hasMessageContaining("ordinary user")
                .hasMessageContaining("TOUCHSTONE_DATABASE_URL");
    }

    @Test
    void aSystemOnWhichItDoesNotRunIsToldInASentence() throws IOException {
        Path broken = Files.createDirectories(temp.resolve("broken/bin"));
        Path initdb = Files.writeString(broken.resolve("initdb"), "#!/no/such/loader\n");
        Files.setPosixFilePermissions(initdb, PosixFilePermissions.fromString("rwxr-xr-x"));
        var binaries = new PostgresBinaries(broken.getParent());
        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(config(), List.of(), binaries, new RunAs(List.of(), Optional.empty())))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not run on this system")
                .hasMessageContaining("TOUCHSTONE_DATABASE_URL");
    }

    @Test
    void anExternalDatabaseIsReachedByItsAddress() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(usedConfig())) {
            String url = postgres.jdbcUrl(Cluster.NAME)
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

    private static Jdbi jdbi(EmbeddedPostgres postgres) {
        return Jdbi.create(postgres.jdbcUrl(Cluster.NAME), Cluster.NAME, postgres.password());
    }

    private static int answer(EmbeddedPostgres postgres) {
        return jdbi(postgres)
                .withHandle(handle -> handle.createQuery("SELECT answer FROM kept")
                        .mapTo(Integer.class)
                        .one());
    }

    private static String show(EmbeddedPostgres postgres, String setting) {
        return jdbi(postgres)
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
        public static void main(String[] arguments) throws IOException {
            Database database =
                    Database.open(new DatabaseConfig.Embedded(Path.of(arguments[0]), Path.of(arguments[1])));
            database.jdbi().useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 7 AS answer"));
            System.out.println("stored");
            // Nobody writes to it: it waits until it is killed, or until whoever started it is gone.
            System.in.read();
        }
    }
}
