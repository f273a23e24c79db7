/**
 * Is this unit what it says it is: verdicts on scanned codes, the scan log, cases over the whole log, and the pages that everybody may
 * see. {@code docs/verify.md} says what a verdict means and where its limits are.
 *
 * <ul>
 *   <li>A verdict is a pure function of what is known ({@link dev.touchstone.verify.Judge}); all that was found is among its reasons.
 *   <li>Nothing calls a unit genuine: a look-up sees a code, not a thing.
 *   <li>Cases are a pure function of the log, of the places of master data and of the scan log.
 *   <li>The scan log says what was scanned, when and roughly where, and nothing of who did it.
 *   <li>What everybody may see names places by city and country only, and nothing that is written into a page can break it.
 * </ul>
 *
 * <p>Entry points: {@link dev.touchstone.verify.Verification}, {@link dev.touchstone.verify.Cases}.
 */
package dev.touchstone.verify;
