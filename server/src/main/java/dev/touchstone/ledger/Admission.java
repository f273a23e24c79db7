package dev.touchstone.ledger;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds the bytes of all captures that are being read or wait for the writer. A capture beyond the bound waits with its next
 * read, so that its client waits too. The oldest capture is never held up: so all of them end, and memory is bounded by the bound
 * and one document.
 */
final class Admission {
    private final long bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private final TreeSet<Long> captures = new TreeSet<>();
    private long inFlight;
    private long next;

    Admission(long boundBytes) {
        this.bound = boundBytes;
    }

    /** Lets a capture begin; it counts until the ticket is closed. */
    Ticket enter() {
        lock.lock();
        try {
            long number = next++;
            captures.add(number);
            return new Ticket(number);
        } finally {
            lock.unlock();
        }
    }

    long bytesInFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** The bytes of one capture. */
    final class Ticket implements AutoCloseable {
        private final long number;
        private long taken;

        private Ticket(long number) {
            this.number = number;
        }

        /** Counts what is read. */
        InputStream counted(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public int read() throws IOException {
                    int read = super.read();
                    take(read < 0 ? 0 : 1);
                    return read;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = super.read(into, offset, length);
                    take(Math.max(0, read));
                    return read;
                }
            };
        }

        private void take(int bytes) {
            lock.lock();
            try {
                while (inFlight + bytes > bound && captures.first() != number) {
                    less.awaitUninterruptibly();
                }
                inFlight += bytes;
                taken += bytes;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                captures.remove(number);
                inFlight -= taken;
                less.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
