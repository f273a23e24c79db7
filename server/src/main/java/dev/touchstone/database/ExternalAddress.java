package dev.touchstone.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where an external PostgreSQL is, as its driver takes it.
 *
 * @param jdbcUrl without user and password
 */
record ExternalAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
    private static final String JDBC = "jdbc:";

    /** @throws DatabaseException when the address is none of PostgreSQL's */
    static ExternalAddress parse(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new ExternalAddress(url, Optional.empty(), Optional.empty());
        }
        try {
            URI uri = new URI(url);
            boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!postgres || uri.getHost() == null || uri.getRawPath().length() < 2) {
                throw malformed();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String[] user = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return new ExternalAddress(
                    JDBC + "postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    user.length > 0 ? Optional.of(decoded(user[0])) : Optional.empty(),
                    user.length > 1 ? Optional.of(decoded(user[1])) : Optional.empty());
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static String decoded(String percentEncoded) {
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address itself is not repeated: it may hold a password. */
    private static DatabaseException malformed() {
        return new DatabaseException(
                "TOUCHSTONE_DATABASE_URL is not the address of a PostgreSQL database; it would look like postgresql://user:password@host:5432/touchstone (special characters of the password percent-encoded).");
    }
}
