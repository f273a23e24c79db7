package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SystemRoutesTest {
    private static final AtomicBoolean WRITER_WORKS = new AtomicBoolean(true);
    private static final Metrics METRICS = new Metrics();

    @RegisterExtension
    static final TestServer server = new TestServer(
            () -> List.of(new SystemRoutes(
                    List.of(
                            new Health.Check("database", () -> true, "PostgreSQL does not answer."),
                            new Health.Check("writer", WRITER_WORKS::get, "The writer has stopped.")),
                    METRICS)),
            SystemRoutes.files(),
            METRICS);

    @Test
    void healthIsUpWhenEveryPartWorks() {
        HttpResponse<String> health = server.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .isEqualTo(
                        "{\"status\":\"up\",\"version\":\"%s\",\"checks\":[{\"name\":\"database\",\"status\":\"up\"},{\"name\":\"writer\",\"status\":\"up\"}]}"
                                .formatted(Version.OURS));
    }

    @Test
    void healthSaysWhatIsDown() {
        WRITER_WORKS.set(false);
        try {
            HttpResponse<String> health = server.get("/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body())
                    .contains(
                            "\"status\":\"down\"",
                            "{\"name\":\"writer\",\"status\":\"down\",\"detail\":\"The writer has stopped.\"}");
        } finally {
            WRITER_WORKS.set(true);
        }
    }

    @Test
    void requestsAreTimedByRouteAndCountersAreKept() {
        AtomicLong events = new AtomicLong(41);
        METRICS.counter("touchstone.events", "Events in the log", events::get);
        server.get("/health");
        server.get("/nothing");
        events.incrementAndGet();
        assertThat(server.get("/metrics").body())
                .containsPattern(
                        "touchstone_http_requests_seconds_count\\{method=\"GET\",route=\"/health\",status=\"200\"} [1-9]")
                .containsPattern(
                        "touchstone_http_requests_seconds_count\\{method=\"GET\",route=\"none\",status=\"404\"} [1-9]")
                .contains("touchstone_events_total 42.0", "jvm_memory_used_bytes");
    }

    @Test
    void theContractIsServedAsJson() {
        assertThat(server.getJson("/openapi.json").get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void thePageOfTheContractLoadsNothingFromElsewhere() {
        String page = server.get("/docs").body();
        Matcher references = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        int found = 0;
        while (references.find()) {
            String reference = references.group(1);
            assertThat(reference).startsWith("/docs/");
            assertThat(server.get(reference).statusCode()).as(reference).isEqualTo(200);
            found++;
        }
        assertThat(found).isEqualTo(4);
        assertThat(server.get("/docs/page.js").body()).contains("validatorUrl: null");
    }
}
