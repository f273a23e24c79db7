/**
 * What the log says of a unit: its state, where it is, what it is in, what it was made of, and what happened to it; now and at any
 * past time.
 *
 * <p>What holds:
 *
 * <ul>
 *   <li>The life of a thing is one pure fold ({@code Life}) over the events that name it, in the order of event time. The tables
 *       hold its result; the answer of a past time is the fold of the events up to then.
 *   <li>What is in the tables follows from the log alone, in whatever order it was captured. Events that are declared erroneous
 *       count nowhere; the timeline shows them, marked.
 *   <li>A thing in a container is where the container is, and what happens to the container happens to it.
 * </ul>
 *
 * <p>Entry point: {@link dev.touchstone.trace.Trace}. The states and what leads from one to another: {@link
 * dev.touchstone.trace.ItemState}.
 */
package dev.touchstone.trace;
