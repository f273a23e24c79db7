package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the launchers find a Java, and what they say when there is none. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("src/dist/bin/java-home.sh").toAbsolutePath();

    @TempDir
    Path folder;

    private record Said(int exit, String out, String err) {}

    /** Runs shell commands behind the functions of the script, with only the tools of the system on PATH. */
    private Said shell(Map<String, String> environment, String commands) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", ". '" + SCRIPT + "'; " + commands);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().putAll(environment);
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes());
        return new Said(process.waitFor(), out.strip(), Files.readString(err).strip());
    }

    /** What a JDK looks like from outside. */
    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.write(home.resolve("release"), List.of("IMPLEMENTOR=\"Someone\"", "JAVA_VERSION=\"" + version + "\""));
        return home;
    }

    @ParameterizedTest
    @CsvSource({
        "25, true",
        "25.0.3, true",
        "26-ea, true",
        "100.1, true",
        "24.0.2, false",
        "17.0.12, false",
        "1.8.0_412, false"
    })
    void aJavaCountsByItsRelease(String version, boolean counts) throws Exception {
        Path home = jdk("jdk of a release", version);
        Said said = shell(Map.of(), "if is_java_home '" + home + "'; then echo true; else echo false; fi");
        assertThat(said.out()).isEqualTo(Boolean.toString(counts));
    }

    @Test
    void javaHomeGoesFirstWhenItIsNewEnough() throws Exception {
        Path newer = jdk("newer", "26.0.1");
        assertThat(shell(Map.of("JAVA_HOME", newer.toString()), "find_java_home")
                        .out())
                .isEqualTo(newer.toString());
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOverForTheOneOnPath() throws Exception {
        Path older = jdk("older", "17.0.12");
        Path newer = jdk("newer", "25.0.3");
        Path link = Files.createSymbolicLink(folder.resolve("java"), newer.resolve("bin/java"));
        Map<String, String> environment =
                Map.of("JAVA_HOME", older.toString(), "PATH", link.getParent() + ":/usr/bin:/bin");
        assertThat(shell(environment, "find_java_home").out()).isEqualTo(newer.toString());
    }

    @Test
    void theUsualFoldersOfAUserAreLookedThrough() throws Exception {
        jdk(".sdkman/candidates/java/21.0.8-tem", "21.0.8");
        Path newer = jdk(".sdkman/candidates/java/99.0.1-tem", "99.0.1");
        assertThat(shell(Map.of("HOME", folder.toString()), "NEEDED_JAVA=99; find_java_home")
                        .out())
                .isEqualTo(newer.toString());
    }

    @Test
    void withoutAJavaASentenceSaysWhatToInstall() throws Exception {
        Said said = shell(Map.of(), "NEEDED_JAVA=99; home=$(require_java_home); echo never");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("needs Java 99", "install", "JAVA_HOME").doesNotContain("\n");
    }

    @Test
    void theDistributionRunsWhereverItLies() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("ts"),
                Path.of("target/touchstone/bin/touchstone").toAbsolutePath());
        Process process = new ProcessBuilder(link.toString(), "--version")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes())).matches("touchstone [0-9].*\\R");
        assertThat(process.waitFor()).isZero();
        Files.delete(link);
    }
}
