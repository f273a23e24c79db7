package dev.touchstone.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One process a data folder. The operating system drops the lock when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DatabaseException when another process, or another part of this one, holds the folder */
    static FolderLock acquire(Path folder) {
        Path file = folder.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = patientLock(channel);
            if (lock == null) {
                channel.close();
                throw new DatabaseException(
                        "Touchstone already runs on %s (process %s). Stop it first, or choose another folder with --data."
                                .formatted(folder, Files.readString(file).strip()));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes()));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new DatabaseException("cannot lock %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A process that was killed holds its lock for another moment: a start right after {@code kill -9} shall work. */
    private static FileLock patientLock(FileChannel channel) throws IOException {
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); ; ) {
            FileLock lock = tryLock(channel);
            if (lock != null || System.nanoTime() > deadline) {
                return lock;
            }
            LockSupport.parkNanos(PATIENCE.toNanos() / 20);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("cannot release the lock of the data folder: " + e.getMessage(), e);
        }
    }
}
