package dev.touchstone.app;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.http.StaticFiles;
import java.util.List;

/** Health, metrics, and the contract with the page that shows it. */
final class SystemRoutes implements Routes {
    private final List<Health.Check> checks;
    private final Metrics metrics;
    private final Contract contract = new Contract();

    SystemRoutes(List<Health.Check> checks, Metrics metrics) {
        this.checks = checks;
        this.metrics = metrics;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/health", this::health).openToAll(),
                Route.get("/metrics", this::metrics).produces("text/plain"),
                Route.get("/openapi.json", this::contract).openToAll(),
                Route.get("/docs", this::contractPage).produces(Answer.HTML).openToAll());
    }

    /** The files that the page of the contract needs: our own and those of Swagger UI. */
    static List<StaticFiles> files() {
        return List.of(new StaticFiles("/docs/", "/docs/"), new StaticFiles("/docs/", Version.swaggerUiFolder()));
    }

    private Answer health(Request request) {
        Health health = Health.of(Version.OURS, checks);
        return Answer.json(health).status(health.status() == Health.Status.UP ? 200 : 503);
    }

    private Answer metrics(Request request) {
        return Answer.text("text/plain; version=0.0.4", metrics.scrape());
    }

    private Answer contract(Request request) {
        return Answer.bytes(Answer.JSON, contract.json()).header("Cache-Control", "no-cache");
    }

    private Answer contractPage(Request request) {
        return Answer.html("""
                <!doctype html>
                <html lang="en">
                  <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>Touchstone interface</title>
                    <link rel="stylesheet" href="/docs/swagger-ui.css">
                    <link rel="stylesheet" href="/docs/page.css">
                  </head>
                  <body>
                    <div id="contract"></div>
                    <script src="/docs/swagger-ui-bundle.js"></script>
                    <script src="/docs/page.js"></script>
                  </body>
                </html>
                """);
    }
}
