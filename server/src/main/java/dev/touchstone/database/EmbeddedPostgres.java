package dev.touchstone.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of our own, running on a data folder from {@link #start} to {@link #close}.
 *
 * <pre>
 * data folder/lock                 held while a Touchstone runs on the folder
 *             database.password    of the one user, "touchstone"
 *             postgresql/          the cluster; its postgresql.conf is written anew at each start
 *             postgresql.log       what the server says
 * </pre>
 */
final class EmbeddedPostgres implements AutoCloseable {
    /** Recovery after a crash replays at most about max_wal_size, which takes seconds; slow disks get ten minutes. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final int START_ATTEMPTS = 3;

    /** So long a server that was killed may take to leave the tables of the system, and its sessions to see that it is gone. */
    private static final Duration PREDECESSOR_LIMIT = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final long LOG_LIMIT_BYTES = 10_000_000;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final FolderLock lock;
    private final Cluster cluster;
    private final Path log;
    private final String password;
    private int port;
    private Process watcher;

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, Path log, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.log = log;
        this.password = password;
    }

    static EmbeddedPostgres start(DatabaseConfig.Embedded config) {
        return start(config, List.of());
    }

    /**
     * @param settings further lines of postgresql.conf, which win over ours
     * @throws DatabaseException when the folder is in use or PostgreSQL cannot run here
     */
    static EmbeddedPostgres start(DatabaseConfig.Embedded config, List<String> settings) {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(config.cacheFolder());
        return start(config, settings, binaries, RunAs.choose(binaries.initdb()));
    }

    static EmbeddedPostgres start(
            DatabaseConfig.Embedded config, List<String> settings, PostgresBinaries binaries, RunAs runAs) {
        Path folder = config.dataFolder();
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(
                    folder, PosixFilePermissions.fromString(runAs.user().isPresent() ? "rwx--x--x" : "rwx------"));
        } catch (IOException e) {
            throw new DatabaseException("cannot make the data folder %s: %s".formatted(folder, e), e);
        }
        FolderLock lock = FolderLock.acquire(folder);
        try {
            String password = passwordIn(folder.resolve("database.password"));
            Cluster cluster = new Cluster(folder.resolve("postgresql"), binaries, runAs);
            cluster.prepare(password);
            var postgres = new EmbeddedPostgres(lock, cluster, folder.resolve("postgresql.log"), password);
            postgres.stopLeftover();
            postgres.launch(settings);
            return postgres;
        } catch (IOException e) {
            lock.close();
            throw new DatabaseException("cannot start PostgreSQL on %s: %s".formatted(folder, e), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        return password;
    }

    /** Stops the server (sessions are cut, everything is on disk) and lets the folder go. */
    @Override
    public void close() {
        try {
            stop();
            watcher.outputWriter().close();
            watcher.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private static String passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /**
     * A killed Touchstone may leave its server running, or still stopping. We hold the folder's lock, so that server serves nobody: it
     * is stopped. A pid file that names a process which is no PostgreSQL (the number was given anew, as happens in containers) would
     * keep ours from starting: it is removed. Every other stale pid file PostgreSQL judges best itself.
     */
    private void stopLeftover() throws IOException {
        OptionalLong pid = cluster.pid();
        if (pid.isEmpty()) {
            return;
        }
        var command = ProcessHandle.of(pid.getAsLong())
                .flatMap(process -> process.info().command());
        if (command.isPresent() && !command.get().endsWith("postgres")) {
            Files.delete(cluster.pidFile());
        } else if (command.isPresent()) {
            stop();
        }
    }

    /** Cuts the sessions, writes everything to disk, ends. A server that cannot do that in time recovers at its next start instead. */
    private void stop() {
        for (String mode : List.of("fast", "immediate")) {
            Command stop = pgCtl(STOP_LIMIT, "stop", "-m", mode, "-t", seconds(STOP_LIMIT));
            if (stop.succeeded() || Files.notExists(cluster.pidFile())) {
                return;
            }
        }
        throw new DatabaseException("The PostgreSQL that runs on %s does not stop.".formatted(cluster.folder()));
    }

    private void launch(List<String> settings) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling("postgresql.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.notExists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        cluster.runAs().own(log);
        long predecessorDeadline = System.nanoTime() + PREDECESSOR_LIMIT.toNanos();
        for (int attempt = 1; ; ) {
            port = freePort();
            cluster.configure(port, settings);
            Command start = pgCtl(START_LIMIT, "start", "-l", log.toString(), "-t", seconds(START_LIMIT));
            if (start.succeeded()) {
                watch();
                return;
            }
            String said = lastLines(log, 6);
            if (isPredecessorThere(said) && System.nanoTime() < predecessorDeadline) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                continue;
            }
            // Between our look and PostgreSQL's, another program may have taken the port.
            if (attempt++ == START_ATTEMPTS || !said.contains("could not bind")) {
                throw new DatabaseException(
                        "PostgreSQL did not start on %s. It says:%n%s".formatted(cluster.folder(), said));
            }
        }
    }

    /** A dead server whose parent has not yet taken note of its end, or one of its sessions that has not. */
    private static boolean isPredecessorThere(String said) {
        return said.contains("lock file \"postmaster.pid\" already exists")
                || said.contains("pre-existing shared memory block");
    }

    /**
     * A helper that waits for the end of this process, which closes the pipe between them even when it is killed, and then asks the
     * server to stop. Ctrl-C reaches the helper too, which must outlive it: this process stops the server in its own order.
     */
    private void watch() throws IOException {
        String pid = Long.toString(cluster.pid().orElseThrow());
        String script = "trap '' INT TERM HUP; cat >/dev/null; kill -INT \"$1\" 2>/dev/null";
        watcher = new ProcessBuilder("sh", "-c", script, "touchstone-watch", pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Command pgCtl(Duration limit, String action, String... options) {
        List<String> command = new ArrayList<>(List.of(
                cluster.binaries().pgCtl(), action, "-w", "-D", cluster.folder().toString()));
        command.addAll(List.of(options));
        return Command.run(limit.plusSeconds(10), cluster.runAs().command(command));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static String lastLines(Path file, int count) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
}
