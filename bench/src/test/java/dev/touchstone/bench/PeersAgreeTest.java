package dev.touchstone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.identity.CheckDigit;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Key;
import io.openepcis.epc.translator.Converter;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our URNs and links beside those of OpenEPCIS's translator, for keys of every scheme. Where the two differ for good the
 * difference is named here and judged in the documentation of identifiers.
 */
class PeersAgreeTest {

    private static final int KEYS = 500;
    private static final String PREFIX = "9521321";
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SERIAL = ALPHANUMERIC + "-_.!'()*+,:;=";

    private final Converter peer = new Converter();
    private final Random random = new Random(1);

    /** Per scheme: AI, digits after the company prefix, whether an indicator or extension digit goes before, then the rest. */
    @ParameterizedTest
    @CsvSource({
        "/01/, 5, true, /21/, 20",
        "/01/, 5, true, /235/, 28",
        "/00/, 9, true, '', 0",
        "/414/, 5, false, /254/, 20",
        "/417/, 5, false, '', 0",
        "/8003/, 5, false, '', 16",
        "/8018/, 10, false, '', 0",
        "/8017/, 10, false, '', 0",
        "/253/, 5, false, '', 17",
        "/402/, 9, false, '', 0"
    })
    void linksAndUrnsOfKeysWithCheckDigit(String ai, int digits, boolean lead, String qualifier, int serial)
            throws Exception {
        for (int i = 0; i < KEYS; i++) {
            String body = (lead ? text("0123456789", 1) : "") + PREFIX + text("0123456789", digits);
            String filler = ai.equals("/8003/") ? "0" : "";
            String rest = serial == 0 ? "" : "7" + text(charactersOf(ai), random.nextInt(serial));
            agree("https://id.gs1.org" + ai + filler + body + CheckDigit.mod10(body) + qualifier + rest);
        }
    }

    @ParameterizedTest
    @CsvSource({"/8004/, 22, ''", "/401/, 22, ''", "/8010/, 22, /8011/", "/255/, 5, ''"})
    void linksAndUrnsOfOtherKeys(String ai, int length, String qualifier) throws Exception {
        for (int i = 0; i < KEYS; i++) {
            String reference = ai.equals("/8010/")
                    ? text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-", 1 + random.nextInt(length))
                    : text(SERIAL, 1 + random.nextInt(length));
            if (ai.equals("/255/")) {
                String body = PREFIX + text("0123456789", length);
                reference = body.substring(PREFIX.length())
                        + CheckDigit.mod10(body)
                        + text("0123456789", 1 + random.nextInt(12));
            }
            agree("https://id.gs1.org" + ai + PREFIX + reference + qualifier
                    + (qualifier.isEmpty() ? "" : 1 + random.nextInt(1_000_000)));
        }
    }

    private void agree(String link) throws Exception {
        Key key = ((EpcUri.Gs1) EpcUri.parse(link)).key();
        String urn = EpcUri.epcUrn(key, PREFIX.length()).orElseThrow();
        assertThat(EpcUri.canonical(link)).isEqualTo(link);
        assertThat(peer.toURI(urn)).as(urn).isEqualTo(withoutFiller(link));
        assertThat(peer.toURN(withoutFiller(link), PREFIX.length()).get("asURN"))
                .as(link)
                .isEqualTo(urn);
    }

    /** The peer refuses signs in the serial of a document, AI (253), which takes all 82 characters. */
    private static String charactersOf(String ai) {
        return ai.equals("/253/") ? ALPHANUMERIC : SERIAL;
    }

    /** The peer's links of returnable assets lack the zero with which the value of AI (8003) begins. */
    private static String withoutFiller(String link) {
        return link.replace("/8003/0", "/8003/");
    }

    private String text(String alphabet, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
