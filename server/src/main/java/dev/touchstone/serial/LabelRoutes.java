package dev.touchstone.serial;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.Element;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Scan;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.identity.Sscc;
import dev.touchstone.label.Caption;
import dev.touchstone.label.Label;
import dev.touchstone.label.LabelDesign;
import dev.touchstone.label.Resolution;
import dev.touchstone.label.Symbol;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.masterdata.Product;
import dev.touchstone.trace.Trace;
import dev.touchstone.trace.Unit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Labels of units and logistic units by HTTP: the symbol with what the log and master data say of the unit. */
public final class LabelRoutes implements Routes {

    private static final String SVG = "image/svg+xml";
    private static final String PNG = "image/png";
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("uuMMdd");
    private static final List<String> SYMBOLS = List.of("datamatrix", "qr", "gs1-128");
    private static final List<String> FORMATS = List.of("svg", "png");
    private static final List<String> RESOLUTIONS = List.of("203", "300", "600");

    private final Trace trace;
    private final MasterData masterData;

    public LabelRoutes(Trace trace, MasterData masterData) {
        this.trace = trace;
        this.masterData = masterData;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/labels", this::label)
                .parameters("epc", "symbol", "format", "dpi", "resolver")
                .produces(SVG, PNG));
    }

    private Answer label(Request request) {
        Scan.Identified unit = request.query().requiredParsed("epc", LabelRoutes::unit);
        String symbol = request.query().choice("symbol", SYMBOLS).orElse("datamatrix");
        Optional<String> format = request.query().choice("format", FORMATS);
        int dpi = Integer.parseInt(request.query().choice("dpi", RESOLUTIONS).orElse("300"));
        Optional<String> resolver = request.query().parsed("resolver", LabelRoutes::resolver);
        ElementString elements = elements(unit);
        Label label = draw(unit.key(), symbol(symbol, elements, resolver));
        boolean png = format.map("png"::equals).orElse(request.accepted().equals(PNG));
        byte[] bytes = png ? label.png(new Resolution(dpi)) : label.svg().getBytes(StandardCharsets.UTF_8);
        return Answer.bytes(png ? PNG : SVG, bytes)
                .header("ETag", '"' + digest(bytes) + '"')
                .header("Cache-Control", "no-cache");
    }

    private static Scan.Identified unit(String text) {
        return switch (Scan.parse(text)) {
            case Scan.Identified scan when scan.key().isInstance() -> scan;
            case Scan.Identified scan ->
                throw new Refusal(
                        Problem.malformed("no-unit", "%s names no single unit.".formatted(scan.key()))
                                .expected(
                                        "an identifier with a serial number, such as (01)09521321000018(21)K7QXA2MPD4, or an SSCC"));
            case Scan.Industry scan ->
                throw new Refusal(Problem.malformed(
                                "no-gs1-key",
                                "%s is no GS1 key.".formatted(scan.identifier().value()))
                        .expected("an identifier of GS1: no GS1 symbol can carry any other"));
            case Scan.Refused refused ->
                throw new Refusal(Problem.malformed(
                                refused.problem().code(), refused.problem().detail())
                        .position(refused.problem().position())
                        .expected(refused.problem().expected()));
        };
    }

    /** The address before the key in a QR code, without a slash at its end. */
    private static String resolver(String text) {
        String stem = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!stem.matches("https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*")) {
            throw new Refusal(Problem.malformed("resolver", "No Digital Link can begin like this.")
                    .expected("an https address such as https://id.example.com"));
        }
        return stem;
    }

    /** What the code says, and lot and expiry of the unit where the log knows them and the code does not say them. */
    private ElementString elements(Scan.Identified scan) {
        List<Element> elements = new ArrayList<>(ElementString.of(scan.key()).elements());
        if (scan.key() instanceof Sgtin) {
            Optional<Unit> unit = trace.unit(scan.key().digitalLink(), Optional.empty());
            Optional<String> expiry = scan.elements()
                    .value("17")
                    .or(() -> unit.flatMap(Unit::expiry).map(YYMMDD::format));
            Optional<String> lot = scan.elements().value("10").or(() -> unit.flatMap(Unit::lot));
            expiry.ifPresent(date -> elements.add(1, Element.of("17", date)));
            lot.flatMap(LabelRoutes::lot).ifPresent(element -> elements.add(elements.size() - 1, element));
        }
        return new ElementString(elements);
    }

    /** A lot as the log has it; empty where a symbol could not carry it. */
    private static Optional<Element> lot(String lot) {
        try {
            return Optional.of(Element.of("10", lot));
        } catch (ProblemException notOfGs1) {
            return Optional.empty();
        }
    }

    private static Symbol symbol(String name, ElementString elements, Optional<String> resolver) {
        return switch (name) {
            case "qr" -> {
                DigitalLink link = DigitalLink.parse(elements.digitalLink().orElseThrow());
                yield Symbol.qr(new DigitalLink(
                        resolver.orElse(link.stem()), link.path(), link.attributes(), link.parameters()));
            }
            case "gs1-128" -> Symbol.gs1Code128(elements);
            default -> Symbol.dataMatrix(elements);
        };
    }

    /** A label whose heading cannot be drawn or does not fit goes without it: the symbol is what counts. */
    private Label draw(Key key, Symbol symbol) {
        LabelDesign design = key instanceof Sscc ? LabelDesign.logistic() : LabelDesign.unit();
        try {
            return design.label(symbol, caption(key));
        } catch (ProblemException heading) {
            return design.label(symbol, Caption.NONE);
        }
    }

    private Caption caption(Key key) {
        if (key instanceof Sgtin unit) {
            Product product = masterData.product(unit.gtin().digits());
            return product.name().equals(product.gtin()) ? Caption.NONE : Caption.of(product.name());
        }
        return key instanceof Sscc sscc ? Caption.NONE.with("SSCC", sscc.primary()) : Caption.NONE;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
