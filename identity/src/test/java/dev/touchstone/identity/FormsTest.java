package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
