package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyPrefixesTest {

    private static final String JSON = """
            {"GCPPrefixFormatList": {"date": "2026-01-01", "disclaimer": ["..."], "entry": [
              {"prefix": "9506", "gcpLength": 0},
              {"prefix": "95060001", "gcpLength": 7},
              {"prefix": "9506000134", "gcpLength": 11},
              {"prefix":"061414","gcpLength":7}]}}
            """;
    private static final String XML = """
            <GCPPrefixFormatList date="2026-01-01"><disclaimer/>
              <entry prefix="95060001" gcpLength="7"/><entry prefix="9506000134" gcpLength="11"/>
              <entry prefix="061414" gcpLength="7"/></GCPPrefixFormatList>
            """;

    @Test
    void theLongestPrefixDecides() {
        for (String list : List.of(JSON, XML)) {
            CompanyPrefixes prefixes = CompanyPrefixes.ofGs1List(list);
            assertThat(prefixes.length("9506000112345")).hasValue(7);
            assertThat(prefixes.length("9506000134352")).hasValue(11);
            assertThat(prefixes.length("9506123456789")).isEmpty();
            assertThat(prefixes.length("95060")).isEmpty();
            assertThat(prefixes.length("")).isEmpty();
        }
    }

    @Test
    void leadingAndFillerDigitsOfKeysAreNoPrefix() {
        CompanyPrefixes prefixes = CompanyPrefixes.of(List.of("0614141"));
        for (String elements : List.of(
                "(01)10614141123459(21)400",
                "(00)106141412345678908",
                "(414)0614141007776",
                "(8003)00614141123452A",
                "(8004)0614141ABC",
                "(253)0614141123452",
                "(402)06141411234567890")) {
            Key key = ElementString.parse(elements).key().orElseThrow();
            assertThat(prefixes.length(key)).as(elements).hasValue(7);
            assertThat(prefixes.epcUrn(key).orElseThrow()).contains(":0614141.");
        }
    }

    @Test
    void notToKnowIsAnAnswer() {
        Key key = Sgtin.of("9506000134352", "a1");
        assertThat(CompanyPrefixes.none().length(key)).isEmpty();
        assertThat(CompanyPrefixes.none().epcUrn(key)).isEmpty();
        assertThat(key.digitalLink()).isNotBlank();
    }

    @Test
    void anOrganisationsOwnPrefixesComeFirst() {
        CompanyPrefixes own = CompanyPrefixes.of(List.of("950600013"));
        List<CompanyPrefixes> sources = List.of(own, CompanyPrefixes.ofGs1List(JSON));
        assertThat(CompanyPrefixes.length(Sgtin.of("9506000134352", "a1"), sources))
                .hasValue(9);
        assertThat(CompanyPrefixes.length(Sscc.parse("106141412345678908"), sources))
                .hasValue(7);
        assertThat(CompanyPrefixes.length(Gln.parse("4012345000054"), sources)).isEmpty();
    }

    @Test
    void othersAreRefused() {
        assertThat(Problems.of(() -> CompanyPrefixes.of(List.of("123")))).isPresent();
        assertThat(Problems.of(() -> CompanyPrefixes.of(List.of("12x4")))).isPresent();
        assertThat(Problems.of(() -> CompanyPrefixes.ofGs1List("{}"))).isPresent();
    }
}
