package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.identity.Scan.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {

    private static final Key UNIT = Sgtin.of("9506000134352", "a1");

    @ParameterizedTest
    @CsvSource({
        "(01)09506000134352(21)a1,                   ELEMENT_STRING",
        "]d2010950600013435221a1,                    ELEMENT_STRING",
        "010950600013435221a1,                       ELEMENT_STRING",
        "https://example.com/01/09506000134352/21/a1?linkType=all, DIGITAL_LINK",
        "]Q1https://example.com/01/09506000134352/21/a1,           DIGITAL_LINK",
        "urn:epc:id:sgtin:9506000.013435.a1,         EPC_URN"
    })
    void anyFormOfAUnit(String text, Form form) {
        assertThat(Scan.parse(" " + text + "\r\n")).isInstanceOfSatisfying(Scan.Identified.class, scan -> {
            assertThat(scan.key()).isEqualTo(UNIT);
            assertThat(scan.form()).isEqualTo(form);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "106141412345678908,   00/106141412345678908",
        "00106141412345678908, 00/106141412345678908",
        "9506000134352,        01/09506000134352",
        "96385074,             01/00000096385074",
        "9 506000 134352,      01/09506000134352"
    })
    void bareKeys(String text, String path) {
        assertThat(((Scan.Identified) Scan.parse(text)).key().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/01/09506000134352/21/a1,                  DIGITAL_LINK",
        "F710950600013435242A1,                         EPC_BINARY",
        "urn:epc:tag:sgtin-198:1.9506000.013435.a1,            EPC_BINARY",
        "]C0(01)09506000134352(21)a1,                          ELEMENT_STRING",
        "]E09506000134352|]e021a1,                             ELEMENT_STRING"
    })
    void roundaboutFormsOfAUnit(String text, Form form) {
        assertThat(Scan.parse(text)).isInstanceOfSatisfying(Scan.Identified.class, scan -> {
            assertThat(scan.key()).isEqualTo(UNIT);
            assertThat(scan.form()).isEqualTo(form);
        });
    }

    @Test
    void aSerialBesideAKnownProduct() {
        Gtin product = Gtin.parse("9506000134352");
        assertThat(((Scan.Identified) Scan.parse("a1", product)).key()).isEqualTo(UNIT);
        assertThat(((Scan.Identified) Scan.parse("96385074", product)).key())
                .isEqualTo(Sgtin.of("9506000134352", "96385074"));
        assertThat(((Scan.Identified) Scan.parse("(00)106141412345678908", product)).key())
                .isInstanceOf(Sscc.class);
        assertThat(Scan.parse("a b", product)).isInstanceOf(Scan.Refused.class);
        assertThat(Scan.parse((String) null, product)).isInstanceOf(Scan.Refused.class);
    }

    @Test
    void bytesAreUtf8() {
        assertThat(((Scan.Identified) Scan.parse("(01)09506000134352(21)a1".getBytes(StandardCharsets.UTF_8))).key())
                .isEqualTo(UNIT);
        assertThat(Scan.parse((byte[]) null)).isInstanceOf(Scan.Refused.class);
        assertThat(Scan.parse(new byte[] {(byte) 0xff, 0, 1})).isInstanceOf(Scan.Refused.class);
    }

    @Test
    void attributesComeAlong() {
        assertThat(Scan.parse("https://example.com/01/09506000134352/10/L%201")).isInstanceOf(Scan.Refused.class);
        Scan.Identified scan =
                (Scan.Identified) Scan.parse("https://example.com/01/09506000134352/10/L1?17=261200&11=250101");
        assertThat(scan.key()).isEqualTo(Lgtin.of("9506000134352", "L1"));
        assertThat(scan.lot()).contains("L1");
        assertThat(scan.expiry()).contains(new Gs1Date("261200"));
        assertThat(scan.produced()).contains(new Gs1Date("250101"));
    }

    @Test
    void otherIndustries() {
        assertThat(Scan.parse("1M8GDM9AXKP042788")).isEqualTo(new Scan.Industry(new Vin("1M8GDM9AXKP042788")));
        assertThat(Scan.parse("1".repeat(17))).isEqualTo(new Scan.Industry(new Vin("1".repeat(17))));
        assertThat(Scan.parse("49-015420-323751-8")).isEqualTo(new Scan.Industry(new Imei("490154203237518")));
        assertThat(Scan.parse("9176187")).isEqualTo(new Scan.Industry(new ImoVessel("9176187")));
        assertThat(Scan.parse("csqu 305438-3")).isEqualTo(new Scan.Industry(new ContainerNumber("CSQU3054383")));
        assertThat(Scan.parse("490154203237518")).isEqualTo(new Scan.Industry(new Imei("490154203237518")));
    }

    /** The check digit of a vehicle is the rule in some countries only: to demand it is a policy. */
    @Test
    void aVehicleWithoutItsCheckDigitIsRefusedWhereThatIsTheRule() {
        Reading northAmerica = new Reading(AiTable.standard(), true, true, true, true, true);
        assertThat(Scan.parse("1M8GDM9AXKP042788", northAmerica)).isInstanceOf(Scan.Industry.class);
        assertThat(Scan.parse("WVWZZZ1JZXW000010")).isInstanceOf(Scan.Industry.class);
        assertThat(Scan.parse("WVWZZZ1JZXW000010", northAmerica))
                .isInstanceOfSatisfying(Scan.Refused.class, refused -> {
                    assertThat(refused.problem().position()).isEqualTo(8);
                    assertThat(refused.problem().expected()).startsWith("check digit");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "IMO 9176188,        10, check digit 7",
        "9176188,             6, check digit 7",
        "CSQU 305438-4,      12, check digit 3",
        "49-015420-323751-9, 17, check digit 8",
        "9 506000 134353,    14, check digit 2",
        "9506000134353,      12, check digit 2",
        "1 0614141 234567890 9, 20, check digit 8",
        "]E09506000134353,   15, check digit 2"
    })
    void placesCountWhatGroupsAreSetApartBy(String text, int position, String expected) {
        assertThat(Scan.parse(text)).isInstanceOfSatisfying(Scan.Refused.class, refused -> {
            assertThat(refused.problem().position()).isEqualTo(position);
            assertThat(refused.problem().expected()).isEqualTo(expected);
        });
    }

    @Test
    void aPatternWhoseSerialAloneIsOpenIsItsClass() {
        assertThat(((Scan.Identified) Scan.parse("urn:epc:idpat:sgtin:9506000.013435.*")).key())
                .isEqualTo(Gtin.parse("9506000134352"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "]",
                "]d",
                "]d2",
                "]Q1",
                "(",
                "()",
                "(01)",
                "(21)a",
                "urn:",
                "urn:epc:id:",
                "http://",
                "https:///",
                "hello",
                "https://example.com/01/09506000134353",
                "urn:epc:idpat:sgtin:4012345.*.*",
                "%",
                "\\",
                "1",
                "01",
                "\u001d"
            })
    void whatCannotBeUnderstoodIsRefusedWithAReason(String text) {
        assertThat(Scan.parse(text)).isInstanceOfSatisfying(Scan.Refused.class, refused -> {
            assertThat(refused.problem().detail()).isNotBlank();
            assertThat(refused.problem().expected()).isNotBlank();
        });
    }

    /** Valid inputs with characters changed, left out and doubled: any answer is allowed but an exception. */
    @Test
    void nothingThatIsScannedThrows() {
        List<String> seeds = List.of(
                "(01)09506000134352(17)261231(10)A/1(21)00a1",
                "]d20109506000134352172612311\u001d10A\u001d2100a1",
                "https://example.com/x/01/09506000134352/22/c/10/A%2F1/21/00a1?17=261231&s=1#f",
                "urn:epc:id:sgtin:9506000.013435.a1",
                "urn:epc:id:itip:4012345.012345.01.02.987",
                "urn:epc:idpat:cpi:0614141.123ABC.*",
                "(8003)04012345555554987(8004)4000001a(253)4012345000054987",
                "1M8GDM9AXKP042788",
                "CSQU305438-3",
                "106141412345678908");
        Random random = new Random(1);
        String alphabet = "0123456789()/.:%*?&=#-^]\\\u001d \u00e9AZaz";
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.setLength(Math.max(1, random.nextBoolean() ? at : text.length()));
                }
            }
            refused += Scan.parse(text.toString()) instanceof Scan.Refused ? 1 : 0;
        }
        assertThat(refused).isBetween(10_000, 99_000);
    }
}
