package dev.touchstone.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The growing end of the log, and the threads by which listeners follow it. */
final class Tail implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Tail.class.getName());
    private static final int PAGE_EVENTS = 1_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long last;
    private boolean closed;

    Tail(DataSource database) {
        this.database = database;
    }

    /** The log has been committed up to here. */
    void committed(long recordNo) {
        lock.lock();
        try {
            last = recordNo;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long lastRecordNo() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    void follow(Listener listener) {
        Thread.ofVirtual().name("listener-" + listener.name()).start(() -> {
            while (isOpen()) {
                try {
                    followOn(listener);
                } catch (InterruptedException e) {
                    return;
                } catch (Exception e) {
                    LOG.log(Level.WARNING, "listener " + listener.name() + " failed and will be tried again", e);
                    pause();
                }
            }
        });
    }

    private void followOn(Listener listener) throws Exception {
        long done = cursor(listener.name());
        while (awaitBeyond(done)) {
            List<LoggedEvent> events;
            try (Connection connection = database.getConnection()) {
                events = Log.over(connection).after(done, PAGE_EVENTS);
            }
            listener.accept(events);
            done = events.getLast().recordNo();
            keep(listener.name(), done);
        }
    }

    /** Whether the log is longer than that; false when it was closed while waiting. */
    private boolean awaitBeyond(long recordNo) throws InterruptedException {
        lock.lock();
        try {
            while (last <= recordNo && !closed) {
                grown.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            grown.awaitNanos(PAUSE_AFTER_FAILURE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private long cursor(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT record_no FROM listener_cursor WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private void keep(String name, long recordNo) throws SQLException {
        String sql = """
                INSERT INTO listener_cursor (name, record_no) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET record_no = excluded.record_no""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setLong(2, recordNo);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
