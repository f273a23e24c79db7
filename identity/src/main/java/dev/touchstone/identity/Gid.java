package dev.touchstone.identity;

import java.util.Optional;

/** General identifier of EPC: a manager number that GS1 gave, a class and a serial, all without leading zeros (TDS 6.3.9). */
public record Gid(long manager, long objectClass, long serial) implements IndustryIdentifier {

    public Gid {
        boolean valid = manager >= 0 && manager < 1L << 28 && objectClass >= 0 && objectClass < 1L << 24;
        if (!valid || serial < 0 || serial >= 1L << 36) {
            throw ProblemException.of(
                    "range",
                    -1,
                    "A part of the general identifier is out of range.",
                    "up to 268435455, 16777215 and 68719476735");
        }
    }

    /** Reads three numbers with dots between them. */
    public static Gid parse(String text) {
        String[] parts = text.split("\\.", -1);
        boolean numbers = parts.length == 3;
        for (int i = 0; numbers && i < 3; i++) {
            numbers = parts[i].matches("0|[1-9][0-9]{0,11}");
        }
        if (!numbers) {
            throw ProblemException.of(
                    "general-identifier",
                    0,
                    "The text is not three numbers with dots between them.",
                    "such as 31415.271828.1414, without leading zeros");
        }
        return new Gid(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String value() {
        return manager + "." + objectClass + "." + serial;
    }

    @Override
    public Optional<String> epcUrn() {
        return Optional.of("urn:epc:id:gid:" + value());
    }

    @Override
    public String toString() {
        return value();
    }
}
