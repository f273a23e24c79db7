/**
 * What a unit is called: the identifiers of GS1 and of industries, in every form that they take.
 *
 * <p>Entry points:
 *
 * <ul>
 *   <li>{@link dev.touchstone.identity.Scan#parse} understands whatever a scanner or a person gives, and never throws.
 *   <li>{@link dev.touchstone.identity.EpcUri#parse} reads a URI of an EPCIS document;
 *       {@link dev.touchstone.identity.EpcUri#canonical} is its hot path.
 *   <li>{@link dev.touchstone.identity.ElementString} and {@link dev.touchstone.identity.DigitalLink} carry a key with
 *       its attributes.
 *   <li>{@link dev.touchstone.identity.Key} and its records are the keys themselves; {@link
 *       dev.touchstone.identity.Scheme} is the table they are read and written from.
 *   <li>{@link dev.touchstone.identity.SerialMint} makes serials.
 * </ul>
 *
 * <p>Invariants: a value of an identifier type is valid. Everything is immutable; nothing is read but the tables in this
 * library, and there is no clock. Bad input ends in a {@link dev.touchstone.identity.Problem} that says what is wrong,
 * where, and what would be right, and in nothing else. Leading zeros and case are never lost.
 */
package dev.touchstone.identity;
