/**
 * How well it goes: lead times between two business steps and shares of returns, from the log, compared between groups, and from
 * a gap down to the very units behind it.
 *
 * <p>Invariants: a group is never ranked without its n; a comparison states its period; what cannot be computed is left out and
 * said. A lead time belongs to one product unit: from its first passage of the one step to its first later passage of the other.
 *
 * <p>Entry point: {@link dev.touchstone.performance.Performance}.
 */
package dev.touchstone.performance;
