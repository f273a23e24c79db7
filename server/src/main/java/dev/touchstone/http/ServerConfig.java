package dev.touchstone.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where the server listens and who may ask.
 *
 * @param port 0 for any free one
 * @param token needed by every request when present
 */
public record ServerConfig(InetAddress host, int port, Optional<String> token) {
    private static final int SHORTEST_TOKEN = 16;

    /** Not to be reached from other machines without a token. */
    public ServerConfig {
        if (token.isEmpty() && !host.isLoopbackAddress()) {
            throw new ListenException(
                    "Touchstone listens beyond this machine (%s) only with an access token. Set TOUCHSTONE_TOKEN to a long random text, or listen on 127.0.0.1."
                            .formatted(host.getHostAddress()));
        }
        if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
            throw new ListenException("TOUCHSTONE_TOKEN is too short to be safe: it needs at least %d characters."
                    .formatted(SHORTEST_TOKEN));
        }
        if (port < 0 || port > 65535) {
            throw new ListenException("%d is no port; it would be a number from 1 to 65535.".formatted(port));
        }
    }

    public static ServerConfig of(String host, int port, Optional<String> token) {
        try {
            return new ServerConfig(InetAddress.getByName(host), port, token);
        } catch (UnknownHostException e) {
            throw new ListenException(
                    "\"%s\" is no address of this machine; it would be 127.0.0.1 or 0.0.0.0.".formatted(host));
        }
    }

    public static ServerConfig loopback(int port) {
        return new ServerConfig(InetAddress.getLoopbackAddress(), port, Optional.empty());
    }
}
