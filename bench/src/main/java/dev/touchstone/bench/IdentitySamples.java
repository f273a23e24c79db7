package dev.touchstone.bench;

import dev.touchstone.identity.CheckDigit;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.EpcScheme;
import dev.touchstone.identity.EpcTag;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Sgtin;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Units of many products in every form, enough that no branch predictor learns them by heart. */
@State(Scope.Benchmark)
public class IdentitySamples {

    private static final int COUNT = 4096;
    private static final int PREFIX_LENGTH = 7;

    final Sgtin[] keys = new Sgtin[COUNT];
    final String[] bracketed = new String[COUNT];
    final String[] raw = new String[COUNT];
    final String[] links = new String[COUNT];
    final String[] canonicalLinks = new String[COUNT];
    final String[] urns = new String[COUNT];
    final String[] hex = new String[COUNT];
    private int next;

    public IdentitySamples() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < COUNT; i++) {
            String body = "0950600%06d".formatted(random.nextInt(1_000_000));
            keys[i] = Sgtin.of(body + CheckDigit.mod10(body), Long.toString(random.nextLong(1L << 38)));
            String unit = keys[i].elementString();
            bracketed[i] = unit + "(17)271231(10)L" + random.nextInt(100_000);
            raw[i] = ElementString.parse(bracketed[i]).raw();
            canonicalLinks[i] = keys[i].digitalLink();
            links[i] = canonicalLinks[i].replace("id.gs1.org", "example.com/some/path") + "?17=271231&linkType=all";
            urns[i] = EpcUri.epcUrn(keys[i], PREFIX_LENGTH).orElseThrow();
            hex[i] = EpcTag.of(EpcScheme.SGTIN_96, 1, keys[i], PREFIX_LENGTH).hex();
        }
    }

    int next() {
        next = next + 1 & COUNT - 1;
        return next;
    }
}
