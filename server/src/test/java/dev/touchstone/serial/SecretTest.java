package dev.touchstone.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerAlone() throws Exception {
        Path file = folder.resolve("serials.secret");
        Secret made = Secret.in(file);
        byte[] content = Files.readAllBytes(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Secret.in(file).id()).isEqualTo(made.id());
        assertThat(file).hasBinaryContent(content);
        assertThat(folder.toFile().list()).containsExactly("serials.secret");
        assertThat(Secret.in(folder.resolve("other.secret")).id()).isNotEqualTo(made.id());
    }

    @Test
    void isRefusedWhereOthersCanReadIt() throws Exception {
        Path file = folder.resolve("serials.secret");
        Secret.in(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatIllegalStateException()
                .isThrownBy(() -> Secret.in(file))
                .withMessageContaining("chmod 600")
                .withMessageNotContaining(Files.readString(file).strip());
    }

    @Test
    void aFileOfAnythingElseIsRefusedWithoutShowingIt() throws Exception {
        Path file = folder.resolve("serials.secret");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "half a secret");

        assertThatIllegalStateException()
                .isThrownBy(() -> Secret.in(file))
                .withMessageContaining("64 hexadecimal digits")
                .withMessageNotContaining("half a secret");
    }

    @Test
    void doesNotPrintItselfAndKeysOfPurposesDiffer() {
        byte[] bytes = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        Secret secret = new Secret(bytes);

        assertThat(secret.toString()).doesNotContain(HexFormat.of().formatHex(bytes));
        assertThat(secret.key("a", 32)).hasSize(32).isNotEqualTo(secret.key("b", 32));
        assertThat(secret.key("a", 32)).isEqualTo(new Secret(bytes).key("a", 32));
    }
}
