package dev.touchstone.recall;

import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Scan;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the units of a recall have in common; all that is given must hold.
 *
 * @param componentLot lot that was built in, at any depth: a class-level identifier in any form, or a bare lot number
 * @param productLot lot of the units themselves
 * @param product GTIN
 * @param plant identifier of the place that made them, as is {@code line}
 * @param madeFrom earliest time of making, inclusive
 * @param madeUntil latest time of making, exclusive
 */
public record RecallCondition(
        Optional<String> componentLot,
        Optional<String> productLot,
        Optional<String> product,
        Optional<String> plant,
        Optional<String> line,
        Optional<Instant> madeFrom,
        Optional<Instant> madeUntil) {

    boolean isEmpty() {
        return componentLot.isEmpty()
                && productLot.isEmpty()
                && product.isEmpty()
                && plant.isEmpty()
                && line.isEmpty()
                && madeFrom.isEmpty()
                && madeUntil.isEmpty();
    }

    /** Where a text of the condition came from: runs its parser, and says where it stood when the parser refuses it. */
    @FunctionalInterface
    interface Edge {
        String read(String name, Supplier<String> parser);
    }

    /** The same condition with every identifier in its canonical form; a bare component lot number stays as it is. */
    RecallCondition canonical(Edge edge) {
        return new RecallCondition(
                componentLot.map(text -> edge.read("componentLot", () -> isBare(text) ? text : identifier(text))),
                productLot,
                product.map(text -> edge.read("product", () -> Gtin.parse(text).digits())),
                plant.map(text -> edge.read("plant", () -> identifier(text))),
                line.map(text -> edge.read("line", () -> identifier(text))),
                madeFrom,
                madeUntil);
    }

    /** Whether a component lot is a lot number alone, of whatever component. */
    static boolean isBare(String lot) {
        return lot.chars().noneMatch(c -> c == '(' || c == ':' || c == '\u001d');
    }

    private static String identifier(String text) {
        return switch (Scan.parse(text)) {
            case Scan.Identified found -> found.key().digitalLink();
            case Scan.Industry other -> EpcUri.canonical(text);
            case Scan.Refused refused when text.contains(":") -> EpcUri.canonical(text);
            case Scan.Refused refused ->
                throw ProblemException.of(
                        refused.problem().code(),
                        refused.problem().position(),
                        refused.problem().detail(),
                        refused.problem().expected());
        };
    }
}
