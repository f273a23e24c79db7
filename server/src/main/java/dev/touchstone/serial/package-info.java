/**
 * Serial numbers that cannot be guessed, and the labels that carry them.
 *
 * <p>A policy is a product, an alphabet and a length; its serials are a keyed permutation of a counter (FF1). A lease is a stretch of
 * that counter, so that no list of used serials is kept and no serial is given out twice.
 *
 * <ul>
 *   <li>The keys of all policies follow from one master secret in a file that its owner alone can read. It is made once and appears in
 *       no log and no answer. Without the secret from which a policy was begun, nothing more is minted for it.
 *   <li>The same request under the same {@code requestId} gets the same serials again.
 *   <li>No more serials are given out than keep the chance of a guess under 1 in 10,000.
 * </ul>
 *
 * <p>Entry point: {@link dev.touchstone.serial.Serials}.
 */
package dev.touchstone.serial;
