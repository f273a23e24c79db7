package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key: its URN, canonical Digital Link and element string are one another's images. */
class KeyFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            urn:epc:id:sgtin:9506000.013435.a1          | 01/09506000134352/21/a1            | (01)09506000134352(21)a1
            urn:epc:id:sgtin:0614141.112345.00400       | 01/10614141123459/21/00400         | (01)10614141123459(21)00400
            urn:epc:id:sgtin:950600012345.0.a%2Fb       | 01/09506000123455/21/a%2Fb         | (01)09506000123455(21)a/b
            urn:epc:class:lgtin:4012345.012345.998877   | 01/04012345123456/10/998877        | (01)04012345123456(10)998877
            urn:epc:idpat:sgtin:4012345.066666.*        | 01/04012345666663                  | (01)04012345666663
            urn:epc:id:upui:9506000.134352.51qIgY)%3C%26Jp3*j7'SDB | 01/19506000343522/235/51qIgY)%3C%26Jp3*j7'SDB | (01)19506000343522(235)51qIgY)<&Jp3*j7'SDB
            urn:epc:id:itip:4012345.012345.01.02.987    | 8006/040123451234560102/21/987     | (8006)040123451234560102(21)987
            urn:epc:idpat:itip:4012345.012345.01.02.*   | 8006/040123451234560102            | (8006)040123451234560102
            urn:epc:id:sscc:0614141.1234567890          | 00/106141412345678908              | (00)106141412345678908
            urn:epc:id:sgln:0614141.00777.0             | 414/0614141007776                  | (414)0614141007776
            urn:epc:id:sgln:0614141.07346.1234          | 414/0614141073467/254/1234         | (414)0614141073467(254)1234
            urn:epc:id:sgln:952000512345..a             | 414/9520005123456/254/a            | (414)9520005123456(254)a
            urn:epc:id:pgln:9520001.11111               | 417/9520001111112                  | (417)9520001111112
            urn:epc:id:grai:4012345.55555.987           | 8003/04012345555554987             | (8003)04012345555554987
            urn:epc:idpat:grai:4012345.55555.*          | 8003/04012345555554                | (8003)04012345555554
            urn:epc:id:giai:4000001.12345               | 8004/400000112345                  | (8004)400000112345
            urn:epc:id:giai:4000001.a%2Fb.c(d)          | 8004/4000001a%2Fb.c(d)             | (8004)4000001a/b.c\\(d)
            urn:epc:id:gsrn:95252084.000000001          | 8018/952520840000000010            | (8018)952520840000000010
            urn:epc:id:gsrnp:0614141.1234567890         | 8017/061414112345678902            | (8017)061414112345678902
            urn:epc:id:gdti:4012345.00005.987           | 253/4012345000054987               | (253)4012345000054987
            urn:epc:idpat:gdti:4012345.00005.*          | 253/4012345000054                  | (253)4012345000054
            urn:epc:id:sgcn:4012345.00005.0987          | 255/40123450000540987              | (255)40123450000540987
            urn:epc:id:cpi:0614141.123ABC.123456789     | 8010/0614141123ABC/8011/123456789  | (8010)0614141123ABC(8011)123456789
            urn:epc:id:cpi:0614141.A%23B%2FC-1.7        | 8010/0614141A%23B%2FC-1/8011/7     | (8010)0614141A#B/C-1(8011)7
            urn:epc:idpat:cpi:0614141.123ABC.*          | 8010/0614141123ABC                 | (8010)0614141123ABC
            urn:epc:id:ginc:0614141.xyz3311cba          | 401/0614141xyz3311cba              | (401)0614141xyz3311cba
            urn:epc:id:gsin:0614141.123456789           | 402/06141411234567890              | (402)06141411234567890
            """)
    void formsOfOneKey(String urn, String path, String elements) {
        String link = "https://id.gs1.org/" + path;
        assertThat(EpcUri.canonical(urn)).isEqualTo(link);
        assertThat(EpcUri.canonical(link)).isEqualTo(link);

        Key key = ElementString.parse(elements).key().orElseThrow();
        assertThat(key.digitalLink()).isEqualTo(link);
        assertThat(key.elementString()).isEqualTo(elements.replace("\\\\", "\\"));
        assertThat(ElementString.of(key).raw())
                .satisfies(raw -> assertThat(ElementString.parse(raw).key()).contains(key));
        assertThat(key.isInstance()).isEqualTo(urn.startsWith("urn:epc:id:"));

        int prefixLength = urn.indexOf('.') - urn.lastIndexOf(':') - 1;
        assertThat(EpcUri.epcUrn(key, prefixLength)).contains(urn);
        if (key.isInstance()) {
            assertThat(EpcUri.parse(urn)).isEqualTo(new EpcUri.Gs1(key, prefixLength));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/some/path/01/9506000134352?17=261231&linkType=gs1:pip, 01/09506000134352",
        "https://example.com/01/09506000134352/22/2A/10/lot/21/a1,                  01/09506000134352/21/a1",
        "https://example.com/gtin/9506000134352/ser/a1/,                            01/09506000134352/21/a1",
        "http://example.com/01/09506000134352/22/2A,                                01/09506000134352",
        "HTTPS://example.com/8006/040123451234560102/10/7#part,                     8006/040123451234560102/10/7",
        "https://example.com/414/0614141007776/254/0,                               414/0614141007776",
        "https://example.com/01/96385074,                                           01/00000096385074",
        "https://example.com/01/09506000134352/21/%61%2f,                           01/09506000134352/21/a%2F",
        "URN:EPC:id:sgln:0614141.00777.0,                                           414/0614141007776",
    })
    void linksOfAnyDomainHaveOneCanonicalForm(String uri, String path) {
        assertThat(EpcUri.canonical(uri)).isEqualTo("https://id.gs1.org/" + path);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/01/09506000134353/21/a1",
        "https://example.com/01/09506000134352/21/a1/10/lot",
        "https://example.com/01/09506000134352/foo",
        "https://example.com/8018/952520840000000010/8019/1",
        "https://example.com/shop?01=09506000134352",
        "https://example.com",
        "https://example.com/01/",
        "urn:uuid:4e8b1f1e-2bd8-4b0c-9a8b-4b1b0d1d8c11",
        "urn:epcglobal:cbv:bt:0614141073467:1152",
        "urn:epc:tag:sgtin-96:3.0614141.112345.400",
        "geo:52.1,13.2"
    })
    void otherUrisStayAsTheyAre(String uri) {
        assertThat(EpcUri.parse(uri)).isEqualTo(new EpcUri.Other(uri));
        assertThat(EpcUri.canonical(uri)).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            urn:epc:id:sgtin:061414.112345.1        | 24 | urn
            urn:epc:id:sgtin:0614141.112345         | 25 | urn
            urn:epc:id:sgtin:0614141.112345.        | 32 | length
            urn:epc:id:sgtin:0614141.112345.a%2Fb#c | 37 | character
            urn:epc:id:sgtin:0614141.112345.123456789012345678901 | 32 | length
            urn:epc:id:giai:0614141.1234567890123456789012345 | 16 | length
            urn:epc:id:gdti:0614141.12345.123456789012345678  | 30 | length
            urn:epc:id:itip:0614141.112345.03.02.1  | 31 | piece
            urn:epc:id:cpi:0614141.ABC.01           | 27 | leading-zero
            urn:epc:id:sgtin:0614x41.112345.1       | 21 | urn
            urn:epc:id:sgtin:0614141.112345.a b     | 33 | character
            urn:epc:id:sgtin:0614141.112345.a%2     | 33 | escape
            urn:epc:id:sscc:0614141.123456789       | 24 | urn
            urn:epc:id:giai:0614141                 | 16 | urn
            urn:epc:idpat:sgtin:0614141.*.1         | 28 | urn
            not a uri                               | -1 | uri
            """)
    void brokenUrnsAreRefusedWithTheirPlace(String uri, int position, String code) {
        Optional<Problem> problem = Problems.of(() -> EpcUri.parse(uri));
        assertThat(problem).hasValueSatisfying(p -> {
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.position()).isEqualTo(position);
            assertThat(p.expected()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:idpat:sgtin:4012345.066666.*, urn:epc:id:sgtin:4012345.066666.77, true",
        "urn:epc:idpat:sgtin:4012345.*.*,      urn:epc:id:sgtin:4012345.066666.77, true",
        "urn:epc:idpat:sgtin:*.*.*,            urn:epc:id:sgtin:4012345.066666.77, true",
        "urn:epc:idpat:sgtin:4012345.066667.*, urn:epc:id:sgtin:4012345.066666.77, false",
        "urn:epc:idpat:sgtin:4012346.*.*,      urn:epc:id:sgtin:4012345.066666.77, false",
        "urn:epc:idpat:sscc:0614141.*,         urn:epc:id:sscc:0614141.1234567890, true",
        "urn:epc:idpat:sscc:0614141.*,         urn:epc:id:sgtin:0614141.112345.1,  false"
    })
    void patternsCoverKeys(String pattern, String urn, boolean covered) {
        EpcUri.Pattern parsed = (EpcUri.Pattern) EpcUri.parse(pattern);
        Key key = ((EpcUri.Gs1) EpcUri.parse(urn)).key();
        assertThat(parsed.matches(key)).isEqualTo(covered);
    }
}
