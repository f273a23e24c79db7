package dev.touchstone.serial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.TestDatabase;
import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SerialRoutesTest {

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Order(2)
    @RegisterExtension
    static final TestServer server = new TestServer(() -> List.of(new SerialRoutes(new Serials(
            database.jdbi(), new Secret("0123456789abcdef0123456789abcdef".getBytes()), Clock.systemUTC()))));

    @Test
    void mintsWithTheDefaultsOfTheContract() {
        var answer = server.postJson("/api/serials", "{\"gtin\": \"9521321000018\", \"count\": 3}");
        assertThat(answer.statusCode()).isEqualTo(201);
        var lease = json(answer);
        assertThat(lease.get("gtin").asString()).isEqualTo("09521321000018");
        assertThat(lease.get("alphabet").asString()).isEqualTo("unambiguous");
        assertThat(lease.get("length").asInt()).isEqualTo(12);
        assertThat(lease.get("serials")).hasSize(3);
        assertThat(lease.get("digitalLinks").get(0).asString()).startsWith("https://id.gs1.org/01/09521321000018/21/");
        assertThat(lease.has("requestId")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"count\": 1}                                               | /gtin      | missing-member",
                "{\"gtin\": \"9521321000019\", \"count\": 1}                   | /gtin      | check-digit",
                "{\"gtin\": \"abc\", \"count\": 1}                             | /gtin      | length",
                "{\"gtin\": \"9521321000018\"}                                | /count     | missing-member",
                "{\"gtin\": \"9521321000018\", \"count\": 0}                   | /count     | out-of-range",
                "{\"gtin\": \"9521321000018\", \"count\": 100001}              | /count     | out-of-range",
                "{\"gtin\": \"9521321000018\", \"count\": -1}                  | /count     | out-of-range",
                "{\"gtin\": \"9521321000018\", \"count\": \"3\"}               | /count     | wrong-type",
                "{\"gtin\": \"9521321000018\", \"count\": 1, \"length\": 5}    | /length    | out-of-range",
                "{\"gtin\": \"9521321000018\", \"count\": 1, \"length\": 20, \"alphabet\": \"gs1\"} | /length | serial-format",
                "{\"gtin\": \"9521321000018\", \"count\": 1, \"alphabet\": \"x\"} | /alphabet | wrong-type",
                "{\"gtin\": \"9521321000018\", \"count\": 1, \"requestId\": \" \"} | /requestId | request-id",
                "{\"gtin\": \"9521321000018\", \"count\": 1, \"serial\": 1}    | /serial    | unknown-member"
            })
    void badInputIsRefusedWithItsPlace(String body, String pointer, String code) {
        long before = leases();
        var answer = server.postJson("/api/serials", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo(code);
        assertThat(json(answer).get("pointer").asString()).isEqualTo(pointer);
        assertThat(json(answer).get("expected").asString()).isNotBlank();
        assertThat(leases()).isEqualTo(before);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    private static long leases() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM serial_lease")
                        .mapTo(Long.class)
                        .one());
    }
}
