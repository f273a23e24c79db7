/**
 * Tests of the real thing: the distribution that the build has just made, run as processes and asked by HTTP and by its own commands.
 *
 * <p>{@link dev.touchstone.cli.Distribution} runs a command to its end, {@link dev.touchstone.cli.ServerProcess} is a server that runs.
 * Servers have free ports and folders of their own and share one unpacked PostgreSQL. Tests wait for conditions, never for time to pass.
 */
package dev.touchstone.cli;
