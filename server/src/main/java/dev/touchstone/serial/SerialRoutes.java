package dev.touchstone.serial;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.Gtin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serial numbers by HTTP. */
public final class SerialRoutes implements Routes {

    private static final int MOST_SERIALS = 100_000;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 20;
    private static final int DEFAULT_LENGTH = 12;
    private static final int LONGEST_REQUEST_ID = 100;

    private final Serials serials;

    public SerialRoutes(Serials serials) {
        this.serials = serials;
    }

    /** The body of a request. */
    record MintRequest(
            String gtin, int count, Optional<String> requestId, Optional<Alphabet> alphabet, Optional<Integer> length) {

        Serials.Wish wish() {
            int characters = length.orElse(DEFAULT_LENGTH);
            within("/count", count, 1, MOST_SERIALS);
            within("/length", characters, SHORTEST, LONGEST);
            requestId.ifPresent(MintRequest::requireRequestId);
            Serials.Wish wish = new Serials.Wish(
                    Request.at("/gtin", () -> Gtin.parse(gtin)),
                    count,
                    alphabet.orElse(Alphabet.UNAMBIGUOUS),
                    characters,
                    requestId);
            Request.at("/length", wish::format);
            return wish;
        }

        private static void within(String pointer, int value, int least, int most) {
            if (value < least || value > most) {
                throw new Refusal(Problem.malformed("out-of-range", "%d is out of range.".formatted(value))
                        .at(pointer)
                        .expected("a whole number from %d to %d".formatted(least, most)));
            }
        }

        private static void requireRequestId(String id) {
            boolean printable = id.chars().allMatch(c -> c >= ' ' && c != 0x7f);
            if (id.isBlank() || id.length() > LONGEST_REQUEST_ID || !printable) {
                throw new Refusal(Problem.malformed("request-id", "This is no request id.")
                        .at("/requestId")
                        .expected("1 to %d printable characters".formatted(LONGEST_REQUEST_ID)));
            }
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/serials", this::mint));
    }

    private Answer mint(Request request) {
        return new Answer(
                201,
                Map.of(),
                new Answer.Body.Value(
                        serials.mint(request.json(MintRequest.class).wish())));
    }
}
