/**
 * The {@code touchstone} command. Commands that run a server ({@code up}, {@code demo}, {@code rebuild}) hold the whole system;
 * the others are clients of a running one through {@link dev.touchstone.cli.ServerClient}.
 *
 * <p>Each command is one class that implements {@link java.util.concurrent.Callable}, named in {@link dev.touchstone.cli.Main}; it
 * returns an exit code of {@link dev.touchstone.cli.Exit}. Results go to standard output, everything else to standard error.
 */
package dev.touchstone.cli;
