package dev.touchstone.label;

import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.Sscc;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Generated identifiers, the same in every run. */
final class Units {

    /** The characters that serial and lot numbers may have (GS1 General Specifications, figure 7.11-1). */
    static final String CHARACTERS =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static final String DIGITS = "0123456789";

    private final Random random;

    Units(long seed) {
        random = new Random(seed);
    }

    static Stream<ElementString> units(int count) {
        Units units = new Units(20260101);
        return Stream.generate(units::unit).limit(count);
    }

    static Stream<ElementString> logisticUnits(int count) {
        Units units = new Units(20260102);
        return Stream.generate(units::logisticUnit).limit(count);
    }

    /** A unit with a serial number and perhaps lot and expiry, in changing order, so that separators are needed. */
    ElementString unit() {
        StringBuilder text = new StringBuilder("(01)").append(withCheckDigit("0" + some(DIGITS, 12)));
        Supplier<String> serial = () -> "(21)" + escaped(some(serialAlphabet(), 1 + random.nextInt(20)));
        Supplier<String> lot = () -> "(10)" + escaped(some(CHARACTERS, 1 + random.nextInt(20)));
        String expiry = "(17)27%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
        switch (random.nextInt(5)) {
            case 0 -> text.append(serial.get());
            case 1 -> text.append(serial.get()).append(lot.get()).append(expiry);
            case 2 -> text.append(expiry).append(lot.get()).append(serial.get());
            case 3 -> text.append(lot.get()).append(serial.get());
            default -> text.append(serial.get()).append(expiry);
        }
        return ElementString.parse(text.toString());
    }

    ElementString logisticUnit() {
        return ElementString.of(new Sscc(withCheckDigit(some(DIGITS, 17))));
    }

    /** Words of random letters, at most {@code most} characters in all. */
    String words(int most) {
        return some("aeiouäñłßΩжabcdefghij kmnp rstuv  ABC", random.nextInt(most + 1))
                .strip();
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String serialAlphabet() {
        return switch (random.nextInt(3)) {
            case 0 -> DIGITS;
            case 1 -> "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            default -> CHARACTERS;
        };
    }

    private String some(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("(", "\\(");
    }

    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
