package dev.touchstone.epcis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name that follows from what an event says, whatever the form it came in (CBV 2.0, section 8.9): equal events have
 * equal hashes. What it leaves out: {@code recordTime}, {@code eventID}, {@code errorDeclaration},
 * {@code certificationInfo} and comments, so that an error declaration has the hash of the event that it withdraws.
 */
public final class EventHash {

    private EventHash() {}

    /** The hash id by CBV 2.0 and SHA-256, {@code ni:///sha-256;...?ver=CBV2.0}. */
    public static String of(Event event) {
        return of(event, Version.CBV_2_0, Algorithm.SHA_256);
    }

    public static String of(Event event, Version version, Algorithm algorithm) {
        byte[] digest = algorithm.digest(preHash(event, version).getBytes(StandardCharsets.UTF_8));
        return "ni:///" + algorithm.title + ';' + HexFormat.of().formatHex(digest) + "?ver=" + version.title;
    }

    /** The canonical text of the event that is hashed. */
    public static String preHash(Event event, Version version) {
        return new PreHash(event, version).toString();
    }

    /** The rules by which the canonical text is made. */
    public enum Version {
        CBV_2_0("CBV2.0"),
        /** As drafted: differs from 2.0 for sensors and for extensions inside standard fields. */
        CBV_2_1("CBV2.1");

        private final String title;

        Version(String title) {
            this.title = title;
        }
    }

    /** The digest, by its name in the IANA registry of named information hash algorithms. */
    public enum Algorithm {
        SHA_256("sha-256", "SHA-256"),
        SHA_384("sha-384", "SHA-384"),
        SHA_512("sha-512", "SHA-512"),
        SHA3_256("sha3-256", "SHA3-256");

        private final String title;
        private final String javaName;

        Algorithm(String title, String javaName) {
            this.title = title;
            this.javaName = javaName;
        }

        private byte[] digest(byte[] bytes) {
            try {
                return MessageDigest.getInstance(javaName).digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + javaName, e);
            }
        }
    }
}
