package dev.touchstone.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;

/** 32 bytes that say which event an event is: docs/decisions/0004-event-identity.md. Kept as four numbers, so that keys compare by value. */
public record EventKey(long first, long second, long third, long fourth) {

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    public static EventKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an event key has 32 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new EventKey(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** The key of 64 hexadecimal digits. */
    public static EventKey ofHex(CharSequence hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The SHA-256 digest of some bytes, as a key. */
    public static EventKey digest(byte[]... parts) {
        MessageDigest sha = sha256();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return of(sha.digest());
    }

    /** Keys as a {@code bytea[]}. */
    public static Array array(Connection connection, Collection<EventKey> keys) throws SQLException {
        return connection.createArrayOf(
                "bytea", keys.stream().map(EventKey::bytes).toArray(byte[][]::new));
    }

    public byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        put(bytes, 0);
        return bytes;
    }

    /** Writes the 32 bytes at {@code offset}. */
    public void put(byte[] into, int offset) {
        ByteBuffer.wrap(into, offset, LENGTH)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth);
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
