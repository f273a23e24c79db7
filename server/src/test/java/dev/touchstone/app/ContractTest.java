package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.TestDatabase;
import dev.touchstone.http.Method;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The contract and the routes say the same, both ways. */
class ContractTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path folder;

    private static final JsonNode CONTRACT = Contract.read();
    private static final Map<String, JsonNode> OPERATIONS = operations();
    private static Features features;
    private static Map<String, Route> routes;

    @BeforeAll
    static void putTogether() {
        features = new Features(database.database(), folder, InstantSource.system());
        routes = new TreeMap<>();
        for (Routes feature : Touchstone.routes(features, new Metrics())) {
            for (Route route : feature.routes()) {
                routes.put(route.method() + " " + route.path(), route);
            }
        }
    }

    @AfterAll
    static void close() {
        features.close();
    }

    @Test
    void everyRouteIsInTheContract() {
        assertThat(OPERATIONS.keySet()).containsAll(routes.keySet());
    }

    @Test
    void theyKnowTheSameParameters() {
        Map<String, Set<String>> ofRoutes = new TreeMap<>();
        Map<String, Set<String>> ofContract = new TreeMap<>();
        for (String operation : shared()) {
            ofRoutes.put(operation, new TreeSet<>(routes.get(operation).parameters()));
            ofContract.put(operation, queryParameters(OPERATIONS.get(operation)));
        }
        assertThat(ofRoutes).isEqualTo(ofContract);
    }

    @Test
    void theyTakeAndGiveTheSameMediaTypes() {
        Map<String, List<Set<String>>> ofRoutes = new TreeMap<>();
        Map<String, List<Set<String>>> ofContract = new TreeMap<>();
        for (String operation : shared()) {
            Route route = routes.get(operation);
            ofRoutes.put(operation, List.of(new TreeSet<>(route.consumes()), new TreeSet<>(route.produces())));
            JsonNode described = OPERATIONS.get(operation);
            ofContract.put(operation, List.of(names(described.at("/requestBody/content")), produced(described)));
        }
        assertThat(ofRoutes).isEqualTo(ofContract);
    }

    @Test
    void theyAskForTheAccessTokenAtTheSamePlaces() {
        for (String operation : shared()) {
            if (routes.get(operation).method() != Method.OPTIONS) {
                boolean open =
                        OPERATIONS.get(operation).path("security").toString().equals("[{}]");
                assertThat(routes.get(operation).open()).as(operation).isEqualTo(open);
            }
        }
    }

    @Test
    void pathParametersAreNamedAlike() {
        for (String operation : shared()) {
            for (String parameter : parameters(OPERATIONS.get(operation), "path")) {
                assertThat(operation).contains("{" + parameter + "}");
            }
        }
    }

    /** Operations that both know; what only one knows is told by its own test. */
    private static Set<String> shared() {
        Set<String> shared = new TreeSet<>(routes.keySet());
        shared.retainAll(OPERATIONS.keySet());
        assertThat(shared).isNotEmpty();
        return shared;
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        CONTRACT.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    private static Set<String> queryParameters(JsonNode operation) {
        return new TreeSet<>(parameters(operation, "query"));
    }

    private static List<String> parameters(JsonNode operation, String in) {
        List<String> names = new ArrayList<>();
        for (JsonNode given : operation.path("parameters")) {
            JsonNode parameter = resolved(given);
            if (parameter.get("in").asString().equals(in)) {
                names.add(parameter.get("name").asString());
            }
        }
        return names;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static Set<String> produced(JsonNode operation) {
        Set<String> types = new TreeSet<>();
        operation.get("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                types.addAll(names(resolved(response.getValue()).path("content")));
            }
        });
        return types;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.properties().forEach(property -> names.add(property.getKey()));
        return names;
    }
}
