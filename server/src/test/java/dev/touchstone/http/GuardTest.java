package dev.touchstone.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, over real connections where headers can be set by a client at all. */
class GuardTest {
    private static final String TOKEN = "a-token-of-some-length";

    private static List<Routes> routes() {
        return List.of(() -> List.of(
                Route.get("/api/secret", request -> Answer.json(Map.of("answer", 42))),
                Route.post("/api/secret", request -> Answer.noContent()).consumes(Answer.JSON),
                Route.get("/open", request -> Answer.json(Map.of())).openToAll()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LocalHost:1"})
    void withoutATokenTheServerAnswersUnderTheNamesOfThisMachine(String host) {
        Guard guard = new Guard(Optional.empty());
        guard.requireOwnSite(visitor(true, host, null));
        guard.requireOwnSite(visitor(true, host, "http://" + host));
        guard.requireOwnSite(visitor(false, host, "https://elsewhere.example"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "elsewhere.example,      -,                          foreign-host",
                "127.0.0.1.nip.example,  -,                          foreign-host",
                "localhost.example:8080, http://localhost.example:8080, foreign-host",
                "-,                      -,                          foreign-host",
                "localhost:8080,         https://elsewhere.example,  foreign-origin",
                "localhost:8080,         http://localhost:9090,      foreign-origin",
                "localhost:8080,         null,                       foreign-origin",
                "localhost:8080,         not an origin,              foreign-origin",
            })
    void withoutATokenAWriteThatAForeignPageMayHaveSentIsRefused(String host, String origin, String code) {
        assertThatThrownBy(() -> new Guard(Optional.empty()).requireOwnSite(visitor(true, host, origin)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }

    private static Guard.Visitor visitor(boolean writes, String host, String origin) {
        return new Guard.Visitor(writes, Optional.ofNullable(host), Optional.ofNullable(origin), Optional.empty());
    }

    @Test
    void aPageOfAnotherSiteCannotWriteButAProgramCan() throws Exception {
        try (TestServer server = new TestServer(GuardTest::routes).start()) {
            HttpRequest.Builder program = server.request("/api/secret")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(server.send(program).statusCode()).isEqualTo(204);
            assertThat(server.send(program.copy().header("Origin", "https://elsewhere.example"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.send(program.copy()
                                    .header("Origin", server.address().toString()))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                             401",
                "Bearer wrong-token-of-length,  401",
                "Bearer,                        401",
                "Basic a-token-of-some-length,  401",
                "Bearer a-token-of-some-length, 200",
                "bearer a-token-of-some-length, 200",
            })
    void withATokenOnlyThoseWhoBringItAreAnswered(String authorization, int status) throws Exception {
        try (TestServer server = new TestServer(GuardTest::routes, Optional.of(TOKEN)).start()) {
            HttpRequest.Builder request = server.request("/api/secret");
            HttpResponse<String> response =
                    server.send(authorization == null ? request : request.header("Authorization", authorization));
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
                    .isEqualTo(status == 401);
            assertThat(response.body()).doesNotContain(TOKEN);
            assertThat(server.get("/open").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void beyondThisMachineATokenIsNeeded() {
        assertThatThrownBy(() -> ServerConfig.of("0.0.0.0", 8080, Optional.empty()))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("TOUCHSTONE_TOKEN");
        assertThatThrownBy(() -> ServerConfig.of("0.0.0.0", 8080, Optional.of("short")))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("at least 16");
        assertThatThrownBy(() -> ServerConfig.of("127.0.0.1", 70_000, Optional.empty()))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("70000");
        assertThat(ServerConfig.of("0.0.0.0", 8080, Optional.of(TOKEN)).host().isAnyLocalAddress())
                .isTrue();
        assertThat(ServerConfig.of("127.0.0.1", 8080, Optional.empty()).host().isLoopbackAddress())
                .isTrue();
    }

    @Test
    void underAForeignNameNothingIsAnswered() throws Exception {
        try (TestServer server = new TestServer(GuardTest::routes).start();
                var socket =
                        new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/secret HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                            .getBytes());
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 421 ");
            String contentLength = answer.lines()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("content-length: "))
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.lines().filter(String::isEmpty).findFirst()).isPresent();
            char[] body = new char[Integer.parseInt(contentLength.substring("content-length: ".length()))];
            assertThat(answer.read(body)).isPositive();
            assertThat(new String(body)).doesNotContain("42}");
        }
    }
}
