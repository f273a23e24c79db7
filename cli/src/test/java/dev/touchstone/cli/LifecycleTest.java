package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server starts, refuses to start, and stops. */
class LifecycleTest {
    /** 128 and the number of the signal, by the custom of shells. */
    static final int ENDED_BY_SIGTERM = 143;

    private static final String TOKEN = "a-long-text-that-nobody-guesses";
    private static final int MOST_IDLE_MEGABYTES = 300;
    private static final long POSTGRES_STOPS_WITHIN_SECONDS = 30;

    @TempDir(factory = OpenFolder.class)
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.up(folder.resolve("running"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_running_server_says_that_it_is_well() throws IOException {
        assertThat(server.json("/health").path("status").asString()).isEqualTo("up");
        assertThat(server.get("/metrics").body()).contains("jvm_memory_used_bytes");
        assertThat(server.json("/openapi.json").path("openapi").asString()).startsWith("3.1");
        assertThat(server.get("/docs").statusCode()).isEqualTo(200);
    }

    @Test
    void a_second_start_on_the_same_folder_is_refused_and_disturbs_nobody() throws IOException {
        var refused = Distribution.run(
                "up", "--port", "0", "--data", folder.resolve("running").toString());
        assertThat(refused.exit()).isEqualTo(Exit.NO);
        assertThat(refused.complaint())
                .singleElement()
                .asString()
                .contains("already runs on", "(process %d)".formatted(server.pid()), "--data");
        assertThat(server.json("/health").path("status").asString()).isEqualTo("up");
    }

    @Test
    void nothing_is_rebuilt_under_a_running_server() {
        var refused =
                Distribution.run("rebuild", "--data", folder.resolve("running").toString());
        assertThat(refused.exit()).isEqualTo(Exit.NO);
        assertThat(refused.complaint()).singleElement().asString().contains("already runs on");
    }

    @Test
    void a_port_that_is_taken_is_told_and_leaves_nothing_running() {
        Path data = folder.resolve("port-taken");
        String port = Integer.toString(server.address().getPort());
        var refused = Distribution.run("up", "--port", port, "--data", data.toString());
        assertThat(refused.exit()).isEqualTo(Exit.NO);
        assertThat(refused.complaint()).last().asString().contains("Cannot listen", "port " + port, "--port");
        assertThat(data.resolve("postgresql")).exists();
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void other_machines_may_ask_only_where_there_is_a_token() {
        Path data = folder.resolve("never-made");
        var open = Distribution.run("up", "--port", "0", "--host", "0.0.0.0", "--data", data.toString());
        assertThat(open.exit()).isNotZero();
        assertThat(open.complaint()).singleElement().asString().contains("access token", "TOUCHSTONE_TOKEN");

        var guessable =
                Distribution.run(Map.of("TOUCHSTONE_TOKEN", "short"), "up", "--port", "0", "--data", data.toString());
        assertThat(guessable.exit()).isNotZero();
        assertThat(guessable.complaint()).singleElement().asString().contains("too short", "16 characters");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_setting_that_does_not_exist_is_an_error_and_not_ignored() {
        Path data = folder.resolve("never-made");
        var refused =
                Distribution.run(Map.of("TOUCHSTONE_PROT", "8081"), "up", "--port", "0", "--data", data.toString());
        assertThat(refused.exit()).isEqualTo(Exit.USAGE);
        assertThat(refused.complaint()).singleElement().asString().contains("TOUCHSTONE_PROT", "TOUCHSTONE_PORT");

        var word = Distribution.run("up", "--port", "eighty", "--data", data.toString());
        assertThat(word.exit()).isEqualTo(Exit.USAGE);
        assertThat(word.complaint()).singleElement().asString().contains("\"eighty\"", "65535");
        assertThat(data).doesNotExist();
    }

    @Test
    void sigterm_stops_all_of_it_and_the_next_start_finds_its_data() throws Exception {
        Path data = folder.resolve("stopped");
        Delivery delivery = Delivery.of(1);
        try (ServerProcess first = ServerProcess.up(data)) {
            assertThat(first.capture(delivery.document()).statusCode()).isEqualTo(202);
            CompletableFuture<ProcessHandle> postgres = first.postgres().onExit();
            assertThat(first.stop()).isEqualTo(ENDED_BY_SIGTERM);
            postgres.get(POSTGRES_STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
            assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        }
        Map<String, String> token = Map.of("TOUCHSTONE_TOKEN", TOKEN);
        try (ServerProcess second = ServerProcess.start(data, token, List.of(), "up")) {
            String id = delivery.eventIds().iterator().next();
            String question = "/epcis/events/" + ServerProcess.encoded(id);
            assertThat(second.json(question).findPath("eventID").asString()).isEqualTo(id);
            assertThatOnlyTheTokenOpens(second, question);
        }
    }

    private static void assertThatOnlyTheTokenOpens(ServerProcess server, String question) throws IOException {
        var request = server.request(question);
        assertThat(server.send(request.copy().setHeader("Authorization", "Bearer not-" + TOKEN))
                        .statusCode())
                .isEqualTo(401);
        var nameless = HttpRequest.newBuilder(server.address().resolve(question));
        assertThat(server.send(nameless).statusCode()).isEqualTo(401);
        URI health = server.address().resolve("/health");
        assertThat(server.send(HttpRequest.newBuilder(health)).statusCode())
                .as("monitoring needs no token")
                .isEqualTo(200);

        String[] command = {"capture", "--server", server.address().toString(), "src/test/resources/world"};
        assertThat(Distribution.run(command).err()).contains("access token");
        assertThat(Distribution.run(Map.of("TOUCHSTONE_TOKEN", TOKEN), command).exit())
                .isZero();
    }

    @Test
    void an_idle_server_is_small() throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(server.pid()));
        assumeTrue(Files.isReadable(status), "skipped: this system has no " + status);
        for (String question : List.of("/health", "/epcis/events", "/api/locations", "/metrics", "/openapi.json")) {
            assertThat(server.get(question).statusCode()).as(question).isEqualTo(200);
        }
        long kilobytes = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        assertThat(kilobytes / 1024).as("resident megabytes").isPositive().isLessThan(MOST_IDLE_MEGABYTES);
    }

    @Test
    void an_ordinary_user_can_run_it() throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "skipped: every test of this run was an ordinary user's already");
        List<String> asNobody = List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");
        assumeTrue(
                succeeds(
                                asNobody,
                                "test",
                                "-r",
                                Distribution.PROGRAM
                                        .getParent()
                                        .resolveSibling("lib")
                                        .toString())
                        && succeeds(asNobody, System.getProperty("java.home") + "/bin/java", "-version"),
                "skipped: setpriv cannot become the user nobody here, or nobody may not enter the folders of the build or of Java");
        Path home = Files.createDirectory(folder.resolve("home-of-nobody"));
        Files.setOwner(
                home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        try (ServerProcess theirs =
                ServerProcess.start(home.resolve("data"), Map.of("HOME", home.toString()), asNobody, "up")) {
            assertThat(theirs.json("/health").path("status").asString()).isEqualTo("up");
            assertThat(Files.getOwner(home.resolve("data/postgresql")).getName())
                    .isEqualTo("nobody");
            assertThat(theirs.stop()).isEqualTo(ENDED_BY_SIGTERM);
        }
    }

    private static boolean succeeds(List<String> prefix, String... program) throws Exception {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
