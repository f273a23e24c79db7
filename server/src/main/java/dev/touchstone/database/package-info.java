/**
 * The one system of record: an embedded PostgreSQL of our own or an external one, its pool of connections and its migrations.
 *
 * <p>Entry point: {@link dev.touchstone.database.Database#open}. What holds:
 *
 * <ul>
 *   <li>A data folder is used by one process at a time; a second one is refused with a sentence.
 *   <li>The embedded server is durable (fsync and synchronous_commit on), listens on loopback only, behind a random password that
 *       lies in the data folder, readable by its owner alone.
 *   <li>The embedded server never outlives its Touchstone for long: it stops by itself when the Java process dies, and whatever a
 *       killed process left behind is stopped before the next start.
 *   <li>It never runs with root's rights.
 * </ul>
 */
package dev.touchstone.database;
