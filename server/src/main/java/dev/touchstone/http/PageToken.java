package dev.touchstone.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page begins: the keys of the last row of this one, in the order of the sort. Opaque to the client; a page that is
 * fetched by it neither skips nor repeats a row, however much was added meanwhile.
 */
public record PageToken(List<String> keys) {

    public PageToken {
        keys = List.copyOf(keys);
    }

    public static PageToken after(Object... keys) {
        return new PageToken(Arrays.stream(keys).map(Object::toString).toList());
    }

    /** @throws Refusal when the text is none of our tokens or holds another number of keys */
    static PageToken parse(String text, int keys) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            PageToken token = Json.MAPPER.readValue(json, PageToken.class);
            if (token.keys().size() == keys) {
                return token;
            }
        } catch (RuntimeException e) {
            // Falls through: whatever it is, it is no token.
        }
        throw new Refusal(Problem.malformed("malformed-parameter", "This page token is not one that this query gave.")
                .parameter(Query.NEXT_PAGE_TOKEN)
                .expected("the nextPageToken of an earlier answer to the same query, or none for the first page"));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(this));
    }
}
