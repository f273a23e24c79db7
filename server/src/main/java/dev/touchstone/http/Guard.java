package dev.touchstone.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. Without a token the server is for this machine alone, and so only for requests that name it as this machine (a page of
 * another site whose name was bound to 127.0.0.1 does not: DNS rebinding) and whose writes come from its own pages or from no page at
 * all. With a token, which no browser sends by itself, the token decides.
 */
final class Guard {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<String> token;

    Guard(Optional<String> token) {
        this.token = token;
    }

    /** What of a request decides. */
    record Visitor(boolean writes, Optional<String> host, Optional<String> origin, Optional<String> authorization) {}

    /** @throws Refusal when a page of another site may have sent the request */
    void requireOwnSite(Visitor visitor) {
        if (token.isPresent()) {
            return;
        }
        String host = visitor.host().orElse("");
        if (!THIS_MACHINE.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))) {
            throw new Refusal(
                    Problem.other(
                                    421,
                                    "foreign-host",
                                    "This server answers only under the names of this machine, not \"%s\"."
                                            .formatted(host))
                            .expected(
                                    "the host localhost, 127.0.0.1 or [::1]; for other names the server needs an access token (TOUCHSTONE_TOKEN)"));
        }
        boolean foreign = visitor.origin().isPresent()
                && !authority(visitor.origin().get()).equals(host);
        if (visitor.writes() && foreign) {
            throw new Refusal(Problem.forbidden(
                            "foreign-origin",
                            "A page of %s must not write here."
                                    .formatted(visitor.origin().get()))
                    .expected("requests from this server's own pages, or from programs"));
        }
    }

    /** @throws Refusal when a token is needed and the visitor does not bring it */
    void requireToken(Visitor visitor) {
        if (token.isPresent() && visitor.authorization().filter(this::isToken).isEmpty()) {
            throw new Refusal(
                    Problem.unauthorised(
                                    "This server asks for an access token, and the request brings none or a wrong one.")
                            .expected(
                                    "the header Authorization: Bearer, followed by the token that the operator set (TOUCHSTONE_TOKEN)"),
                    Map.of("WWW-Authenticate", "Bearer"));
        }
    }

    /** In constant time: how long a wrong token takes tells nothing of the right one. */
    private boolean isToken(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        return MessageDigest.isEqual(digest(authorization.substring(7).strip()), digest(token.orElseThrow()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
