package dev.touchstone.trace;

import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Scan;
import dev.touchstone.identity.Scheme;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a thing, a lot or a class is called.
 *
 * @param epc canonical: a Digital Link at id.gs1.org, or a URI
 * @param kind the scheme, such as {@code sgtin}; {@code uri} for an identifier of another scheme
 * @param text for people: the element string, or the URI
 * @param epcUrn the pure identity where the company prefix is known
 * @param gtin 14 digits, of what is of a product
 */
public record Identifier(
        String epc,
        String kind,
        String text,
        Optional<String> epcUrn,
        Optional<String> gtin,
        Optional<String> serial,
        Optional<String> lot) {

    private static final Set<String> SERIAL_AIS = Set.of("21", "235", "8011");

    /** The identifier of a canonical text, without its EPC URN. */
    public static Identifier of(String epc) {
        return of(epc, CompanyPrefixes.none());
    }

    /** The identifier of a canonical text. */
    public static Identifier of(String epc, CompanyPrefixes prefixes) {
        return key(epc).map(key -> of(key, prefixes))
                .orElseGet(() -> new Identifier(
                        epc, "uri", epc, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    public static Identifier of(Key key, CompanyPrefixes prefixes) {
        Optional<String> qualifier = Optional.of(key.qualifier()).filter(text -> !text.isEmpty());
        String qualifierAi = key.scheme().qualifierAi();
        return new Identifier(
                key.digitalLink(),
                key.scheme().name().toLowerCase(Locale.ROOT),
                key.elementString(),
                prefixes.epcUrn(key),
                key.scheme().ai().equals(Scheme.GTIN.ai()) ? Optional.of(key.primary()) : Optional.empty(),
                SERIAL_AIS.contains(qualifierAi) ? qualifier : Optional.empty(),
                qualifierAi.equals("10") ? qualifier : Optional.empty());
    }

    /**
     * The canonical text of an identifier in any form: Digital Link, EPC URN, element string, or another URI.
     *
     * @throws Refusal when it is none, with what is wrong
     */
    public static String canonical(String given) {
        String text = given.strip();
        return switch (Scan.parse(text)) {
            case Scan.Identified identified -> identified.key().digitalLink();
            case Scan.Industry _ -> text;
            case Scan.Refused refused -> uri(text).orElseThrow(() -> refusal(refused.problem()));
        };
    }

    /** As {@link #canonical}, of a text that may be something else. */
    static Optional<String> ifAny(String text) {
        return Scan.parse(text.strip()) instanceof Scan.Identified identified
                ? Optional.of(identified.key().digitalLink())
                : Optional.empty();
    }

    /** The GS1 key of a canonical text; empty for other URIs. */
    static Optional<Key> key(String epc) {
        try {
            return EpcUri.parse(epc) instanceof EpcUri.Gs1 gs1 ? Optional.of(gs1.key()) : Optional.empty();
        } catch (ProblemException notAnIdentifier) {
            return Optional.empty();
        }
    }

    /** What is no GS1 key may still be a URI by which events name a thing. */
    private static Optional<String> uri(String text) {
        try {
            boolean printable = text.chars().noneMatch(Character::isISOControl);
            return printable && EpcUri.parse(text) instanceof EpcUri.Other other
                    ? Optional.of(other.uri())
                    : Optional.empty();
        } catch (ProblemException notAUri) {
            return Optional.empty();
        }
    }

    private static Refusal refusal(dev.touchstone.identity.Problem problem) {
        return new Refusal(Problem.malformed(problem.code(), problem.detail())
                .position(problem.position())
                .expected(problem.expected()));
    }
}
