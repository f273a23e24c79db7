package dev.touchstone.masterdata;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Products and places by HTTP. */
public final class MasterDataRoutes implements Routes {

    /** A product with the number of its units in the log. */
    record CountedProduct(String gtin, String name, Optional<String> brand, Optional<String> description, long units) {}

    private final MasterData masterData;
    private final Supplier<Map<String, Long>> unitsByGtin;

    /** @param unitsByGtin how many units of each product the log names */
    public MasterDataRoutes(MasterData masterData, Supplier<Map<String, Long>> unitsByGtin) {
        this.masterData = masterData;
        this.unitsByGtin = unitsByGtin;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/products", _ -> products()),
                Route.get("/api/locations", this::locations).parameters("kind"));
    }

    private Answer products() {
        Map<String, Long> counted = new TreeMap<>(unitsByGtin.get());
        masterData.products().forEach(product -> counted.putIfAbsent(product.gtin(), 0L));
        List<CountedProduct> products = counted.entrySet().stream()
                .map(entry -> {
                    Product product = masterData.product(entry.getKey());
                    return new CountedProduct(
                            product.gtin(), product.name(), product.brand(), product.description(), entry.getValue());
                })
                .toList();
        return Answer.json(Map.of("products", products));
    }

    private Answer locations(Request request) {
        return Answer.json(
                Map.of("locations", masterData.locations(request.query().choice("kind", LocationKind.class))));
    }
}
