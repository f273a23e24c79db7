package dev.touchstone.database;

import java.nio.file.Path;

/** Where tests keep what outlives them. */
public final class TestFolders {
    private TestFolders() {}

    /** The unpacked PostgreSQL, where users without rights can reach it too; kept between test runs. */
    public static Path cache() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "touchstone-test-cache-" + System.getProperty("user.name"));
    }
}
