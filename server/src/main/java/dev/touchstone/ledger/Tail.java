package dev.touchstone.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The growing end of the log, and the threads by which listeners follow it. A listener that keeps up gets the events from memory;
 * one that lags behind, from the database.
 */
final class Tail implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Tail.class.getName());
    private static final int PAGE_EVENTS = 1_000;
    /** Kept in memory: some megabytes. */
    private static final int RECENT_EVENTS = 5_000;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final ArrayDeque<List<LoggedEvent>> recent = new ArrayDeque<>();
    private int recentEvents;
    private long last;
    private boolean closed;

    Tail(DataSource database) {
        this.database = database;
    }

    /** The log was opened, and ends here. */
    void opened(long recordNo) {
        lock.lock();
        try {
            recent.clear();
            recentEvents = 0;
            last = recordNo;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** These events follow in the log, and have been committed. */
    void grew(List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            recent.add(events);
            recentEvents += events.size();
            while (recentEvents > RECENT_EVENTS) {
                recentEvents -= recent.remove().size();
            }
            last = events.getLast().recordNo();
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
            List<LoggedEvent> events = recentAfter(done);
            if (events.isEmpty()) {
                try (Connection connection = database.getConnection()) {
                    events = Log.over(connection).after(done, PAGE_EVENTS);
                }
            }
            listener.accept(events);
            done = events.getLast().recordNo();
            keep(listener.name(), done);
        }
    }

    /** The events after one, as far as they are in memory together; record numbers have no gaps. */
    private List<LoggedEvent> recentAfter(long recordNo) {
        lock.lock();
        try {
            for (List<LoggedEvent> batch : recent) {
                long first = batch.getFirst().recordNo();
                if (first <= recordNo + 1 && batch.getLast().recordNo() > recordNo) {
                    return batch.subList((int) (recordNo + 1 - first), batch.size());
                }
            }
            return List.of();
        } finally {
            lock.unlock();
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
