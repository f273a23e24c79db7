package dev.touchstone.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this machine's kind, unpacked from the class path into a cache folder. Each version has its own folder
 * there, complete or absent.
 */
record PostgresBinaries(Path folder) {
    /** Everyone may enter and read: as root, PostgreSQL runs as another user. */
    private static final Set<PosixFilePermission> FOR_ALL_TO_ENTER = PosixFilePermissions.fromString("rwxr-xr-x");

    String initdb() {
        return program("initdb");
    }

    String pgCtl() {
        return program("pg_ctl");
    }

    String postgres() {
        return program("postgres");
    }

    private String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** @throws DatabaseException when there are none for this machine, or the cache folder cannot be written */
    static PostgresBinaries unpackedIn(Path cache) {
        String archive =
                "/postgres-%s.txz".formatted(platform(System.getProperty("os.name"), System.getProperty("os.arch")));
        URL resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new DatabaseException(
                    "This distribution holds no PostgreSQL for this machine (%s is missing). Name one with TOUCHSTONE_DATABASE_URL."
                            .formatted(archive.substring(1)));
        }
        try {
            Path folder = cache.resolve(version(resource));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                unpack(resource, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new DatabaseException("cannot unpack PostgreSQL into %s: %s".formatted(cache, e), e);
        }
    }

    /** The platform's name in the archives. */
    static String platform(String os, String architecture) {
        String system = os.startsWith("Linux") ? "linux" : os.startsWith("Mac") ? "darwin" : null;
        String processor = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> null;
        };
        if (system == null || processor == null) {
            throw new DatabaseException(
                    "The embedded PostgreSQL runs on Linux and macOS, x86-64 and arm64; this is %s on %s. Name a PostgreSQL 15 or newer with TOUCHSTONE_DATABASE_URL."
                            .formatted(os, architecture));
        }
        return system + "-" + processor;
    }

    /** The jar's own name, which holds the version, and the archive's checksum: a changed jar is never mistaken for the old one. */
    private static String version(URL resource) throws IOException {
        var connection = (JarURLConnection) resource.openConnection();
        String jar = Path.of(connection.getJarFile().getName()).getFileName().toString();
        return "%s-%08x"
                .formatted(jar.replace(".jar", ""), connection.getJarEntry().getCrc());
    }

    private static void unpack(URL resource, Path folder) throws IOException {
        Path fresh = Files.createTempDirectory(folder.getParent(), ".unpacking");
        try (var archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource.openStream())))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, fresh);
            }
            Files.setPosixFilePermissions(fresh, FOR_ALL_TO_ENTER);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteTree(fresh);
            // Another process may have unpacked the same version meanwhile: its folder is as good as ours.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, FOR_ALL_TO_ENTER);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, target);
            boolean executable = (entry.getMode() & 0111) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
