package dev.touchstone.identity;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published data that may lie beside the repository, in {@code shared/data} of a folder above it. */
final class SharedData {

    private SharedData() {}

    /** The file or folder of that name; ends the test as skipped when it is not there. */
    static Path path(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/data").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        return abort("shared/data/" + name + " is not at hand");
    }
}
