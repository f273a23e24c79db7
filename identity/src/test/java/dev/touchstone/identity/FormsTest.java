package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    private static final CompanyPrefixes PREFIXES = CompanyPrefixes.of(List.of("9506000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)09506000134352(21)123",
                "]d20109506000134352" + "21123",
                "https://example.com/01/9506000134352/21/123",
                "urn:epc:id:sgtin:9506000.013435.123",
                "urn:epc:tag:sgtin-96:0.9506000.013435.123"
            })
    void everyFormOfOneUnitLeadsToAllOthers(String input) {
        Forms forms = Forms.of(input, PREFIXES);
        assertThat(forms.ok()).isTrue();
        assertThat(forms.input()).isEqualTo(input);
        assertThat(forms.elementString()).contains("(01)09506000134352(21)123");
        assertThat(forms.digitalLink()).contains("https://id.gs1.org/01/09506000134352/21/123");
        assertThat(forms.epcUrn()).contains("urn:epc:id:sgtin:9506000.013435.123");
        String hex = forms.epcHex().orElseThrow();
        assertThat(EpcTag.parse(hex).tagUrn()).contains("urn:epc:tag:sgtin-96:0.9506000.013435.123");
        assertThat(Forms.of(hex, CompanyPrefixes.none()).epcUrn()).isEqualTo(forms.epcUrn());
    }

    @Test
    void withoutTheLengthOfThePrefixThereIsNoUrn() {
        Forms forms = Forms.of("(01)09506000134352(21)123", CompanyPrefixes.none());
        assertThat(forms.epcUrn()).isEmpty();
        assertThat(forms.epcHex()).hasValueSatisfying(hex -> assertThat(hex).startsWith("F7"));
    }

    @Test
    void faultsBetweenElementsAreTold() {
        Forms forms = Forms.of("(01)09506000134352(3103)000500(3102)005000", PREFIXES);
        assertThat(forms.ok()).isFalse();
        assertThat(forms.problems()).extracting(Problem::code).contains("invalid-pair");
        assertThat(forms.identifier()).isPresent();
    }

    @Test
    void otherSchemesAndProblems() {
        assertThat(Forms.of("CSQU3054383", PREFIXES).epcUrn()).contains("urn:epc:id:bic:CSQU3054383");
        assertThat(Forms.of("urn:epc:id:gid:31415.271828.1414", PREFIXES).epcHex())
                .contains("350007AB70425D4000000586");
        assertThat(Forms.of("(01)09506000134353", PREFIXES).problem())
                .hasValueSatisfying(problem -> assertThat(problem.expected()).isEqualTo("check digit 2"));
        assertThat(Forms.of(null, PREFIXES).ok()).isFalse();
    }

    /** What a link, a tag or a pattern was comes back as it was. */
    @ParameterizedTest
    @CsvSource({
        "https://example.com/8004/9520614141234567?01=09521234543213, https://id.gs1.org/8004/9520614141234567?01=09521234543213",
        "https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123, https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123",
        "(01)09520123456788(235)XYZ(10)ABC123,                   https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123",
        "https://id.gs1.org/415/0614141007776/8020/ref1?402=06141411234567890, https://id.gs1.org/415/0614141007776/8020/ref1?402=06141411234567890"
    })
    void aLinkKeepsItsPath(String input, String link) {
        assertThat(Forms.of(input, PREFIXES).digitalLink()).contains(link);
    }

    @ParameterizedTest
    @CsvSource({
        "(8030)abc(253)4012345000054,                    9, missing-serial",
        "]d2253401234500005412345" + "\u001d8030abc,      0, ''",
        "(8030)abc(8003)04012345555554,                  9, missing-serial",
        "https://id.gs1.org/255/4012345000054?8030=abc, 19, missing-serial",
        "(21)abc,                                        0, missing-ai",
        "]d221abc,                                       3, missing-ai",
        "https://id.gs1.org/00/106141412345678908?21=a, 41, attribute"
    })
    void whatIsMissingBetweenElementsIsToldAtItsPlace(String input, int position, String code) {
        Forms forms = Forms.of(input, PREFIXES);
        assertThat(forms.problem().map(Problem::code).orElse("")).isEqualTo(code);
        forms.problem().ifPresent(problem -> assertThat(problem.position()).isEqualTo(position));
    }

    @Test
    void aQualifierOfTheKeyBelongsIntoThePath() {
        String link = "https://id.gs1.org/01/09520123456788?10=ABC123";
        Forms strict = Forms.of(link, Reading.STRICT, Writing.of(PREFIXES));
        assertThat(strict.problem().orElseThrow().position()).isEqualTo(37);
        assertThat(strict.problem().orElseThrow().expected()).isEqualTo("/10/ in the path");
        assertThat(Forms.of(link, PREFIXES).digitalLink()).contains("https://id.gs1.org/01/09520123456788/10/ABC123");
    }

    @Test
    void tagsComeBackAsTheyWere() {
        for (String hex : new String[] {"3074257BF7194E4000001A85", "FA00401234F0", "40151983E40C0E40820000000F6C"}) {
            assertThat(Forms.of(hex, CompanyPrefixes.none()).epcHex()).as(hex).contains(hex);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "(01)09506000134352(21)123,                  7, 30F",
        "urn:epc:id:usdod:CAGEY.5678,               15, 2FF2",
        "urn:epc:id:adi:35962.PQ7VZ4.M37GXB92,      63, 3BFE",
        "urn:epc:id:gid:31415.271828.1414,           9, 3500",
        "(01)09506000134352(21)123,                  8, filter",
        "urn:epc:id:usdod:CAGEY.5678,               16, filter"
    })
    void filterValuesAreThoseOfTheScheme(String input, int filter, String expected) {
        Writing writing = new Writing(7, List.of(), Optional.empty(), filter, false, DigitalLink.CANONICAL_STEM);
        Forms forms = Forms.of(input, Reading.STRICT, writing);
        assertThat(forms.problem()
                        .map(Problem::code)
                        .orElseGet(() -> forms.epcHex().orElseThrow()))
                .startsWith(expected);
    }

    /** Every form that was written in one scheme leads back to the same tag. */
    @ParameterizedTest
    @CsvSource({
        "sgtin-96,   (01)09506000134352(21)123",
        "sgtin-198,  (01)09506000134352(21)a/1",
        "sgtin+,     (01)09506000134352(21)a/1(17)271231",
        "sgtin++,    (01)09506000134352(21)a/1(17)271231",
        "dsgtin+,    (01)09506000134352(21)a/1(17)271231",
        "dsgtin++,   (01)09506000134352(21)a/1(11)271231(10)X",
        "sscc-96,    (00)106141412345678908",
        "sscc++,     (00)106141412345678908",
        "sgln-96,    (414)0614141007776(254)7",
        "sgln-195,   (414)0614141007776(254)x/7",
        "sgln++,     (414)0614141007776",
        "grai-96,    (8003)04012345555554987",
        "grai-170,   (8003)04012345555554a/7",
        "giai-96,    (8004)4012345123",
        "giai-202,   (8004)4012345a/3",
        "gsrn-96,    (8018)952520840000000010",
        "gsrnp-96,   (8017)952520840000000010",
        "gdti-96,    (253)401234500005412345",
        "gdti-113,   (253)401234500005401234",
        "gdti-174,   (253)4012345000054a/1",
        "sgcn-96,    (255)40123450000540123",
        "itip-110,   (8006)095060001343520102(21)987",
        "itip-212,   (8006)095060001343520102(21)a/7",
        "cpi-96,     (8010)0614141123(8011)12",
        "cpi-var,    (8010)0614141A-1(8011)123456789012",
        "cpi++,      (8010)0614141A#1/2(8011)12"
    })
    void tagsOfEveryKindLeadBack(String scheme, String input) {
        Writing writing = new Writing(7, List.of(), EpcScheme.named(scheme), 1, true, "https://id.example.com");
        Forms forms = Forms.of(input, Reading.STRICT, writing);
        assertThat(forms.problems()).isEmpty();
        EpcTag tag = forms.tag().orElseThrow();
        assertThat(tag.scheme().tagName()).isEqualTo(scheme);
        assertThat(tag.filter()).isEqualTo(1);
        for (String form : List.of(
                forms.epcHex().orElseThrow(),
                forms.epcHex().orElseThrow().toLowerCase(Locale.ROOT),
                tag.rawUrn(),
                tag.tagUrn().orElse(tag.rawUrn()),
                forms.compressedLink().orElseThrow(),
                forms.shortestLink().orElseThrow())) {
            Forms back = Forms.of(form, Reading.STRICT, writing);
            assertThat(back.problems()).as(form).isEmpty();
            assertThat(back.tag()).as(form).contains(tag);
            assertThat(back.identifier()).as(form).isEqualTo(forms.identifier());
        }
        if (tag.scheme().carriesData()) {
            assertThat(Forms.of(forms.epcHex().orElseThrow(), PREFIXES)
                            .elements()
                            .orElseThrow()
                            .elements())
                    .containsExactlyInAnyOrderElementsOf(
                            forms.elements().orElseThrow().elements());
        }
    }
}
