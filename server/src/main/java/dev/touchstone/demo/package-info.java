/**
 * The demonstration world: an electronics maker with two plants, two distribution centres and thirty shops, eight weeks of
 * whose events enter through the same capture interface as anyone's.
 *
 * <p>Everything follows from a seed: the same seed gives the same documents, byte for byte, on every machine. Four faults are
 * planted ({@link dev.touchstone.demo.Planted}); no answer of the product knows of them.
 *
 * <p>Entry point: {@link dev.touchstone.demo.Demonstration}.
 */
package dev.touchstone.demo;
