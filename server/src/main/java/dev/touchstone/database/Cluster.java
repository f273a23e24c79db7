package dev.touchstone.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The folder in which PostgreSQL keeps its data: whole or absent.
 *
 * @param runAs as whom PostgreSQL's programs run, who must own the folder
 */
record Cluster(Path folder, PostgresBinaries binaries, RunAs runAs) {
    /** The one user, and the one database. */
    static final String NAME = "touchstone";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /**
     * Makes the cluster where there is none, and sees to its owner and version where there is one.
     *
     * @param password of the one user
     */
    void prepare(String password) throws IOException {
        if (Files.exists(folder)) {
            requireSameMajorVersion();
            runAs.own(folder);
        } else {
            make(password);
        }
    }

    /** Makes it beside its final place and moves it there when it is whole: a start that was killed is made good by the next. */
    private void make(String password) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Path passwordFile = folder.resolveSibling(folder.getFileName() + ".new.password");
        PostgresBinaries.deleteTree(fresh);
        Files.deleteIfExists(passwordFile);
        Files.createDirectory(fresh);
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(passwordFile, password);
        runAs.own(fresh);
        runAs.own(passwordFile);
        initdb(fresh, passwordFile);
        run(
                "make its database",
                "CREATE DATABASE " + NAME + "\n",
                binaries.postgres(),
                "--single",
                "-D",
                fresh.toString(),
                "postgres");
        Files.delete(passwordFile);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The built-in C.UTF-8 order is the same on every machine and the fastest; checksums are PostgreSQL 18's default. */
    private void initdb(Path fresh, Path passwordFile) {
        run(
                "make its cluster",
                "",
                binaries.initdb(),
                "--pgdata=" + fresh,
                "--username=" + NAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    private void run(String purpose, String input, String... program) {
        Command command = Command.run(LIMIT, runAs.command(List.of(program)), input);
        // 126 and 127: found and not runnable, or its libraries not found.
        if (command.exit() == 126 || command.exit() == 127) {
            throw new DatabaseException(
                    "The PostgreSQL that comes with Touchstone does not run on this system, which would have to be Linux with glibc, or macOS: %s%nName another one with TOUCHSTONE_DATABASE_URL."
                            .formatted(command.output()));
        }
        if (!command.succeeded()) {
            throw new DatabaseException("PostgreSQL could not %s: %s".formatted(purpose, command.output()));
        }
    }

    private void requireSameMajorVersion() throws IOException {
        String ours = Command.run(LIMIT, runAs.command(List.of(binaries.postgres(), "--version")))
                .output();
        String written = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!ours.contains(" " + written + ".")) {
            throw new DatabaseException(
                    "%s was written by PostgreSQL %s, and this Touchstone brings %s. Use the Touchstone that wrote it, or move its data over with pg_dump."
                            .formatted(folder, written, ours.replaceAll("[^0-9.]", "")));
        }
    }

    /** @param further lines of postgresql.conf, which win over ours */
    void configure(int port, List<String> further) throws IOException {
        try (var template = Cluster.class.getResourceAsStream("postgresql.conf")) {
            String ours = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Path file = folder.resolve("postgresql.conf");
            Files.writeString(file, "%s%nport = %d%n%s%n".formatted(ours, port, String.join("\n", further)));
        }
    }

    /** The process that the cluster's pid file names: the server that runs on it, or one that did. */
    OptionalLong pid() throws IOException {
        if (Files.notExists(pidFile())) {
            return OptionalLong.empty();
        }
        return Files.readString(pidFile())
                .lines()
                .limit(1)
                .mapToLong(line -> Long.parseLong(line.strip()))
                .findFirst();
    }

    Path pidFile() {
        return folder.resolve("postmaster.pid");
    }
}
