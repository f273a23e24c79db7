package dev.touchstone.identity;

/**
 * How tolerantly inputs are read, and by which table of Application Identifiers.
 *
 * @param table the AIs in force
 * @param shortNames whether the path of a Digital Link may have former short names, such as {@code gtin}, for AIs
 * @param shortGtins whether a GTIN in a Digital Link may lack its leading zeros
 * @param qualifiersInQuery whether a qualifier of the key, such as (10) beside (01), may stand in the query instead of the
 *     path
 * @param compressedLinks whether Digital Links may be compressed
 * @param vinCheckDigit whether a vehicle identification number must have the check digit of North America and China
 */
public record Reading(
        AiTable table,
        boolean shortNames,
        boolean shortGtins,
        boolean qualifiersInQuery,
        boolean compressedLinks,
        boolean vinCheckDigit) {

    /** Whatever may still be met in the world. */
    public static final Reading TOLERANT = new Reading(AiTable.standard(), true, true, true, true, false);

    /** Digital Links as the syntax lets them be written today (URI Syntax 1.6), or compressed. */
    public static final Reading STRICT = new Reading(AiTable.standard(), false, false, false, true, false);

    /** As {@link #STRICT}, and nothing compressed. */
    static final Reading PLAIN = new Reading(AiTable.standard(), false, false, false, false, false);

    /** The same with the AIs of another table. */
    public Reading with(AiTable other) {
        return new Reading(other, shortNames, shortGtins, qualifiersInQuery, compressedLinks, vinCheckDigit);
    }
}
