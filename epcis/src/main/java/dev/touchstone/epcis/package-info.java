/**
 * What happened: EPCIS 2.0 events, read from and written to JSON-LD documents, checked against the rules of the standard,
 * and named by the event hash of CBV 2.0.
 *
 * <p>Enter by {@link dev.touchstone.epcis.DocumentReader}, which pulls one {@link dev.touchstone.epcis.CapturedEvent}
 * after another from a stream, and by {@link dev.touchstone.epcis.QueryDocumentWriter}, which sends them out again.
 *
 * <ul>
 *   <li>An {@link dev.touchstone.epcis.Event} that exists is valid; a document that is not is refused as a whole, with
 *       {@link dev.touchstone.epcis.Finding}s that say what, where and what would be right.
 *   <li>No input makes anything else be thrown than {@link dev.touchstone.epcis.InvalidDocument} and
 *       {@link dev.touchstone.epcis.LimitExceeded}.
 *   <li>What was captured comes back equal: the text of an event is kept, and what it means is kept beside it.
 *   <li>Identifiers match in all their forms by {@link dev.touchstone.epcis.Identifier#canonical}, words of the standard
 *       vocabulary by {@link dev.touchstone.epcis.Term#value}.
 *   <li>Nothing here reads a clock, a file or a network; nothing is shared between threads but immutable values.
 * </ul>
 */
package dev.touchstone.epcis;
