/**
 * The log in one look: counts from every feature, for the first page of the console. Keeps nothing of its own.
 *
 * <p>Entry point: {@link dev.touchstone.overview.OverviewRoutes}.
 */
package dev.touchstone.overview;
