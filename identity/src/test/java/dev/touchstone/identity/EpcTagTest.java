package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcTagTest {

    /**
     * The examples that GS1 prints in TDS 2.3, annex E.3, with the misprints of that annex mended: the headers of SSCC++
     * and ITIP++, and the host name of SGTIN++ and DSGTIN++, which is id.example.com in the bits.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sgtin-96  | 3066C4409047E140075BCD15                             | 01/09506000134352/21/123456789  | urn:epc:tag:sgtin-96:3.95060001343.05.123456789
            sgtin-198 | 3666C4409047E159B2C2BF100000000000000000000000000000 | 01/09506000134352/21/32a%2Fb    | urn:epc:tag:sgtin-198:3.95060001343.05.32a%2Fb
            sscc-96   | 311BA1B300CE0A6A83000000                             | 00/095201234567891235           | urn:epc:tag:sscc-96:0.952012.03456789123
            sgln-96   | 3276451FD46072000000162E                             | 414/9521141123454/254/5678      | urn:epc:tag:sgln-96:3.9521141.12345.5678
            sgln-195  | 3976451FD46072CD9615F8800000000000000000000000000000 | 414/9521141123454/254/32a%2Fb   | urn:epc:tag:sgln-195:3.9521141.12345.32a%2Fb
            grai-96   | 3376451FD40C0E400000162E                             | 8003/095211411234545678         | urn:epc:tag:grai-96:3.9521141.12345.5678
            grai-170  | 3776451FD40C0E59B2C2BF1000000000000000000000         | 8003/0952114112345432a%2Fb      | urn:epc:tag:grai-170:3.9521141.12345.32a%2Fb
            giai-96   | 3476451FD40000000000162E                             | 8004/95211415678                | urn:epc:tag:giai-96:3.9521141.5678
            giai-202  | 3876451FD59B2C2BF10000000000000000000000000000000000 | 8004/952114132a%2Fb             | urn:epc:tag:giai-202:3.9521141.32a%2Fb
            gsrn-96   | 2D76451FD4499602D2000000                             | 8018/952114112345678906         | urn:epc:tag:gsrn-96:3.9521141.1234567890
            gsrnp-96  | 2E76451FD4499602D2000000                             | 8017/952114112345678906         | urn:epc:tag:gsrnp-96:3.9521141.1234567890
            gdti-96   | 2C76451FD46072000000162E                             | 253/95211411234545678           | urn:epc:tag:gdti-96:3.9521141.12345.5678
            gdti-174  | 3E76451FD7039B061438997367D0C18B266D1AB66EE0         | 253/9521141987650ABCDefgh012345678 | urn:epc:tag:gdti-174:3.9521141.98765.ABCDefgh012345678
            cpi-96    | 3C76451FD400C0E680003039                             | 8010/952114198765/8011/12345    | urn:epc:tag:cpi-96:3.9521141.98765.12345
            cpi-var   | 3D76451FD75411DEF6B4CC00000003039000                 | 8010/95211415PQ7%2FZ43/8011/12345 | urn:epc:tag:cpi-var:3.9521141.5PQ7%2FZ43.12345
            sgcn-96   | 3F76451FD612640000019907                             | 255/952114167890904711          | urn:epc:tag:sgcn-96:3.9521141.67890.04711
            itip-110  | 4076451FD40C0E40820000000F54                         | 8006/095211411234540102/21/981  | urn:epc:tag:itip-110:3.9521141.012345.01.02.981
            itip-212  | 4176451FD40C0E4082DBDD8B36600000000000000000000000000000 | 8006/095211411234540102/21/mw133 | urn:epc:tag:itip-212:3.9521141.012345.01.02.mw133
            sgtin+    | F73795211411234538566CB0AFC4                         | 01/79521141123453/21/32a%2Fb    |
            sscc+     | F90095201234567891235                                | 00/095201234567891235           |
            sgln+     | F2395211411234548566CB0AFC4                          | 414/9521141123454/254/32a%2Fb   |
            grai+     | F13095211411234548566CB0AFC4                         | 8003/0952114112345432a%2Fb      |
            giai+     | FA3952114132E83C2BF10                                | 8004/952114132a%2Fb             |
            gsrn+     | F43952114112345678906                                | 8018/952114112345678906         |
            gsrnp+    | F53952114112345678906                                | 8017/952114112345678906         |
            gdti+     | F6395211411234540458B8                               | 253/95211411234545678           |
            cpi+      | F0395211415E87A145BAFB4D19A8C0E4                     | 8010/95211415PQ7%2FZ43/8011/12345 |
            sgcn+     | F839521141678909509338                               | 255/952114167890904711          |
            itip+     | F3309521141123454010266AE27FDF35                     | 8006/095211411234540102/21/rif981 |
            sgtin++   | FD3795211411234538566CB0AFC525065F1876F0D996D800     | 01/79521141123453/21/32a%2Fb    |
            sscc++    | EF009520123456789123592832F8C3B786CCB6C0             | 00/095201234567891235           |
            sgln++    | E9395211411234548566CB0AFC525065F1876F0D996D8000     | 414/9521141123454/254/32a%2Fb   |
            grai++    | EB3095211411234548566CB0AFC525065F1876F0D996D800     | 8003/0952114112345432a%2Fb      |
            giai++    | EE3952114132E83C2BF1494197C61DBC3665B600             | 8004/952114132a%2Fb             |
            gsrn++    | E7395211411234567890692832F8C3B786CCB6C0             | 8018/952114112345678906         |
            gsrnp++   | E8395211411234567890692832F8C3B786CCB6C0             | 8017/952114112345678906         |
            gdti++    | EA395211411234540458BA4A0CBE30EDE1B32DB0             | 253/95211411234545678           |
            cpi++     | E6395211415E87A145BAFB4D19A8C0E64A0CBE30EDE1B32DB000 | 8010/95211415PQ7%2FZ43/8011/12345 |
            sgcn++    | EC3952114167890950933C94197C61DBC3665B60             | 255/952114167890904711          |
            itip++    | ED309521141123454010266AE27FDF3592832F8C3B786CCB6C00 | 8006/095211411234540102/21/rif981 |
            """)
    void printedExamples(String name, String hex, String path, String tagUrn) {
        EpcTag tag = EpcTag.parse(hex);
        Key key = tag.key().orElseThrow();
        assertThat(tag.scheme().tagName()).isEqualTo(name);
        assertThat(key.path()).isEqualTo(path);
        assertThat(tag.filter()).isEqualTo(name.startsWith("sscc") ? 0 : 3);
        assertThat(tag.tagUrn()).isEqualTo(Optional.ofNullable(tagUrn));

        EpcTag written = tag.scheme().carriesData()
                ? EpcTag.of(tag.scheme(), tag.filter(), key, List.of(), name.endsWith("++") ? "id.example.com" : "")
                : EpcTag.of(tag.scheme(), tag.filter(), key, tag.companyPrefixLength());
        assertThat(written).isEqualTo(tag);
        assertThat(padded(written.hex())).isEqualTo(padded(hex));
        assertThat(EpcTag.parse(written.hex())).isEqualTo(tag);
        assertThat(EpcTag.parse(written.rawUrn())).isEqualTo(tag);
        if (tagUrn != null) {
            assertThat(EpcTag.parse(tagUrn)).isEqualTo(tag);
        }
    }

    /** Its serial is a numeric string (TDS 14.3.6): a 1 before the digits keeps the zeros with which they begin. */
    @Test
    void documentsOfTheFormerScheme() {
        EpcTag tag = EpcTag.parse("3A14257BF46072000000000020E780");
        assertThat(tag.tagUrn()).contains("urn:epc:tag:gdti-113:0.0614141.12345.6847");
        assertThat(EpcTag.of(EpcScheme.GDTI_113, 0, tag.key().orElseThrow(), 7)).isEqualTo(tag);
        for (String serial : List.of("0", "00123", "00000000000000000", "99999999999999999")) {
            Key key = new Gdti("0614141123452", serial);
            assertThat(EpcTag.parse(EpcTag.of(EpcScheme.GDTI_113, 0, key, 7).hex())
                            .key())
                    .contains(key);
        }
        assertThat(Problems.of(() -> EpcTag.of(EpcScheme.GDTI_113, 0, new Gdti("0614141123452", "A1"), 7)))
                .isPresent();
    }

    private static String padded(String hex) {
        return hex + "0".repeat(80 - hex.length());
    }

    @ParameterizedTest
    @CsvSource({
        "3500E86F8000A9E000000586,              urn:epc:id:gid:952056.2718.1414,        urn:epc:tag:gid-96:952056.2718.1414",
        "2F320434147455900000162E,              urn:epc:id:usdod:CAGEY.5678,            urn:epc:tag:usdod-96:3.CAGEY.5678",
        "3B0E0CF5E76C9047759AD00373DC7602E7200, urn:epc:id:adi:35962.PQ7VZ4.M37GXB92,   urn:epc:tag:adi-var:3.35962.PQ7VZ4.M37GXB92"
    })
    void schemesBesideTheKeys(String hex, String urn, String tagUrn) {
        EpcTag tag = EpcTag.parse(hex);
        assertThat(tag.key()).isEmpty();
        assertThat(tag.identifier().canonical()).isEqualTo(urn);
        assertThat(tag.tagUrn()).contains(tagUrn);
        assertThat(EpcTag.parse(tagUrn)).isEqualTo(tag);
        assertThat(EpcTag.of(tag.scheme(), tag.filter(), tag.identifier(), 0)).isEqualTo(tag);
        assertThat(IndustryIdentifier.ofUrn(urn)).contains((IndustryIdentifier) tag.identifier());
    }

    @Test
    void dateBeforeTheKey() {
        EpcTag tag = EpcTag.parse("FB342CDE795211411234538566CB0AFC4");
        assertThat(tag.elements().orElseThrow().bracketed()).isEqualTo("(01)79521141123453(21)32a/b(17)220630");
        assertThat(EpcTag.of(EpcScheme.DSGTIN_PLUS, 3, tag.key().orElseThrow(), tag.data(), ""))
                .isEqualTo(tag);

        EpcTag named = EpcTag.parse("FC342CDE795211411234538566CB0AFC525065F1876F0D996D80");
        assertThat(named.host()).isEqualTo("id.example.com");
        assertThat(named.data()).isEqualTo(tag.data());
        assertThat(EpcTag.of(EpcScheme.DSGTIN_PLUS_PLUS, 3, tag.key().orElseThrow(), tag.data(), "id.example.com"))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "10, ABC123",
        "10, 00123",
        "10, A/B",
        "10, deadbeef",
        "10, DEADBEEF",
        "10, A-B.C:D",
        "17, 261231",
        "8008, 26011514",
        "8008, 2601151430",
        "8008, 260115143059",
        "7011, 260115",
        "7007, 260101",
        "7007, 260101260131",
        "7003, 2601151430",
        "3103, 001250",
        "4330, 001850-",
        "4330, 001850",
        "4307, BR",
        "00, 106141412345678908",
        "4321, 1",
        "7258, 2/3",
        "3910, 9780001250",
        "421, 276D-123",
        "423, 276840",
        "4309, 18000000003600000000",
        "8001, 00011000010011",
        "30, 7",
        "7023, 9506000A-1",
        "8004, 95060001234",
        "8003, 04012345555554987",
        "253, 4012345000054",
        "255, 40123450000541",
        "7041, 1A",
        "8030, abc-_123",
        "91, x",
        "240, 1234567890123456789012345678",
        "20, 05",
        "7251, 200002291530",
        "402, 06141411234567890"
    })
    void furtherElementsFollowTheKey(String ai, String value) {
        Key unit = Sgtin.of("9506000134352", "S1");
        List<Element> data = List.of(Element.of("11", "250101"), Element.of(ai, value));
        EpcTag tag = EpcTag.of(EpcScheme.SGTIN_PLUS, 1, unit, data, "");
        assertThat(EpcTag.parse(tag.hex()).data()).isEqualTo(data);
        EpcTag named = EpcTag.of(EpcScheme.SGTIN_PLUS_PLUS, 1, unit, data, "shop.example.co.uk");
        assertThat(EpcTag.parse(named.hex()))
                .isEqualTo(named)
                .satisfies(read -> assertThat(read.data()).isEqualTo(data))
                .satisfies(read -> assertThat(read.host()).isEqualTo("shop.example.co.uk"));
    }

    @ParameterizedTest
    @CsvSource({
        "id.example.com",
        "qr.loja.com.br",
        "www.abc.de",
        "x.tech",
        "a-b.c9d.com.company",
        "id.id.com",
        "example.co.za",
        "a-very-long-name-of-a-host-without-any-short-form.example"
    })
    void hostNames(String host) {
        EpcTag tag = EpcTag.of(EpcScheme.SSCC_PLUS_PLUS, 0, Sscc.parse("106141412345678908"), List.of(), host);
        assertThat(EpcTag.parse(tag.hex()).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (01)09506000134352(21)400                |  7 | sgtin-96
            (01)09506000134352(21)400                |  0 | sgtin+
            (01)09506000134352(21)0400               |  7 | sgtin+
            (01)09506000134352(21)274877906943       |  7 | sgtin-96
            (01)09506000134352(21)274877906944       |  7 | sgtin+
            (00)106141412345678908                   |  7 | sscc-96
            (414)0614141007776                       |  7 | sgln+
            (8004)400000112345                       |  7 | giai+
            """)
    void theSmallestSchemeThatFits(String elements, int prefixLength, String scheme) {
        Key key = ElementString.parse(elements).key().orElseThrow();
        EpcTag tag = EpcTag.smallest(key, 1, prefixLength);
        assertThat(tag.scheme().tagName()).isEqualTo(scheme);
        assertThat(EpcTag.parse(tag.hex()).key()).contains(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sgtin-96  | (01)09506000134352(21)0400         | epc-scheme
            sgtin-96  | (01)09506000134352(21)274877906944 | epc-scheme
            sgtin-96  | (01)09506000134352(21)a            | epc-scheme
            sgtin-96  | (01)09506000134352                 | epc-scheme
            sgtin-96  | (00)106141412345678908             | epc-scheme
            sgtin-198 | (01)09506000134352                 | epc-scheme
            gdti-96   | (253)4012345000054A                | epc-scheme
            cpi-96    | (8010)0614141ABC(8011)1            | epc-scheme
            cpi-96    | (8010)0614141123(8011)2147483648   | epc-scheme
            giai-96   | (8004)061414101                    | epc-scheme
            dsgtin+   | (01)09506000134352(21)a            | epc-scheme
            sgtin++   | (01)09506000134352(21)a            | host
            """)
    void whatASchemeCannotHoldIsRefused(String name, String elements, String code) {
        EpcScheme scheme = EpcScheme.valueOf(name.toUpperCase(Locale.ROOT)
                .replace("++", "_PLUS_PLUS")
                .replace("+", "_PLUS")
                .replace('-', '_'));
        Key key = ElementString.parse(elements).key().orElseThrow();
        Problem problem = Problems.of(() -> EpcTag.of(scheme, 1, key, 7)).orElseThrow();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                empty",
        "3,                                 epc-header",
        "0011223344556677889900AA,          epc-header",
        "3016,                              length",
        "307FC4409047E140075BCD15,          partition",
        "3066C4409047E140075BCD150001,      length",
        "30164596F40C0E5CBE991A8Z,          character",
        "F7379521141123453E566CB0AFC4,      encoding",
        "F7379521141123453856,              length",
        "F737A521141123453856,              character",
        "FB372CDE795211411234538566CB0AFC4, date",
        "F73795211411234528566CB0AFC4,      check-digit",
        "FC342CDE795211411234538566CB0AFC525065F1876F0D96DF80, host",
        "urn:epc:tag:sgtin-97:3.1.1.1,      urn",
        "urn:epc:tag:sgtin-96:9.0614141.112345.1, filter",
        "urn:epc:tag:sgtin-96:0614141.112345.1, urn",
        "urn:epc:raw:97.x3066C4409047E140075BCD15, length",
        "urn:epc:raw:x30,                   urn"
    })
    void brokenTagsAreRefused(String text, String code) {
        assertThat(Problems.of(() -> EpcTag.parse(text)).orElseThrow().code()).isEqualTo(code);
    }

    @Test
    void integersTakeAsManyBitsAsTheirLargestValue() {
        for (int digits = 1; digits <= 90; digits++) {
            int bits = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE).bitLength();
            assertThat(FieldCode.integerBits(digits)).isEqualTo(bits);
        }
    }

    @Test
    void filterValuesHaveMeanings() {
        assertThat(EpcScheme.SGTIN_96.filterMeaning(1)).contains("item for the point of sale");
        assertThat(EpcScheme.SSCC_PLUS.filterMeaning(6)).contains("unit load");
        assertThat(EpcScheme.SGTIN_96.filterMeaning(3)).isEmpty();
    }
}
