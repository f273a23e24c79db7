package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndustryIdentifierTest {

    private static final String RS = "\u001e";
    private static final String GS = "\u001d";
    private static final String EOT = "\u0004";

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:bic:CSQU3054383,               CSQU3054383",
        "urn:epc:id:imovn:9176187,                 9176187",
        "urn:epc:id:gid:31415.271828.1414,         31415.271828.1414",
        "urn:epc:id:usdod:CAGEY.5678,              CAGEY.5678",
        "urn:epc:id:usdod:S12AB4.0,                S12AB4.0",
        "urn:epc:id:adi:35962.PQ7VZ4.M37GXB92,     35962.PQ7VZ4.M37GXB92",
        "urn:epc:id:adi:W81X9C..%23A1%2F2,         W81X9C..%23A1%2F2"
    })
    void urnsOfOtherSchemes(String urn, String value) {
        IndustryIdentifier identifier = IndustryIdentifier.ofUrn(urn).orElseThrow();
        assertThat(identifier.value()).isEqualTo(value);
        assertThat(identifier.canonical()).isEqualTo(urn);
        assertThat(Scan.parse(urn)).isEqualTo(new Scan.Industry(identifier));
        assertThat(EpcUri.canonical(urn)).isEqualTo(urn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:epc:id:bic:CSQU3054384",
                "urn:epc:id:bic:CSQX3054383",
                "urn:epc:id:imovn:9176188",
                "urn:epc:id:gid:31415.271828",
                "urn:epc:id:gid:268435456.0.0",
                "urn:epc:id:gid:01.2.3",
                "urn:epc:id:usdod:CAGEO.1",
                "urn:epc:id:usdod:CAGEY.01",
                "urn:epc:id:adi:35962.PQ#.1",
                "urn:epc:id:adi:35962.PQ"
            })
    void brokenUrnsAreRefused(String urn) {
        assertThat(Scan.parse(urn)).isInstanceOf(Scan.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "06, 1PX|25SUN1?2, 17",
        "06, 1PX|9N111234567843, 23",
        "05, 0109506000134353, 22",
        "05, 0109506000134352|17261331, 28"
    })
    void placesInMessagesCountTheEnvelope(String format, String fields, int position) {
        String text = "[)>" + RS + format + GS + fields.replace("|", GS) + RS + EOT;
        assertThat(Scan.parse(text))
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.problem().position()).isEqualTo(position));
    }

    @Test
    void healthIndustrySymbols() {
        Hibc primary = Hibc.parse("+A123BJC5D6E71G");
        assertThat(primary).isEqualTo(new Hibc("A123", "BJC5D6E7", 1, "", "", "", "", 0));
        assertThat(primary.value()).isEqualTo("+A123BJC5D6E71G");

        Hibc whole = Hibc.parse("+A99912345/$$52001510X3/16D20111212/S77DE1G45-");
        assertThat(whole).isEqualTo(new Hibc("A999", "1234", 5, "10X3", "77DE1G45", "200115", "111212", 0));
        assertThat(Hibc.parse(whole.value())).isEqualTo(whole);
        assertThat(Hibc.parse("*" + primary.value() + "*")).isEqualTo(primary);
    }

    @ParameterizedTest
    @CsvSource({
        "$LOT1,              LOT1, '',   '',     0",
        "$+SER1,             '',   SER1, '',     0",
        "$$0928LOT1,         LOT1, '',   280900, 0",
        "$$2093028LOT1,      LOT1, '',   280930, 0",
        "$$3280930LOT1,      LOT1, '',   280930, 0",
        "$$428093016LOT1,    LOT1, '',   280930, 0",
        "$$528274LOT1,       LOT1, '',   280930, 0",
        "$$62827416LOT1,     LOT1, '',   280930, 0",
        "$$7LOT1,            LOT1, '',   '',     0",
        "$$8053280930LOT1,   LOT1, '',   280930, 5",
        "$$9123453280930LOT1, LOT1, '',  280930, 12345",
        "$$+3280930SER1,     '',   SER1, 280930, 0",
        "28274LOT1,          LOT1, '',   280930, 0",
        "$LOT1/14D20280930/SSER1/Q12, LOT1, SER1, 280930, 12"
    })
    void secondaryData(String data, String lot, String serial, String expiry, int quantity) {
        String symbol = "+A12312340/" + data;
        Hibc hibc = Hibc.parse(symbol + Hibc.checkCharacter(symbol));
        assertThat(hibc).isEqualTo(new Hibc("A123", "1234", 0, lot, serial, expiry, "", quantity));
        assertThat(Hibc.parse(hibc.value())).isEqualTo(hibc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+A123BJC5D6E71H",
                "+1123BJC5D6E71",
                "+A123BJC5D6EX",
                "+A12312340/$$",
                "+A12312340/$$31",
                "+A12312340/$$3281330L",
                "+A12312340/$$528999",
                "+A12312340/16D2020",
                "+a123",
                "++++++++++++"
            })
    void brokenSymbolsAreRefused(String text) {
        String checked = text.length() > 8 && !text.endsWith("H")
                ? text
                        + Problems.of(() -> Hibc.checkCharacter(text))
                                .map(p -> "")
                                .orElseGet(() -> String.valueOf(Hibc.checkCharacter(text)))
                : text;
        assertThat(Problems.of(() -> Hibc.parse(checked))).isPresent();
    }

    /** The check character + would look like the mark of a serial. */
    @Test
    void theCheckCharacterIsNoData() {
        String symbol = "+A12312342/$";
        for (char c = 'A'; Hibc.checkCharacter(symbol) != '+'; c++) {
            symbol = "+A123" + c + "2342/$";
        }
        assertThat(Hibc.parse(symbol + "+").serial()).isEmpty();
    }

    @Test
    void messagesWithDataIdentifiers() {
        String text = "[)>" + RS + "06" + GS + "1PPART-7" + GS + "25SUN123456789A0001" + GS + "Q5" + RS + EOT;
        DataMessage message = DataMessage.parse(text);
        assertThat(message.value("1P")).contains("PART-7");
        UnitIdentifier unit = message.unit().orElseThrow();
        assertThat(unit.value()).isEqualTo("UN123456789A0001");
        assertThat(unit.agencyName()).contains("Dun and Bradstreet (DUNS)");
        assertThat(Scan.parse(text)).isEqualTo(new Scan.Industry(unit));
        assertThat(DataMessage.parse(text.substring(0, text.length() - 2))).isEqualTo(message);
    }

    @Test
    void messagesWithApplicationIdentifiers() {
        String text = "[)>" + RS + "05" + GS + "0109506000134352" + "10A1" + GS + "21S1" + RS + EOT;
        assertThat(((Scan.Identified) Scan.parse(text)).elements().bracketed())
                .isEqualTo("(01)09506000134352(10)A1(21)S1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[)>",
                "[)>\u001e",
                "[)>\u001e06",
                "[)>\u001e06\u001d",
                "[)>\u001e12\u001dX",
                "[)>\u001e06\u001dlower",
                "[)>\u001e06\u001d1234P",
                "[)>\u001e06\u001d1PX",
                "[)>\u001e05\u001d0109506000134353"
            })
    void brokenMessagesAreRefused(String text) {
        assertThat(Scan.parse(text)).isInstanceOf(Scan.Refused.class);
    }

    /** The plain-text examples of the FDA's table of UDI formats, with each date format of HIBCC. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+X999123ABC0/$$05191234AB/S5678EDFG/16D20151001A",
                "+X999123ABC0/$$20515191234AB/S5678EDFG/16D20151001I",
                "+X999123ABC0/$$31905151234AB/S5678EDFG/16D20151001J",
                "+X999123ABC0/$$4190515211234AB/S5678EDFG/16D20151001N",
                "+X999123ABC0/$1234AB/S5678EDFG/16D20151001/14D20190515."
            })
    void devicesInEachDateFormat(String symbol) {
        Udi udi = Udi.of(Scan.parse(symbol)).orElseThrow();
        assertThat(udi.deviceIdentifier()).isEqualTo("X999123ABC0");
        assertThat(udi.lot()).contains("1234AB");
        assertThat(udi.serial()).contains("5678EDFG");
        assertThat(udi.produced()).contains(new Gs1Date("151001"));
        assertThat(udi.expiry())
                .hasValueSatisfying(date -> assertThat(date.digits()).startsWith("1905"));
    }

    @Test
    void productsOfHumanOrigin() {
        String text = "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123";
        Isbt isbt = Isbt.parse(text);
        assertThat(isbt)
                .isEqualTo(new Isbt(
                        "A9999XYZ100T0944", "A99971312345600", "000025", "140201", "130201", "000000000000XYZ123"));
        assertThat(isbt.value()).isEqualTo(text);
        assertThat(Scan.parse(text)).isEqualTo(new Scan.Industry(isbt));
        assertThat(Isbt.parse("=+06000" + text)).isEqualTo(isbt);
        assertThat(Udi.of(Scan.parse(text)).orElseThrow().agency()).isEqualTo("ICCBBA");
        Isbt container = Isbt.parse("=)1TE123456A&)RZ12345678");
        assertThat(container.device()).isEqualTo("1TE123456A");
        assertThat(container.value()).isEqualTo("=)1TE123456A&)RZ12345678");
    }

    @ParameterizedTest
    @CsvSource({
        "=/A9999XYZ100T09,                    2",
        "=/A9999XYZ100t0944,                 13",
        "=/A9999XYZ100T0944=>014400,         20",
        "=/A9999XYZ100T0944=>013366,         20",
        "=/A9999XYZ100T0944?,                18",
        "=+06000,                             0"
    })
    void brokenProductsOfHumanOriginAreRefused(String text, int position) {
        assertThat(Scan.parse(text))
                .isInstanceOfSatisfying(
                        Scan.Refused.class,
                        refused -> assertThat(refused.problem().position()).isEqualTo(position));
    }

    @Test
    void pharmacyProducts() {
        Ppn alone = Ppn.parse("111234567842");
        assertThat(Scan.parse("9N111234567842")).isEqualTo(new Scan.Industry(alone));
        assertThat(Ppn.parse("110375286414").number()).isEqualTo("110375286414");
        String text = "[)>" + RS + "06" + GS + "9N110375286414" + GS + "1T12345ABCD" + GS + "D150600" + GS
                + "S12345ABCDEF98765" + RS + EOT;
        assertThat(Udi.of(Scan.parse(text)))
                .contains(new Udi(
                        "IFA",
                        "110375286414",
                        Optional.of("12345ABCD"),
                        Optional.of("12345ABCDEF98765"),
                        Optional.of(new Gs1Date("150600")),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "9N111234567843, check-digit, 12, check digits 42",
        "9N111234567953, check-digit, 11, check digit 8",
        "9N11123456708,  length,       4,",
        "9N1112345678?2, character,   12,"
    })
    void brokenPharmacyProductsAreRefused(String text, String code, int position, String expected) {
        Problem problem = ((Scan.Refused) Scan.parse(text)).problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.position()).isEqualTo(position);
        if (expected != null) {
            assertThat(problem.expected()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"++A999MODELIDENTIFIER11S8, HIBCC, S9", "PP12345ABCD.12345678.9004, IFA, 05"})
    void modelsOfDevices(String text, String agency, String wrong) {
        BasicUdi udi = BasicUdi.parse(text);
        assertThat(udi.agency()).isEqualTo(agency);
        assertThat(Scan.parse(text)).isEqualTo(new Scan.Industry(udi));
        Problem problem = ((Scan.Refused) Scan.parse(text.substring(0, text.length() - 2) + wrong)).problem();
        assertThat(problem.position()).isEqualTo(text.length() - 2);
        assertThat(problem.expected()).endsWith(text.substring(text.length() - 2));
    }

    @Test
    void devicesOfEitherAgency() {
        Udi gs1 = Udi.of(Scan.parse("(01)09506000134352(11)250101(17)280930(10)L1(21)S1"))
                .orElseThrow();
        assertThat(gs1.agency()).isEqualTo("GS1");
        assertThat(gs1.deviceIdentifier()).isEqualTo("09506000134352");
        Udi hibcc = Udi.of(Scan.parse("+A99912345/$$52001510X3/16D20111212/S77DE1G45-"))
                .orElseThrow();
        assertThat(hibcc)
                .isEqualTo(new Udi(
                        "HIBCC",
                        "A99912345",
                        Optional.of("10X3"),
                        Optional.of("77DE1G45"),
                        Optional.of(new Gs1Date("200115")),
                        Optional.of(new Gs1Date("111212"))));
        assertThat(Udi.of(Scan.parse("CSQU3054383"))).isEmpty();
        assertThat(Udi.of(Scan.parse(""))).isEmpty();
    }
}
