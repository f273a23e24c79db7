package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinkTest {

    @Test
    void partsOfALink() {
        DigitalLink link = DigitalLink.parse(
                "https://brand.example:8443/some/path/01/09506000134352/22/2A/10/L%2F1/21/00a?17=261231&linkType=gs1%3Apip;lang=a+b#top");
        assertThat(link.stem()).isEqualTo("https://brand.example:8443/some/path");
        assertThat(link.elements().bracketed()).isEqualTo("(01)09506000134352(22)2A(10)L/1(21)00a(17)261231");
        assertThat(link.parameters()).containsExactlyInAnyOrderEntriesOf(Map.of("linkType", "gs1:pip", "lang", "a b"));
        assertThat(link.key()).contains(Sgtin.of("9506000134352", "00a"));
        assertThat(link.toString())
                .isEqualTo(
                        "https://brand.example:8443/some/path/01/09506000134352/22/2A/10/L%2F1/21/00a?17=261231&linkType=gs1:pip&lang=a%20b");
        assertThat(link.canonical().toString())
                .isEqualTo("https://id.gs1.org/01/09506000134352/22/2A/10/L%2F1/21/00a?17=261231");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.gs1.org/01/09506000134352/21/a+b?240=a%2Bb&99=a%26b%3Dc,  (01)09506000134352(21)a+b(240)a+b(99)a&b=c",
        "https://id.gs1.org/00/106141412345678908?02=09506000134352&37=25,     (00)106141412345678908(02)09506000134352(37)25",
        "https://id.gs1.org/414/0614141007776/254/a,                           (414)0614141007776(254)a",
        "https://id.gs1.org/8018/952520840000000010/8019/1,                    (8018)952520840000000010(8019)1",
        "https://id.gs1.org/415/0614141007776/8020/ref1?3902=1234,             (415)0614141007776(8020)ref1(3902)1234",
        "https://id.gs1.org/8013/1987654Ad4X4bL5ttr2310c2K,                    (8013)1987654Ad4X4bL5ttr2310c2K"
    })
    void linksAndElementStringsAreOneAnothersImages(String uri, String elements) {
        assertThat(DigitalLink.parse(uri).elements().bracketed()).isEqualTo(elements);
        assertThat(DigitalLink.of(ElementString.parse(elements)).orElseThrow()).hasToString(uri);
        assertThat(DigitalLink.parseStrictly(uri)).isEqualTo(DigitalLink.parse(uri));
    }

    @Test
    void whatNoLinkCanCarryGivesNone() {
        assertThat(DigitalLink.of(ElementString.parse("(10)lot(17)261231"))).isEmpty();
        assertThat(DigitalLink.of(ElementString.parse("(01)09506000134352(8200)http")))
                .isEmpty();
        assertThat(DigitalLink.of(ElementString.parse("(01)09506000134352(21)a(235)b")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/gtin/9506000134352",
                "https://example.com/01/9506000134352",
                "https://example.com/eh30164596f40c0e5cbe991a83",
                "Https://example.com/01/09506000134352",
                "ftp://example.com/01/09506000134352"
            })
    void strictReadingRefusesWhatMayNoLongerBeWritten(String uri) {
        assertThat(Problems.of(() -> DigitalLink.parseStrictly(uri))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/01/09506000134352/21/a/10/b,      digital-link, 43",
        "https://example.com/01/09506000134352/235/a/21/b,     digital-link, 44",
        "https://example.com/01/09506000134352/17/261231,      digital-link, 38",
        "https://example.com/01/09506000134353,                check-digit,  36",
        "https://example.com/01/9506000134353,                 check-digit,  35",
        "https://example.com/01/09506000134352/21/%61%62%20c,  character,    47",
        "https://example.com/01/09506000134352?21=a,           attribute,    38",
        "https://example.com/01/09506000134352?9999=a,         unknown-ai,   38",
        "https://example.com/01/09506000134352?17=261301,      date,         43",
        "https://example.com/01/09506000134352?17=261201&17=261202, repeated-ai, 51",
        "https://example.com/01/09506000134352?10=%2,          escape,       41",
        "https://example.com/about-us,                         digital-link, 20",
        "https://example.com/01/09506000134352/foo,            digital-link, 38",
        "https://example.com,                                  digital-link, 19",
        "https://,                                             digital-link, 8",
        "https:///01/09506000134352,                           digital-link, 8",
        "https://example.com/gtin/,                            digital-link, 24",
        "https://example.com/01,                               digital-link, 22",
        "https://example.com/01/09506000134352/21,             digital-link, 40",
        "https://example.com/01/09506000134352/21/,            digital-link, 40",
        "https://example.com/414/0614141007776/21/a,           digital-link, 38",
        "https://example.com/00/106141412345678908/10/a,       digital-link, 42",
        "https://example.com/01/09506000134352/21/a b,         uri-character,    42",
        "https://example.com/01/09506000134352/21/a<b,         uri-character,    42",
        "https://example.com/01/09506000134352/21/a#b/c\\d,    uri-character,    46",
        "Https://example.com/01/09506000134352,                uri-scheme,   0",
        "HTTPs://example.com/01/09506000134352,                uri-scheme,   0",
        "ftp://example.com/01/09506000134352,                  uri-scheme,   0",
        "https://example.com/eh30164596F40c0e5cbe991a83,       character,    30",
        "https://example.com/eh30164596f40c0e5cbe991a8,        length,       -1",
        "example.com/01/09506000134352,                        digital-link, 0"
    })
    void faultsAreNamedWithTheirPlace(String uri, String code, int position) {
        Problem problem = Problems.of(() -> DigitalLink.parse(uri)).orElseThrow();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/gtin/09506000134352/ser/a,  digital-link, 20, 01",
        "https://example.com/01/09506000134352/ser/a,    digital-link, 38, 21",
        "https://example.com/01/9506000134352/21/a,      length,       23, 14 characters",
        "https://example.com/01/96385074,                length,       23, 14 characters"
    })
    void formerWaysAreReadOnlyWhenAllowed(String uri, String code, int position, String expected) {
        Problem problem =
                Problems.of(() -> DigitalLink.parse(uri, Reading.STRICT)).orElseThrow();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.expected()).isEqualTo(expected);
        assertThat(DigitalLink.parse(uri).key()).isPresent();
        assertThat(DigitalLink.parse("https://example.com/eh30164596f40c0e5cbe991a83", Reading.STRICT)
                        .key())
                .isPresent();
    }

    /** A serial that looks like a compressed link is a serial. */
    @Test
    void serialsAreNotDecompressed() {
        String uri = "https://example.com/01/09506000134352/21/eh30164596f40c0e5c";
        assertThat(CompressedLink.tag(uri)).isEmpty();
        assertThat(((Scan.Identified) Scan.parse(uri)).key())
                .isEqualTo(Sgtin.of("9506000134352", "eh30164596f40c0e5c"));
    }

    /** The two worked examples of the compression standard. */
    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/eh30164596f40c0e5cbe991a83", "https://example.com/exMBZFlvQMDly-mRqD"})
    void compressedAsAnEpc(String uri) {
        DigitalLink link = DigitalLink.parse(uri + "?linkType=all");
        assertThat(link).hasToString("https://example.com/01/09528765123457/21/123456789123?linkType=all");
        EpcTag tag = CompressedLink.tag(uri).orElseThrow();
        assertThat(
                        uri.contains("/eh")
                                ? CompressedLink.hexadecimal("https://example.com", tag)
                                : CompressedLink.base64("https://example.com", tag))
                .isEqualTo(uri);
    }

    @Test
    void compressionKeepsFurtherElements() {
        ElementString elements = ElementString.parse("(01)09506000134352(10)L1(21)00a(17)261231");
        Key key = elements.key().orElseThrow();
        EpcTag tag = EpcTag.of(
                EpcScheme.SGTIN_PLUS, 0, key, List.of(Element.of("10", "L1"), Element.of("17", "261231")), "");
        String plain = "https://id.gs1.org/01/09506000134352/10/L1/21/00a?17=261231";
        assertThat(DigitalLink.parse(CompressedLink.hexadecimal("https://id.gs1.org", tag)))
                .hasToString(plain);
        assertThat(DigitalLink.parse(CompressedLink.base64("https://id.gs1.org", tag)))
                .hasToString(plain);
    }

    @Test
    void onlyKeysCanBeCompressed() {
        EpcTag tag = EpcTag.parse("3500E86F8000A9E000000586");
        assertThat(Problems.of(() -> CompressedLink.base64("https://example.com", tag)))
                .isPresent();
        assertThat(Problems.of(() -> DigitalLink.parse("https://example.com/eh3500e86f8000a9e000000586")))
                .isPresent();
        assertThat(Problems.of(() -> DigitalLink.parse("https://example.com/eh30164596f40c0e5cbe991a"))
                        .orElseThrow()
                        .code())
                .isEqualTo("length");
        assertThat(CompressedLink.tag("https://example.com/ehrlich")).isEmpty();
    }

    /** Links made by GS1's former toolkit. It loses the zeros of the serial 00001 when it reads its own link; they are there. */
    @ParameterizedTest
    @CsvSource({
        "https://example.org/LQnYUc1gmgAXohEQYUNMrYsmZyRoQ-A,     https://example.org/01/05412345000013/10/ABC%26%2B123?3103=000189&3923=2172",
        "https://example.org/AQnYUc1gmiERBhQ0ytiyZmIGABenJGhD4,   https://example.org/01/05412345000013/10/ABC%26%2B123?3103=000189&3923=2172",
        "https://example.org/DBFKk4XBoAoAAQ,                      https://example.org/01/09506000134352/21/00001",
        "https://example.org/ARFKk4XBoEIKAAE,                     https://example.org/01/09506000134352/21/00001",
        "https://example.org/GhFKk4XBoMktFup_jeRUI,               https://example.org/01/09506000134352/10/lot1/21/a1?17=261231",
        "https://example.org/ARFKk4XBoCDJLRbqLn-N5CRUI,           https://example.org/01/09506000134352/10/lot1/21/a1?17=261231",
        "https://example.org/nWLHUI79qBeg,                        https://example.org/414/0614141007776/254/x1",
        "https://example.org/CxFKk4XBoMktFuouf43-IlinkTypeYOmKk,  https://example.org/01/09506000134352/10/lot1?17=261231&linkType=pip",
        "https://example.org/DhFKk4XBoE3aXJOQpG9W33e,             https://example.org/01/09506000134352/21/DEADBEEF?7003=2612312359",
        "https://example.org/mkoGFBQavCGA,                        https://example.org/8010/0614141ABC/8011/12",
        "https://example.org/01/09506000134352/EGSWi3UXP8bw,      https://example.org/01/09506000134352/10/lot1?17=261231"
    })
    void formerCompressionIsRead(String compressed, String plain) {
        assertThat(DigitalLink.parse(compressed).toString().replace("%2B", "+")).isEqualTo(plain.replace("%2B", "+"));
    }
}
