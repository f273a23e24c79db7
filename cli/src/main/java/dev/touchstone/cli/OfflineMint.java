package dev.touchstone.cli;

import dev.touchstone.identity.CheckCharacters;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.SerialFormat;
import dev.touchstone.identity.SerialMint;
import dev.touchstone.identity.Sgtin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options and work of minting without a server: the caller keeps the key, and the count of what was given out. */
final class OfflineMint {

    private static final int DEFAULT_LENGTH = 12;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "Mint here, without a server, by the key in this file: 32, 48 or 64 hexadecimal digits. The same key, GTIN, policy and count always give the same serial.")
    private Path keyFile;

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "0",
            description = "With --key-file: how many serials were given out before (default: 0).")
    private long first;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            defaultValue = "1",
            description = "With --key-file: version of the policy; another version gives other serials (default: 1).")
    private String policy;

    @Option(
            names = "--check-key-file",
            paramLabel = "FILE",
            description = "With --key-file: append check characters by this other key.")
    private Path checkKeyFile;

    @Option(
            names = "--check-characters",
            paramLabel = "N",
            defaultValue = "2",
            description = "With --check-key-file: how many, 1 to 6 (default: 2).")
    private int checkCharacters;

    @Option(names = "--headroom", description = "With --key-file: tell how many serials there can be, and mint none.")
    private boolean headroom;

    @Option(
            names = "--recover",
            paramLabel = "SERIAL",
            description = "With --key-file: tell the count of this serial, and mint none; may be repeated.")
    private List<String> recover = List.of();

    boolean isWanted() {
        return keyFile != null;
    }

    /** What to mint of each product. */
    record Wish(Optional<String> gtin, int count, String alphabet, Integer length, boolean json) {
        SerialFormat format() {
            int characters = length == null ? DEFAULT_LENGTH : length;
            return switch (alphabet == null ? "unambiguous" : alphabet.toLowerCase(Locale.ROOT)) {
                case "numeric" -> SerialFormat.of(SerialFormat.NUMERIC, characters);
                case "unambiguous" -> SerialFormat.of(SerialFormat.NO_LOOKALIKE, characters);
                case "alphanumeric" -> SerialFormat.of(SerialFormat.ALPHANUMERIC, characters);
                case "gs1" -> SerialFormat.of(SerialFormat.GS1_82, characters);
                case "sgtin-96" -> SerialFormat.sgtin96();
                default ->
                    throw ProblemException.of(
                            "alphabet",
                            -1,
                            "There is no alphabet %s.".formatted(alphabet),
                            "numeric, unambiguous, alphanumeric, gs1 or sgtin-96");
            };
        }

        String characters() {
            return format().alphabet();
        }
    }

    /** Mints for the product of the wish, or for those of the lines of standard input. Answers with an exit code. */
    int mint(Wish wish) throws IOException {
        byte[] key = key("--key-file", keyFile);
        byte[] checkKey = checkKeyFile == null ? null : key("--check-key-file", checkKeyFile);
        SerialFormat format;
        CheckCharacters check;
        try {
            format = wish.format();
            check = checkKey == null ? null : CheckCharacters.of(checkKey, wish.characters(), checkCharacters);
        } catch (ProblemException e) {
            throw new ParameterException(spec.commandLine(), Id.sentence(e.problem()));
        }
        boolean json = wish.json() || wish.gtin().isEmpty();
        boolean good = Batch.each(
                wish.gtin().map(List::of).orElse(List.of()), spec.commandLine().getOut(), (input, lines) -> {
                    try {
                        Gtin gtin = Gtin.parse(input.strip());
                        SerialMint mint = SerialMint.of(key, tweak(gtin), format);
                        return answer(input, gtin, mint, check, wish.count(), json, lines);
                    } catch (ProblemException e) {
                        if (json) {
                            IdJson.append(lines, input, e.problem());
                        } else {
                            lines.append(input).append(": ").append(Id.sentence(e.problem()));
                        }
                        return false;
                    }
                });
        return good ? Exit.OK : Exit.NO;
    }

    private byte[] tweak(Gtin gtin) {
        return (gtin.digits() + "/" + policy).getBytes(StandardCharsets.UTF_8);
    }

    private boolean answer(
            String input,
            Gtin gtin,
            SerialMint mint,
            CheckCharacters check,
            int count,
            boolean json,
            StringBuilder lines) {
        if (headroom) {
            long capacity = mint.format().capacity();
            IdJson.headroom(
                    lines,
                    input,
                    mint.format().space(),
                    capacity,
                    first,
                    mint.format().guessProbability(first));
            return first <= capacity;
        }
        if (!recover.isEmpty()) {
            return counts(input, gtin, mint, check, lines);
        }
        String separator = "";
        for (String serial : mint.serials(first, count)) {
            Sgtin unit = new Sgtin(gtin, check == null ? serial : check.append(gtin, serial));
            lines.append(separator);
            if (json) {
                IdJson.append(lines, input, unit);
            } else {
                lines.append(unit.digitalLink());
            }
            separator = "\n";
        }
        return true;
    }

    /** The count of each serial; null where it is none of this mint. */
    private boolean counts(String input, Gtin gtin, SerialMint mint, CheckCharacters check, StringBuilder lines) {
        boolean all = true;
        String separator = "";
        for (String serial : recover) {
            boolean genuine = check == null || check.isGenuine(gtin, serial);
            String own = check == null || !genuine ? serial : serial.substring(0, serial.length() - checkCharacters);
            OptionalLong count = genuine ? mint.index(own) : OptionalLong.empty();
            lines.append(separator);
            IdJson.count(lines, input, serial, count);
            all &= count.isPresent();
            separator = "\n";
        }
        return all;
    }

    private byte[] key(String option, Path file) {
        try {
            return HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s: %s cannot be read as a key. Expected: a file with 32, 48 or 64 hexadecimal digits"
                            .formatted(option, file));
        }
    }
}
