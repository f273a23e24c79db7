package dev.touchstone.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Content negotiation (RFC 9110, section 12.5.1) on the few media types that a route has. */
final class MediaTypes {
    private MediaTypes() {}

    private record Range(String type, double quality) {
        /** How closely this range names the type, from 0 for not at all to 3 for exactly. */
        int closeness(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            if (type.equals(mediaType.substring(0, mediaType.indexOf('/') + 1) + "*")) {
                return 2;
            }
            return type.equals("*/*") ? 1 : 0;
        }
    }

    /** The type without its parameters, in lower case. */
    static String bare(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The produced type that the {@code Accept} header likes best, the earlier of equals; empty when it likes none. */
    static Optional<String> negotiate(Optional<String> accept, List<String> produced) {
        if (accept.isEmpty() || accept.get().isBlank() || produced.isEmpty()) {
            return produced.stream().findFirst();
        }
        List<Range> ranges = ranges(accept.get());
        String best = null;
        double bestQuality = 0;
        for (String type : produced) {
            double quality = quality(ranges, type);
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether the header names the type itself, not only by a wildcard: how a browser's page load differs from a program's call. */
    static boolean names(Optional<String> accept, String mediaType) {
        return accept.stream()
                .flatMap(header -> ranges(header).stream())
                .anyMatch(range -> range.type().equals(mediaType) && range.quality() > 0);
    }

    private static double quality(List<Range> ranges, String type) {
        int closest = 0;
        double quality = 0;
        for (Range range : ranges) {
            if (range.closeness(type) > closest) {
                closest = range.closeness(type);
                quality = range.quality();
            }
        }
        return quality;
    }

    private static List<Range> ranges(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",")) {
            double quality = 1;
            for (String parameter : part.split(";")) {
                String[] pair = parameter.strip().split("=", 2);
                if (pair.length == 2 && pair[0].equalsIgnoreCase("q") && pair[1].matches("[01](\\.\\d{0,3})?")) {
                    quality = Double.parseDouble(pair[1]);
                }
            }
            ranges.add(new Range(bare(part), quality));
        }
        return ranges;
    }
}
