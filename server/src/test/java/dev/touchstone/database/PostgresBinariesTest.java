package dev.touchstone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm_64",
        "Mac OS X, x86_64, darwin-x86_64",
        "Mac OS X, aarch64, darwin-arm_64",
    })
    void fourKindsOfMachineAreServed(String os, String architecture, String platform) {
        assertThat(PostgresBinaries.platform(os, architecture)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
    void othersAreToldToNameAnExternalDatabase(String os, String architecture) {
        assertThatThrownBy(() -> PostgresBinaries.platform(os, architecture))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(os)
                .hasMessageContaining("TOUCHSTONE_DATABASE_URL");
    }

    @Test
    void twoStartsMayUnpackAtOnceAndShareTheResult(@TempDir Path cache) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<PostgresBinaries> unpack = () -> PostgresBinaries.unpackedIn(cache);
            var first = threads.submit(unpack);
            var second = threads.submit(unpack);
            assertThat(first.get()).isEqualTo(second.get());
        }
        try (var left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
        assertThat(Path.of(PostgresBinaries.unpackedIn(cache).postgres())).isExecutable();
    }
}
