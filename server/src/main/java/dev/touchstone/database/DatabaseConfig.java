package dev.touchstone.database;

import java.nio.file.Path;

/** Which PostgreSQL holds the data. */
public sealed interface DatabaseConfig {

    /**
     * A PostgreSQL of our own in a data folder, which is made when it is missing.
     *
     * @param dataFolder everything that is kept: the cluster, its password, its log
     * @param cacheFolder where the PostgreSQL binaries are unpacked once; may be wiped at any time
     */
    record Embedded(Path dataFolder, Path cacheFolder) implements DatabaseConfig {
        public Embedded {
            dataFolder = dataFolder.toAbsolutePath().normalize();
            cacheFolder = cacheFolder.toAbsolutePath().normalize();
        }
    }

    /**
     * A PostgreSQL 15 or newer that someone else runs.
     *
     * @param url {@code postgresql://user:password@host:port/database?parameters} as psql takes it, or a JDBC address
     */
    record External(String url) implements DatabaseConfig {}
}
