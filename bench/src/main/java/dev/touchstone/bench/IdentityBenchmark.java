package dev.touchstone.bench;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.EpcScheme;
import dev.touchstone.identity.EpcTag;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Problem;
import dev.touchstone.identity.Scan;
import dev.touchstone.identity.SerialFormat;
import dev.touchstone.identity.SerialMint;
import io.openepcis.epc.translator.Converter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Identifiers read, written and minted, in operations a microsecond on one core. The peer is OpenEPCIS's translator between
 * EPC URNs and Digital Links.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@State(Scope.Thread)
public class IdentityBenchmark {

    private static final int MANY = 1000;
    private static final int PREFIX_LENGTH = 7;

    private final SerialMint mint = SerialMint.of(
            new byte[32],
            "09506000134352/1".getBytes(StandardCharsets.US_ASCII),
            SerialFormat.of(SerialFormat.NO_LOOKALIKE, 12));
    private final Converter peer = new Converter();
    private String[] serials;
    private long count;

    @Setup(Level.Trial)
    public void mintSerials() {
        serials = mint.serials(0, MANY).toArray(String[]::new);
    }

    /** A bracketed element string of four elements: every content rule, and the rules between elements. */
    @Benchmark
    public List<Problem> bracketedElementString(IdentitySamples samples) {
        return ElementString.parse(samples.bracketed[samples.next()]).faults();
    }

    /** The same elements as a scanner sends them. */
    @Benchmark
    public List<Problem> scannedElementString(IdentitySamples samples) {
        return ElementString.parse(samples.raw[samples.next()]).faults();
    }

    @Benchmark
    public DigitalLink digitalLink(IdentitySamples samples) {
        return DigitalLink.parse(samples.links[samples.next()]);
    }

    @Benchmark
    public Scan scan(IdentitySamples samples) {
        return Scan.parse(samples.raw[samples.next()]);
    }

    @Benchmark
    public String urnToLink(IdentitySamples samples) {
        return EpcUri.canonical(samples.urns[samples.next()]);
    }

    @Benchmark
    public String linkToUrn(IdentitySamples samples) {
        EpcUri.Gs1 gs1 = (EpcUri.Gs1) EpcUri.parse(samples.canonicalLinks[samples.next()]);
        return EpcUri.epcUrn(gs1.key(), PREFIX_LENGTH).orElseThrow();
    }

    @Benchmark
    public String peerUrnToLink(IdentitySamples samples) throws Exception {
        return peer.toURI(samples.urns[samples.next()]);
    }

    @Benchmark
    public Map<String, String> peerLinkToUrn(IdentitySamples samples) throws Exception {
        return peer.toURN(samples.canonicalLinks[samples.next()], PREFIX_LENGTH);
    }

    @Benchmark
    public String sgtin96Encode(IdentitySamples samples) {
        return EpcTag.of(EpcScheme.SGTIN_96, 1, samples.keys[samples.next()], PREFIX_LENGTH)
                .hex();
    }

    @Benchmark
    public EpcTag sgtin96Decode(IdentitySamples samples) {
        return EpcTag.parse(samples.hex[samples.next()]);
    }

    @Benchmark
    public String mintOne() {
        return mint.serial(count++);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public List<String> mintMany() {
        count += MANY;
        return mint.serials(count, MANY);
    }

    @Benchmark
    public OptionalLong countOfSerial() {
        return mint.index(serials[(int) (count++ % MANY)]);
    }
}
