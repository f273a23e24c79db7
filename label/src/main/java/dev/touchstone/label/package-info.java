/**
 * How a unit wears its name: symbols and labels in true millimetres, as SVG and PNG.
 *
 * <p>Entry points: {@link dev.touchstone.label.Symbol} makes a GS1 DataMatrix, a QR Code with a GS1 Digital Link or a
 * GS1-128 from identifiers that {@code identity} has checked; {@link dev.touchstone.label.LabelDesign} sets it on a
 * {@link dev.touchstone.label.Label} with its human-readable interpretation and a
 * {@link dev.touchstone.label.Caption}.
 *
 * <pre>{@code
 * Symbol symbol = Symbol.dataMatrix(ElementString.parse("(01)09506000134352(21)K7M2Q9XW4T"));
 * Label label = LabelDesign.unit().label(symbol, Caption.of("Aurora Speaker 2"));
 * String svg = label.svg();
 * byte[] png = label.png(Resolution.DPI_300);
 * }</pre>
 *
 * <p>What always holds: a symbol carries exactly the data it was made from; its quiet zone is white and within the label;
 * nothing overlaps and no text leaves the label, for a label that cannot be laid out so is refused with a
 * {@link dev.touchstone.identity.ProblemException} that says what to change. The same input gives the same bytes on every
 * machine: fonts are bundled and drawn as outlines. No I/O, no clock, no AWT.
 */
package dev.touchstone.label;
