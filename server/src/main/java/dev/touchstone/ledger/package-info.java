/**
 * The log of events: the EPCIS 2.0 interface by which they come in and go out, and the tables that keep them.
 *
 * <p>What holds:
 *
 * <ul>
 *   <li>The log only grows. A correction is one more event.
 *   <li>A capture is atomic and durable: acknowledged means on disk, not acknowledged means no trace of it.
 *   <li>One thread writes ({@code LogWriter}), so the order of record numbers is the order of commits, without gaps.
 *   <li>The same event again is the same event: {@link dev.touchstone.ledger.EventKey}.
 *   <li>No feature is known here. One that keeps tables of its own is a {@link dev.touchstone.ledger.Projection}; one that follows
 *       after the commit is a {@link dev.touchstone.ledger.Listener}.
 * </ul>
 *
 * <p>Entry point: {@link dev.touchstone.ledger.Ledger}.
 */
package dev.touchstone.ledger;
