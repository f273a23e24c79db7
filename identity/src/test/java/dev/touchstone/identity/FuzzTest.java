package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No input, however broken, makes anything but a problem. */
class FuzzTest {

    private static final List<Consumer<String>> PARSERS = List.of(
            EpcUri::parse,
            ElementString::parse,
            DigitalLink::parse,
            DigitalLink::parseStrictly,
            EpcTag::parse,
            Hibc::parse,
            DataMessage::parse);
    private static final List<String> SEEDS = List.of(
            "(01)09506000134352(17)261231(10)A/1(21)00a1",
            "]d20109506000134352172612311\u001d10A\u001d2100a1",
            "^0109506000134352^3103000500^390212",
            "https://example.com/x/01/09506000134352/22/c/10/A%2F1/21/00a1?17=261231&s=1#f",
            "https://example.org/gtin/9506000134352/ser/1?10=%41+b;linkType=x",
            "https://example.com/eh30164596f40c0e5cbe991a83",
            "https://example.com/exMBZFlvQMDly-mRqD",
            "https://example.org/GhFKk4XBoMktFup_jeRUI",
            "https://example.org/01/09506000134352/EGSWi3UXP8bw",
            "example.com/414/0614141007776/254/a",
            "urn:epc:id:sgtin:9506000.013435.a1",
            "urn:epc:id:itip:4012345.012345.01.02.987",
            "urn:epc:idpat:cpi:0614141.123ABC.*",
            "urn:epc:class:lgtin:4012345.012345.9%2F8",
            "urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb",
            "urn:epc:tag:adi-var:3.35962.PQ7VZ4.M37GXB92",
            "urn:epc:raw:96.x3066C4409047E140075BCD15",
            "urn:epc:id:gid:31415.271828.1414",
            "3066C4409047E140075BCD15",
            "3D76451FD75411DEF6B4CC00000003039000",
            "3B0E0CF5E76C9047759AD00373DC7602E7200",
            "F73795211411234538566CB0AFC4",
            "FC342CDE795211411234538566CB0AFC525065F1876F0D996D80",
            "E6395211415E87A145BAFB4D19A8C0E64A0CBE30EDE1B32DB000",
            "(8003)04012345555554987(8004)4000001a(253)4012345000054987",
            "(8110)106141416543213500110000310123196000(8112)0106141416543210123456",
            "+A99912345/$$52001510X3/16D20111212/S77DE1G45-",
            "[)>\u001e06\u001d1PPART-7\u001d25SUN123456789A0001\u001dQ5\u001e\u0004",
            "[)>\u001e05\u001d0109506000134352\u001e\u0004",
            "]E09506000134352|]e021a1",
            "1M8GDM9AXKP042788",
            "CSQU305438-3",
            "490154203237518",
            "IMO9176187",
            "106141412345678908",
            "https://id.gs1.org/415/0614141007776/8020/ref1?3902=1234",
            "urn:epc:idpat:sgtin:9506000.013435.*",
            "[)>\u001e06\u001d9N111234567842\u001d1TL1\u001dSA1\u001dD280930\u001e\u0004",
            "9N111234567842",
            "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123",
            "++A999MODELIDENTIFIER11S8",
            "PP12345ABCD.12345678.9004",
            "(01) 09506000134352 (21) a\\(1",
            "11111111111111111");
    private static final String CHARACTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()[]{}<>/.:;,%*?&=#-_^\\|+$!\"' \u001d\u001e\u0004\u0000\t\n\u007f\u00e9\u20ac\ud83d";

    @Test
    void hundredThousandInputs() {
        fuzz(100_000, "L64X128MixRandom", 1);
    }

    @Test
    @Tag("long")
    void tenMillionInputs() {
        fuzz(10_000_000, "L64X128MixRandom", 2);
    }

    private static void fuzz(int count, String algorithm, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of(algorithm).create(seed);
        int understood = 0;
        for (int i = 0; i < count; i++) {
            String text = random.nextInt(10) == 0 ? noise(random) : mutated(random);
            try {
                understood += Scan.parse(text) instanceof Scan.Refused ? 0 : 1;
                agree(Forms.of(text, CompanyPrefixes.none()));
                PARSERS.forEach(parser -> accept(parser, text));
            } catch (RuntimeException e) {
                throw new AssertionError("failed on " + text, e);
            }
        }
        assertThat(understood).as("inputs that still mean something").isGreaterThan(count / 100);
    }

    /** Every form that is given leads back to the same thing, and every problem has its place in the input. */
    private static void agree(Forms forms) {
        for (Problem problem : forms.problems()) {
            if (problem.position() > forms.input().length() || problem.detail().isBlank()) {
                throw new AssertionError(problem + " of " + forms.input());
            }
        }
        forms.identifier().ifPresent(identifier -> {
            Stream.of(forms.elementString(), forms.digitalLink(), forms.epcUrn(), forms.epcHex())
                    .flatMap(Optional::stream)
                    .forEach(form -> assertThat(
                                    Forms.of(form, CompanyPrefixes.none()).identifier())
                            .as("%s of %s", form, forms.input())
                            .contains(identifier));
        });
    }

    /** Anything but a problem passes on and fails the test. */
    private static void accept(Consumer<String> parser, String text) {
        Problems.of(() -> parser.accept(text)).ifPresent(problem -> {
            if (problem.detail().isBlank() || problem.expected().isBlank() || problem.position() > text.length()) {
                throw new AssertionError(problem + " of " + text);
            }
        });
    }

    private static String mutated(RandomGenerator random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int edits = random.nextInt(5); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf(c));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
                case 3 -> text.append(SEEDS.get(random.nextInt(SEEDS.size())), 0, 2);
                default -> text.setLength(Math.min(text.length(), at + 1));
            }
        }
        return text.toString();
    }

    private static String noise(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.append(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(0x10000)
                            : CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
