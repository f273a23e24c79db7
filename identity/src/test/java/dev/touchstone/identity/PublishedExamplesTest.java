package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The identifiers in GS1's published EPCIS documents, where those are at hand. */
class PublishedExamplesTest {

    private static final Pattern URI = Pattern.compile(
            "urn:epc:(?:id|class|idpat):[^\"<\\s]+|https?://[^\"<\\s]+/(?:01|414|8004|253|8003|00)/\\d[^\"<\\s]+");

    @Test
    void allAreUnderstood() throws IOException {
        Set<String> uris = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SharedData.path("epcis-examples"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = URI.matcher(Files.readString(file));
                while (matcher.find()) {
                    uris.add(matcher.group());
                }
            }
        }
        List<String> left = uris.stream()
                .filter(uri -> !EpcUri.canonical(uri).startsWith("https://id.gs1.org/"))
                .toList();
        assertThat(uris).hasSizeGreaterThan(80);
        assertThat(left).isEmpty();
    }
}
