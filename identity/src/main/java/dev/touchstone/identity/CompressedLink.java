package dev.touchstone.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Digital Links whose path is an EPC binary string: {@code eh} and hexadecimal digits, or {@code ex} and base64url (GS1
 * Digital Link URI: Compression Technical Standard for EPC binary strings 1.0). The filter value goes along and is lost
 * when the link is decompressed.
 */
public final class CompressedLink {

    private static final Pattern HEXADECIMAL = Pattern.compile("eh[0-9A-Fa-f]+");
    private static final Pattern BASE64 = Pattern.compile("ex[A-Za-z0-9_-]+");

    private CompressedLink() {}

    /** The link of a tag with its bits in hexadecimal, such as {@code https://example.com/eh30164596f40c0e5cbe991a83}. */
    public static String hexadecimal(String stem, EpcTag tag) {
        requireKey(tag);
        return stem + "/eh" + tag.bits().hex(4).toLowerCase(Locale.ROOT);
    }

    /** The link of a tag with its bits in base64url, such as {@code https://example.com/exMBZFlvQMDly-mRqD}. */
    public static String base64(String stem, EpcTag tag) {
        requireKey(tag);
        Bits bits = tag.bits();
        StringBuilder out = new StringBuilder(stem).append("/ex");
        for (int at = 0; at < bits.length(); at += 6) {
            int width = Math.min(6, bits.length() - at);
            out.append(CharacterEncoding.BASE64.character((int) bits.get(at, width) << 6 - width));
        }
        return out.toString();
    }

    /** The tag in a compressed link; empty when the link is not compressed in this way. */
    public static Optional<EpcTag> tag(String uri) {
        if (!LinkPath.isWeb(uri)) {
            return Optional.empty();
        }
        int end = LinkPath.pathEnd(uri);
        int last = uri.lastIndexOf('/', end - 1) + 1;
        boolean marked = uri.startsWith("eh", last) || uri.startsWith("ex", last);
        boolean serial = marked && LinkPath.find(uri, Reading.TOLERANT) != null;
        return marked && !serial ? Optional.ofNullable(decompress(uri.substring(last, end), last)) : Optional.empty();
    }

    /** The tag of a last path segment that begins at {@code position}, or null when it is no EPC binary string. */
    static EpcTag decompress(String segment, int position) {
        boolean hexadecimal =
                segment.startsWith("eh") && HEXADECIMAL.matcher(segment).matches();
        if (!hexadecimal
                && !(segment.startsWith("ex") && BASE64.matcher(segment).matches())) {
            return null;
        }
        requireSmall(segment, hexadecimal, position);
        try {
            return EpcReader.read(hexadecimal ? Bits.ofHex(segment, 2, segment.length()) : base64Bits(segment, 2));
        } catch (ProblemException e) {
            if (EpcScheme.ofHeader(header(segment, hexadecimal)) == null) {
                return null;
            }
            Problem cause = e.problem();
            int digit = cause.position();
            int place = digit < 0 ? -1 : position + 2 + (hexadecimal ? digit : digit * 4 / 6);
            throw ProblemException.of(cause.code(), place, cause.detail(), cause.expected());
        }
    }

    /** Capitals would make a second link of the same tag. */
    private static void requireSmall(String segment, boolean hexadecimal, int position) {
        for (int i = 2; hexadecimal && i < segment.length(); i++) {
            if (segment.charAt(i) < 'a'
                    && segment.charAt(i) > '9'
                    && EpcScheme.ofHeader(header(segment, true)) != null) {
                throw ProblemException.of(
                        "character",
                        position + i,
                        "A capital stands among the hexadecimal digits of a compressed link.",
                        "a small letter");
            }
        }
    }

    static Bits base64Bits(String text, int from) {
        BitWriter bits = new BitWriter();
        for (int i = from; i < text.length(); i++) {
            bits.write(CharacterEncoding.BASE64.index(text.charAt(i)), 6);
        }
        return bits.toBits();
    }

    private static int header(String segment, boolean hexadecimal) {
        Bits bits = hexadecimal ? Bits.ofHex(segment, 2, segment.length()) : base64Bits(segment, 2);
        return bits.length() < 8 ? 0 : (int) bits.get(0, 8);
    }

    private static void requireKey(EpcTag tag) {
        if (tag.key().isEmpty()) {
            throw ProblemException.of(
                    "digital-link",
                    -1,
                    "The identifier %s has no Digital Link.".formatted(tag.identifier()),
                    "a tag that holds a GS1 key");
        }
    }
}
