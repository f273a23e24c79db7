package dev.touchstone.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.benchmark.BadData;
import dev.touchstone.epcis.DocumentReader;
import dev.touchstone.epcis.Limits;
import dev.touchstone.identity.Sscc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every route gets from this package, over real connections. */
class HttpServerTest {
    private static final AtomicInteger WRITES = new AtomicInteger();
    private static final long BODY_LIMIT = 100_000;

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Order(String name, int count, Optional<Instant> until, List<Colour> colours) {}

    record Things(
            Optional<Colour> colour, Optional<Integer> count, Optional<Instant> since, Optional<List<String>> after) {}

    @RegisterExtension
    static final TestServer server = new TestServer(() -> List.of(new Sample()));

    /** Routes of each kind. */
    private static final class Sample implements Routes {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/api/things", this::things)
                            .parameters("colour", "count", "since", Query.PER_PAGE, Query.NEXT_PAGE_TOKEN)
                            .produces(Answer.JSON, Answer.CSV),
                    Route.get("/api/things/{id}", request -> Answer.json(Map.of("id", request.path("id")))),
                    Route.get("/api/things/best", request -> Answer.json(Map.of("id", "the best"))),
                    Route.get("/tree/{rest*}", request -> Answer.json(Map.of("rest", request.path("rest")))),
                    Route.post("/api/orders", request -> {
                        Order order = request.json(Order.class);
                        WRITES.incrementAndGet();
                        return Answer.created("/api/orders/1", order);
                    }),
                    Route.post("/api/upload", request -> Answer.json(Map.of("bytes", drain(request.body(BODY_LIMIT)))))
                            .consumes("application/octet-stream"),
                    Route.get(
                            "/api/long", request -> Answer.stream(Answer.JSON, out -> out.write(new byte[1_000_000]))),
                    Route.get(
                            "/api/breaks/early",
                            request -> Answer.stream(Answer.JSON, out -> {
                                out.write("[1,".getBytes(StandardCharsets.UTF_8));
                                throw new Refusal(Problem.conflict("moved", "It moved meanwhile."));
                            })),
                    Route.get(
                            "/api/breaks/late",
                            request -> Answer.stream(Answer.JSON, out -> {
                                out.write(new byte[200_000]);
                                throw new IllegalStateException("the table is gone");
                            })),
                    Route.get("/api/bug", request -> {
                        throw new IllegalStateException("secret inside");
                    }),
                    Route.get("/api/units/{epc}", request -> Answer.json(request.path("epc", Sscc::parse))),
                    Route.post("/api/documents", request -> {
                        DocumentReader.event(request.body(BODY_LIMIT), Limits.STANDARD);
                        return Answer.noContent();
                    }),
                    Route.get("/api/database-lost", request -> {
                        throw new IllegalStateException(new SQLTransientConnectionException("no connection in time"));
                    }),
                    Route.get("/api/bad-data", request -> {
                        throw new BadData("one-group", "There is only one group.", "Give at least two.");
                    }));
        }

        private Answer things(Request request) {
            Query query = request.query();
            if (request.accepted().equals(Answer.CSV)) {
                return Answer.csv("things.csv", csv -> {
                    csv.row("name", "note");
                    csv.row("Größe, 5\"", "=1+1");
                });
            }
            Things result = new Things(
                    query.choice("colour", Colour.class),
                    query.integer("count", 1, 10),
                    query.time("since"),
                    query.pageToken(2).map(PageToken::keys));
            return Answer.json(result).next(request, Optional.of(PageToken.after(Instant.EPOCH, "a/b")));
        }

        private static long drain(InputStream in) throws IOException {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.body())
                .as("body of status %d", response.statusCode())
                .startsWith("{");
        JsonNode problem = Json.MAPPER.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("urn:touchstone:problem:" + code);
        assertThat(problem.get("title").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).endsWith(".");
        return problem;
    }

    @Test
    void aParameterIsReadByItsType() {
        assertThat(server.get("/api/things?colour=darkBlue&count=7&since=2026-03-01T08:30:00%2B01:00")
                        .body())
                .isEqualTo("{\"colour\":\"darkBlue\",\"count\":7,\"since\":\"2026-03-01T07:30:00Z\"}");
    }

    @Test
    void anEmptyParameterCountsAsAbsent() {
        assertThat(server.get("/api/things?colour=&count").body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color=red                    | unknown-parameter   | color         | colour, count, since",
                "count=1&count=1              | repeated-parameter  | count         | once",
                "count=eleven                 | malformed-parameter | count         | whole number from 1 to 10",
                "count=99999999999999999999   | malformed-parameter | count         | whole number from 1 to 10",
                "count=11                     | malformed-parameter | count         | whole number from 1 to 10",
                "since=2026-03-01             | malformed-parameter | since         | 2026-03-01T08:30:00Z",
                "colour=blue                  | malformed-parameter | colour        | red, darkBlue",
                "nextPageToken=x              | malformed-parameter | nextPageToken | an earlier answer",
                "nextPageToken=eyJrZXlzIjpbXX0 | malformed-parameter | nextPageToken | an earlier answer",
            })
    void aParameterThatIsWrongIsNamedWithWhatWouldBeRight(
            String query, String code, String parameter, String expected) {
        JsonNode problem = problem(server.get("/api/things?" + query), 400, code);
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("expected").asString()).contains(expected);
    }

    @Test
    void aBrokenPercentSignInTheQueryIsRefused() throws IOException {
        assertThat(raw("GET /api/things?count=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json");
    }

    @Test
    void theNextPageIsNamedInALinkAndLeadsOn() {
        HttpResponse<String> first = server.get("/api/things?colour=red");
        String link = first.headers().firstValue("Link").orElseThrow();
        assertThat(link).startsWith("</api/things?colour=red&nextPageToken=").endsWith(">; rel=\"next\"");
        JsonNode next = server.getJson(link.substring(1, link.indexOf('>')));
        assertThat(next.get("after").toString()).isEqualTo("[\"1970-01-01T00:00:00Z\",\"a/b\"]");
        assertThat(next.get("colour").asString()).isEqualTo("red");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things/7, 7",
        "/api/things/best, the best",
        "/api/things/7/, 7",
        "/api/things/https%3A%2F%2Fid.gs1.org%2F01%2F09521321000018, https://id.gs1.org/01/09521321000018",
        "/api/things/a+b%20c, a+b c",
        "/api/things/;a=b, ;a=b",
    })
    void aPathParameterIsOneSegmentAndDecoded(String path, String id) {
        assertThat(server.getJson(path).get("id").asString()).isEqualTo(id);
    }

    @Test
    void theRestOfAPathIsGivenAsItCame() {
        assertThat(server.getJson("/tree/a/b%2Fc/d").get("rest").asString()).isEqualTo("a/b%2Fc/d");
    }

    @Test
    void aBodyBecomesARecord() {
        HttpResponse<String> created =
                server.postJson("/api/orders", "{\"name\":\"n\",\"count\":1,\"colours\":[\"darkBlue\"]}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/orders/1");
        assertThat(created.body()).isEqualTo("{\"name\":\"n\",\"count\":1,\"colours\":[\"darkBlue\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'name':'n','count':1                                  | malformed-json | -          | RFC 8259",
                "                                                       | missing-member | -          | value",
                "nonsense                                               | malformed-json | -          | RFC 8259",
                "{'name':'n','name':'m','count':1,'colours':[]}         | malformed-json | -          | RFC 8259",
                "{'name':'n','count':1,'colours':[]} {}                 | wrong-type     | -          | object",
                "{'count':1,'colours':[]}                               | missing-member | /name      | member",
                "{'name':null,'count':1,'colours':[]}                   | missing-member | /name      | member",
                "{'name':'n','colours':[]}                              | missing-member | /count     | member",
                "{'name':'n','count':'1','colours':[]}                  | wrong-type     | /count     | whole number",
                "{'name':'n','count':1.5,'colours':[]}                  | wrong-type     | /count     | whole number",
                "{'name':5,'count':1,'colours':[]}                      | wrong-type     | /name      | text",
                "{'name':'n','count':1,'colours':['red','blue']}        | wrong-type     | /colours/1 | red, darkBlue",
                "{'name':'n','count':1,'colours':{}}                    | wrong-type     | /colours   | array",
                "{'name':'n','count':1,'colours':[],'until':'today'}    | wrong-type     | /until     | 2026-03-01T08:30:00Z",
                "{'name':'n','count':1,'colours':[],'size':3}           | unknown-member | /size      | name, count, until, colours",
                "[]                                                     | wrong-type     | -          | object",
            })
    void aBodyThatIsWrongIsRefusedWithAPointerAndNothingOfItIsDone(
            String body, String code, String pointer, String expected) {
        int before = WRITES.get();
        String json = body == null ? "" : body.replace('\'', '"');
        JsonNode problem = problem(server.postJson("/api/orders", json), 400, code);
        assertThat(problem.path("pointer").asString("-")).isIn(pointer, pointer.equals("-") ? "" : pointer);
        assertThat(problem.get("expected").asString()).contains(expected);
        assertThat(problem.get("detail").asString()).doesNotContain("dev.touchstone", "java.");
        assertThat(WRITES).hasValue(before);
    }

    @Test
    void aMethodThatThePathDoesNotHaveIs405WithThoseThatItHas() {
        HttpResponse<String> response =
                server.send(server.request("/api/orders").DELETE());
        problem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
        assertThat(server.send(server.request("/api/things").method("PATCH", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void optionsSayWhatAPathAllows() {
        HttpResponse<String> response =
                server.send(server.request("/api/things").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void headIsAnsweredLikeGetWithoutTheBody() {
        HttpResponse<String> head =
                server.send(server.request("/api/things").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        HttpResponse<String> get = server.get("/api/things");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
        assertThat(head.headers().firstValue("Link")).isPresent();
    }

    @Test
    void aBodyOfAnotherTypeIs415() {
        HttpRequest.Builder form = server.request("/api/orders")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(problem(server.send(form), 415, "unsupported-media-type")
                        .get("expected")
                        .asString())
                .contains("application/json");
        HttpRequest.Builder none = server.request("/api/orders").POST(HttpRequest.BodyPublishers.ofString("{}"));
        problem(server.send(none), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                    | application/json",
                "text/csv                            | text/csv",
                "text/*, application/json;q=0.5      | text/csv",
                "text/csv;q=0.2, */*;q=0.8           | application/json",
                "*/*                                 | application/json",
                "TEXT/CSV                            | text/csv",
            })
    void theClientChoosesTheMediaType(String accept, String type) {
        assertThat(server.send(server.request("/api/things").header("Accept", accept))
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0, text/csv;q=0", "nonsense"})
    void aMediaTypeThatIsNotMadeIs406(String accept) {
        problem(server.send(server.request("/api/things").header("Accept", accept)), 406, "not-acceptable");
    }

    @Test
    void aTableIsCsvThatNoSpreadsheetRuns() {
        HttpResponse<String> csv = server.send(server.request("/api/things").header("Accept", "text/csv"));
        assertThat(csv.body()).isEqualTo("name,note\r\n\"Größe, 5\"\"\",'=1+1\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"things.csv\"");
    }

    @Test
    void aBodyOverTheLimitIsRefusedByItsAnnouncedLengthAlone() throws IOException {
        String answer = raw(
                "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: 999999999\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("at most 100000 bytes");
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhileItStreams() throws Exception {
        try (Socket socket = connect()) {
            var out = socket.getOutputStream();
            out.write(
                    "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[50_000];
            for (int i = 0; i < 3; i++) {
                out.write("c350\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyWithinTheLimitIsTaken() {
        HttpRequest.Builder request = server.request("/api/upload")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[(int) BODY_LIMIT])));
        assertThat(server.send(request).body()).isEqualTo("{\"bytes\":100000}");
    }

    @Test
    void anAddressThatIsTooLongIs414() throws IOException {
        assertThat(raw("GET /api/things?since=" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("application/problem+json", "uri-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/thi ngs HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nno colon\r\n\r\n",
                "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: -5\r\n\r\n",
                "POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            })
    void whatIsNoHttpIsRefusedAndNeverA500(String request) throws IOException {
        assertThat(raw(request)).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /api/things\r\n\r\n",
                "GET /a HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "\0\0\0\0\0\0"
            })
    void whatDoesNotEvenBeginLikeHttpGetsNoAnswer(String request) throws IOException {
        assertThat(raw(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/things", "/api/long", "/api/nothing", "/favicon.svg"})
    void theConnectionIsClosedForThoseWhoAskForIt(String path) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void anUnknownPathIs404AlsoForABrowserBelowTheProgramsPaths() {
        problem(server.get("/api/nothing"), 404, "unknown-path");
        problem(server.get("/nothing"), 404, "unknown-path");
        problem(server.send(server.request("/api/nothing").header("Accept", "text/html")), 404, "unknown-path");
    }

    @Test
    void aBrowserGetsTheConsoleForItsPages() {
        for (String page : List.of("/", "/units", "/units/https%3A%2F%2Fid.gs1.org%2F00%2F1")) {
            HttpResponse<String> response = server.send(server.request(page).header("Accept", "text/html,*/*;q=0.8"));
            assertThat(response.statusCode()).as(page).isEqualTo(200);
            assertThat(response.body()).contains("the console of the test");
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("http:", "https:", "*");
        }
    }

    @Test
    void hashedAssetsAreCachedForEverAndOthersAreNot() {
        assertThat(server.get("/assets/index-DiwrgTda.js").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(server.get("/favicon.svg").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(server.get("/favicon.svg").headers().firstValue("Content-Type"))
                .contains("image/svg+xml");
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        String etag = server.get("/favicon.svg").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.send(server.request("/favicon.svg").header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Security-Policy"))
                .as("the policy of the file that the browser has stays in force")
                .isEmpty();
        assertThat(server.send(server.request("/favicon.svg").header("If-None-Match", "\"other\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../logging.properties",
                "/assets/../../logging.properties",
                "/%2e%2e/logging.properties",
                "//logging.properties",
                "/assets"
            })
    void noPathLeadsOutOfTheFolder(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aLongTextIsZippedForThoseWhoTakeIt() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = server.request("/api/long")
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(response.body().length).isLessThan(10_000);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                    .hasSize(1_000_000);
        }
        assertThat(server.get("/api/long").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(server.send(server.request("/api/long").header("Accept-Encoding", "gzip;q=0"))
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void aStreamThatBreaksBeforeItsFirstBytesIsAProblem() {
        problem(server.get("/api/breaks/early"), 409, "moved");
    }

    @Test
    void aStreamThatBreaksLaterIsCutAndNeverLooksWhole() {
        muted(() -> assertThatThrownBy(() -> server.get("/api/breaks/late")).hasRootCauseInstanceOf(IOException.class));
    }

    @Test
    void aFaultOfTheProgramTellsNothingOfItsInside() {
        JsonNode problem = muted(() -> problem(server.get("/api/bug"), 500, "internal-error"));
        assertThat(problem.toString()).doesNotContain("secret", "IllegalState");
        assertThat(problem.get("detail").asString()).containsPattern("[0-9a-f]{8}-[0-9a-f]{4}");
    }

    @Test
    void whatTheLibrariesRefuseIsAProblem() {
        JsonNode data = problem(server.get("/api/bad-data"), 422, "one-group");
        assertThat(data.get("expected").asString()).isEqualTo("Give at least two.");

        JsonNode identifier = problem(server.get("/api/units/395212340000000019"), 400, "check-digit");
        assertThat(identifier.get("parameter").asString()).isEqualTo("epc");
        assertThat(identifier.get("position").asInt()).isEqualTo(17);

        String event =
                "{\"@context\":\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",\"type\":\"ObjectEvent\"}";
        JsonNode document =
                Json.MAPPER.readTree(server.postJson("/api/documents", event).body());
        assertThat(document.get("status").asInt()).isEqualTo(400);
        assertThat(document.get("pointer").asString())
                .isEqualTo(document.get("findings").get(0).get("pointer").asString());
        assertThat(document.get("findings").size()).isGreaterThan(1);

        problem(server.postJson("/api/documents", " ".repeat((int) BODY_LIMIT + 1)), 413, "body-too-large");
    }

    @Test
    void aLostDatabaseIsNoFaultOfTheRequestNorOfTheProgram() {
        problem(server.get("/api/database-lost"), 503, "database-unavailable");
    }

    @Test
    void everyAnswerBringsTheSafetyHeaders() {
        for (String path : List.of("/api/things", "/api/nothing", "/favicon.svg")) {
            var headers = server.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("frame-ancestors 'none'");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).isPresent();
        }
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> HttpServer.start(
                            ServerConfig.loopback(taken.getLocalPort()),
                            List.of(),
                            List.of(),
                            (method, route, status, took) -> {}))
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
    }

    /** What is provoked here need not stand in the log of the build. */
    private static <T> T muted(Supplier<T> test) {
        Logger log = Logger.getLogger(Dispatcher.class.getName());
        log.setLevel(Level.OFF);
        try {
            return test.get();
        } finally {
            log.setLevel(null);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(server.address().getHost(), server.address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends bytes as they are and reads the answer to its end, or to the end of its body. */
    private static String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
