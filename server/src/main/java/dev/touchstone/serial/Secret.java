package dev.touchstone.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The master secret: 32 random bytes from which the keys of all policies are derived (HKDF-SHA256, RFC 5869). Immutable; does not
 * print what it holds.
 */
public final class Secret {

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final byte[] bytes;

    Secret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * The secret in a file; makes the file where there is none. Whoever loses the file cannot mint further serials of its policies.
     *
     * @throws IllegalStateException with a sentence for the operator when the file cannot be read or made, holds no secret, or others can
     *     read it
     */
    public static Secret in(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new IllegalStateException("The master secret of the serials cannot be read or made: " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.wrap((HexFormat.of().formatHex(random) + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Secret read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ALONE.containsAll(permissions)) {
            throw new IllegalStateException(
                    "Others can read the master secret of the serials; make it readable by its owner alone: chmod 600 "
                            + file);
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new IllegalStateException(
                    "This file does not hold the master secret of the serials, 64 hexadecimal digits: " + file);
        }
        return new Secret(HexFormat.of().parseHex(text));
    }

    /** A key for one purpose. Keys of different purposes tell nothing of each other nor of the secret. */
    byte[] key(String purpose, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(bytes)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells this secret from others and nothing of what it is. */
    String id() {
        return HexFormat.of().formatHex(key("touchstone secret id", 8));
    }

    @Override
    public String toString() {
        return "Secret[" + id() + "]";
    }
}
