/**
 * Recalls: a condition on component lot, product lot, plant, line and time gives the exact units, where each is now, and what share
 * of them is accounted for. A recall freezes such a scope and marks its units in the log, so that they verify as recalled.
 *
 * <p>Invariants: counts are of product units, each once. The scope of a recall that was started never changes; where its units are
 * is answered anew each time.
 *
 * <p>Entry point: {@link dev.touchstone.recall.Recalls}.
 */
package dev.touchstone.recall;
