package dev.touchstone.demo;

import dev.touchstone.epcis.DocumentReader;
import dev.touchstone.epcis.Limits;
import dev.touchstone.identity.SerialFormat;
import dev.touchstone.identity.SerialMint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demonstration as documents ready for {@code POST /epcis/capture}: first the master data, then the events in the order in
 * which they are handed in. Immutable; the same arguments give the same bytes.
 */
public final class Demonstration {

    public static final long SEED = 20_260_831;
    public static final int UNITS = 20_000;

    /** Events a document: what a site would send in one piece. */
    private static final int EVENTS_A_DOCUMENT = 500;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One of its places, which is in no other world: who knows it has captured this one. */
    public static final String PLACE = Places.DRESDEN.id();

    private final World world;

    private Demonstration(World world) {
        this.world = world;
    }

    /** The world that {@code touchstone demo} shows. */
    public static Demonstration standard() {
        return of(SEED, UNITS);
    }

    /**
     * @param seed any number
     * @param units product units to make, at least 2,000 so that every fault finds its place
     */
    public static Demonstration of(long seed, int units) {
        if (units < 2_000) {
            throw new IllegalArgumentException("A world of %d units is too small: at least 2000.".formatted(units));
        }
        return new Demonstration(World.run(seed, units, serials(seed)));
    }

    public Planted planted() {
        return world.planted();
    }

    /** Number of events, declarations of error included. */
    public int events() {
        return world.events().size();
    }

    /** The hash id of the event that is handed in last: when the log has it, it has all of the world. */
    public String lastEventID() {
        DocumentReader reader =
                new DocumentReader(new ByteArrayInputStream(document(documents() - 1)), Limits.STANDARD);
        String id = "";
        for (var event = reader.next(); event.isPresent(); event = reader.next()) {
            id = event.get().id();
        }
        return id;
    }

    /** Number of documents. */
    public int documents() {
        return 1 + Math.ceilDiv(events(), EVENTS_A_DOCUMENT);
    }

    /** The document at an index: 0 is the master data. UTF-8 JSON. */
    public byte[] document(int index) {
        if (index == 0) {
            return document(List.of(), true);
        }
        int from = (index - 1) * EVENTS_A_DOCUMENT;
        return document(world.events().subList(from, Math.min(events(), from + EVENTS_A_DOCUMENT)), false);
    }

    /** Serials as the product mints them, from a key that is no secret: everything here follows from the seed. */
    private static LongFunction<String> serials(long seed) {
        byte[] key = ByteBuffer.allocate(16).putLong(seed).putLong(~seed).array();
        SerialMint mint = SerialMint.of(key, new byte[0], SerialFormat.of(SerialFormat.NO_LOOKALIKE, 10));
        return mint::serial;
    }

    private static byte[] document(List<ObjectNode> events, boolean masterData) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * events.size() + 1024);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("@context").writeStartArray();
            out.writeString("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld");
            out.writeEndArray();
            out.writeStringProperty("type", "EPCISDocument");
            out.writeStringProperty("schemaVersion", "2.0");
            Instant created = World.START.atStartOfDay().toInstant(World.ZONE);
            out.writeStringProperty("creationDate", created.toString());
            if (masterData) {
                out.writeName("epcisHeader");
                out.writeTree(MasterDocument.header());
            }
            out.writeName("epcisBody").writeStartObject();
            out.writeName("eventList").writeStartArray();
            events.forEach(out::writeTree);
            out.writeEndArray().writeEndObject().writeEndObject();
        }
        return bytes.toByteArray();
    }
}
