/**
 * The one place where the system is put together, by constructors. Entry point: {@link dev.touchstone.app.Touchstone#start}.
 *
 * <p>Starting goes from the ground up (database, log, features, HTTP) and stopping the other way round, so that whoever is told
 * that something was captured finds it on disk.
 */
package dev.touchstone.app;
