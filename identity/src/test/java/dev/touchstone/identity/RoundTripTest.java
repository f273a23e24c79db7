package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Properties: every form of an identifier leads back to it, and so to every other form that can carry it. */
class RoundTripTest {

    private static final int KEYS = 400;

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void textFormsOfKeys(Scheme scheme) {
        RandomKeys keys = new RandomKeys(new Random(scheme.ordinal()));
        for (int i = 0; i < KEYS; i++) {
            Key key = keys.next(scheme);
            assertThat(ElementString.parse(key.elementString()).key()).contains(key);
            assertThat(ElementString.parse(ElementString.of(key).raw()).key()).contains(key);
            assertThat(DigitalLink.parse(key.digitalLink()).key()).contains(key);
            assertThat(DigitalLink.parseStrictly(key.digitalLink())).hasToString(key.digitalLink());
            assertThat(Scan.parse(key.elementString()))
                    .isEqualTo(new Scan.Identified(key, ElementString.of(key), Scan.Form.ELEMENT_STRING));
            if (scheme != Scheme.GMN) {
                assertThat(EpcUri.parse(key.digitalLink())).isEqualTo(new EpcUri.Gs1(key, 0));
            }
            assertThat(EpcUri.canonical(key.digitalLink())).isEqualTo(key.digitalLink());
        }
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void urnsWithEveryLengthOfPrefix(Scheme scheme) {
        RandomKeys keys = new RandomKeys(new Random(100 + scheme.ordinal()));
        for (int i = 0; i < KEYS; i++) {
            Key key = keys.next(scheme);
            for (int length = 5; length <= 13; length++) {
                Optional<String> urn = EpcUri.epcUrn(key, length);
                boolean possible = length >= 6 && length <= 12 && scheme != Scheme.GMN && scheme != Scheme.ITIP_LOT;
                assertThat(urn.isPresent()).as("%s %d", key, length).isEqualTo(possible);
                urn.ifPresent(text -> assertThat(EpcUri.canonical(text)).isEqualTo(key.digitalLink()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EpcScheme.class)
    void tagsOfEveryScheme(EpcScheme scheme) {
        if (scheme.keyScheme == null) {
            return;
        }
        Random random = new Random(200 + scheme.ordinal());
        RandomKeys keys = new RandomKeys(random);
        int written = 0;
        for (int i = 0; i < 4 * KEYS; i++) {
            Key key = keys.next(scheme.keyScheme);
            int filter = random.nextInt(8);
            List<Element> data = scheme.carriesDate() ? List.of(Element.of("17", "281231")) : List.of();
            EpcTag tag;
            try {
                tag = scheme.carriesData()
                        ? EpcTag.of(scheme, filter, key, data, scheme.carriesHost() ? "id.example.com" : "")
                        : EpcTag.of(scheme, filter, key, 6 + random.nextInt(7));
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo("epc-scheme");
                continue;
            }
            written++;
            assertReadsBack(tag, key, filter);
        }
        assertThat(written).isGreaterThan(KEYS / 4);
    }

    private static void assertReadsBack(EpcTag tag, Key key, int filter) {
        EpcTag read = EpcTag.parse(tag.hex());
        assertThat(read).isEqualTo(tag);
        assertThat(read.key()).contains(key);
        assertThat(read.filter()).isEqualTo(filter);
        assertThat(read.companyPrefixLength()).isEqualTo(tag.companyPrefixLength());
        assertThat(EpcTag.parse(tag.rawUrn())).isEqualTo(tag);
        tag.tagUrn().ifPresent(urn -> assertThat(EpcTag.parse(urn)).isEqualTo(tag));
        assertThat(DigitalLink.parse(CompressedLink.hexadecimal("https://example.com/x", tag))
                        .key())
                .contains(key);
        assertThat(DigitalLink.parse(CompressedLink.base64("https://example.com/x", tag))
                        .key())
                .contains(key);
    }

    /** A GTIN and a few other elements of the table, whatever their shape. */
    @Test
    void elementStringsOfTheWholeTable() {
        Random random = new Random(300);
        RandomKeys keys = new RandomKeys(random);
        List<ApplicationIdentifier> all = AiTable.standard().all();
        for (int i = 0; i < 5_000; i++) {
            List<Element> elements =
                    new ArrayList<>(ElementString.of(keys.gtin()).elements());
            for (int more = random.nextInt(4); more >= 0; more--) {
                ApplicationIdentifier ai = all.get(random.nextInt(all.size()));
                boolean there = elements.stream().anyMatch(e -> e.ai() == ai);
                Optional<String> value = there ? Optional.empty() : value(ai, keys);
                value.ifPresent(v -> elements.add(new Element(ai, v)));
            }
            ElementString string = new ElementString(elements);
            assertThat(ElementString.parse(string.bracketed())).isEqualTo(string);
            assertThat(ElementString.parse(string.raw())).isEqualTo(string);
            string.digitalLink()
                    .ifPresent(link -> assertThat(
                                    DigitalLink.parse(link).elements().elements())
                            .containsExactlyInAnyOrderElementsOf(elements));
        }
    }

    /** A value of the AI's shape that also obeys its rules; empty when a few draws give none. */
    private static Optional<String> value(ApplicationIdentifier ai, RandomKeys keys) {
        for (int draw = 0; draw < 20; draw++) {
            StringBuilder value = new StringBuilder();
            for (ApplicationIdentifier.Part part : ai.parts()) {
                value.append(
                        switch (part.set()) {
                            case NUMERIC -> keys.digits(part.min(), part.max());
                            case SET82 -> keys.text(part.min(), part.max());
                            case SET39, SET64 -> keys.digits(part.min(), part.max());
                        });
            }
            if (Problems.of(() -> ai.check(value.toString(), 0, value.length())).isEmpty()) {
                return Optional.of(value.toString());
            }
        }
        return Optional.empty();
    }

    /** Elements after the key in a tag, for every AI that has an encoding. */
    @Test
    void furtherElementsInTags() {
        Random random = new Random(400);
        RandomKeys keys = new RandomKeys(random);
        int written = 0;
        for (ApplicationIdentifier ai : AiTable.standard().all()) {
            for (int i = 0; i < 3; i++) {
                Optional<String> value = value(ai, keys);
                if (value.isPresent()
                        && ValueCodes.holds(ai.code())
                        && value.get().length() <= 24) {
                    List<Element> data = List.of(new Element(ai, value.get()), Element.of("10", "A-1"));
                    EpcTag tag = EpcTag.of(EpcScheme.SSCC_PLUS, 2, keys.next(Scheme.SSCC), data, "");
                    assertThat(EpcTag.parse(tag.hex()).data()).isEqualTo(data);
                    written++;
                }
            }
        }
        assertThat(written).isGreaterThan(1_000);
    }
}
