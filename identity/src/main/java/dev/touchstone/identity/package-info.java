/**
 * What a unit is called: the identifiers of GS1 and of industries, in every form that they take.
 *
 * <p>Entry points:
 *
 * <ul>
 *   <li>{@link dev.touchstone.identity.Scan#parse} understands whatever a scanner or a person gives, and {@link
 *       dev.touchstone.identity.Forms#of} says it in every form. Neither ever throws.
 *   <li>{@link dev.touchstone.identity.EpcUri#parse} reads a URI of an EPCIS document;
 *       {@link dev.touchstone.identity.EpcUri#canonical} is its hot path.
 *   <li>{@link dev.touchstone.identity.ElementString} and {@link dev.touchstone.identity.DigitalLink} carry a key with
 *       its attributes; {@link dev.touchstone.identity.EpcTag} is the same in the memory of an RFID tag.
 *   <li>{@link dev.touchstone.identity.Key} and its records are the keys themselves, {@link
 *       dev.touchstone.identity.IndustryIdentifier} those of other schemes.
 *   <li>{@link dev.touchstone.identity.SerialMint} makes serials.
 * </ul>
 *
 * <p>The facts are tables: {@link dev.touchstone.identity.Scheme} of the keys, {@link dev.touchstone.identity.AiTable} of
 * the Application Identifiers, {@link dev.touchstone.identity.EpcScheme} of tag memory. The code reads and writes every
 * form of every key from them.
 *
 * <p>Invariants: a value of an identifier type is valid. Everything is immutable; nothing is read but the tables in this
 * library, and there is no clock. Bad input ends in a {@link dev.touchstone.identity.Problem} that says what is wrong,
 * where, and what would be right, and in nothing else. Leading zeros and case are never lost.
 */
package dev.touchstone.identity;
