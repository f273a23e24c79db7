/**
 * Products and places: a projection over the master data that captured documents carry in their headers.
 *
 * <p>Master data is part of the log. Each vocabulary element is kept as it was captured, in the order of capture, and never
 * changed; an element equal to the newest one of its vocabulary and identifier is not kept again. The newest captured
 * element of a vocabulary wins; where several vocabularies (business location, read point, ...) describe one place, their
 * attributes are joined and the newest value of each attribute counts. {@code docs/masterdata.md} says which attributes are
 * understood.
 *
 * <p>Entry point: {@link dev.touchstone.masterdata.MasterData}.
 */
package dev.touchstone.masterdata;
