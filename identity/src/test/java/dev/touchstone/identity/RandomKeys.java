package dev.touchstone.identity;

import java.util.random.RandomGenerator;

/** Valid keys of every scheme, with digits and characters drawn from all that the scheme allows. */
final class RandomKeys {

    private final RandomGenerator random;

    RandomKeys(RandomGenerator random) {
        this.random = random;
    }

    Key next(Scheme scheme) {
        return switch (scheme) {
            case GTIN -> gtin();
            case SGTIN -> new Sgtin(gtin(), random.nextBoolean() ? text(1, 20) : digits(1, 12));
            case LGTIN -> new Lgtin(gtin(), text(1, 20));
            case UPUI -> new Upui(gtin(), text(1, 28));
            case ITIP -> {
                int total = 1 + random.nextInt(99);
                yield new Itip(gtin(), 1 + random.nextInt(total), total, random.nextBoolean() ? text(0, 20) : number());
            }
            case ITIP_LOT -> new ItipLot(new Itip(gtin(), 1, 2, ""), text(1, 20));
            case SSCC -> new Sscc(checked(17));
            case GLN -> new Gln(checked(12));
            case SGLN -> new Sgln(new Gln(checked(12)), random.nextBoolean() ? "x" + text(0, 19) : number());
            case PGLN -> new Pgln(checked(12));
            case GRAI -> new Grai(checked(12), random.nextBoolean() ? text(0, 16) : digits(0, 12));
            case GIAI -> new Giai(digits(12, 12) + (random.nextBoolean() ? text(1, 18) : digits(1, 6)));
            case GSRN -> new Gsrn(checked(17));
            case GSRNP -> new Gsrnp(checked(17));
            case GDTI -> new Gdti(checked(12), random.nextBoolean() ? text(0, 17) : digits(0, 12));
            case SGCN -> new Sgcn(checked(12), digits(0, 12));
            case CPID ->
                new Cpid(
                        digits(12, 12) + (random.nextBoolean() ? part(1, 18) : digits(1, 3)),
                        random.nextInt(4) == 0 ? "" : "" + (1 + random.nextInt(999_999)));
            case GINC -> new Ginc(digits(12, 12) + text(1, 18));
            case GSIN -> new Gsin(checked(16));
            case GMN -> {
                String body = digits(6, 6) + text(1, 17);
                yield new Gmn(body + CheckDigit.alphanumericPair(body));
            }
        };
    }

    private String number() {
        return Long.toString(1 + random.nextLong(1L << 38));
    }

    Gtin gtin() {
        return new Gtin(checked(13));
    }

    String checked(int count) {
        String digits = digits(count, count);
        return digits + CheckDigit.mod10(digits);
    }

    String digits(int min, int max) {
        return from("0123456789", min, max);
    }

    String text(int min, int max) {
        return from(SerialFormat.GS1_82, min, max);
    }

    private String part(int min, int max) {
        return from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ#/-", min, max);
    }

    private String from(String alphabet, int min, int max) {
        int length = min + random.nextInt(max - min + 1);
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
