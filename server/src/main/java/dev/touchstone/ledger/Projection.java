package dev.touchstone.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tables that follow from the log. Each batch is applied inside the transaction that adds it to the log, so that they never
 * disagree. A projection is a pure function of the log: cleared and given the log again, it holds the same.
 *
 * <p>Called by the one writer alone.
 */
public interface Projection {

    /** What it is called in messages. */
    String name();

    /** Forgets everything. */
    void clear(Connection connection) throws SQLException;

    /** Takes in a batch; the rows of its events are already in the tables of the log. */
    void apply(Batch batch, Connection connection) throws SQLException;
}
