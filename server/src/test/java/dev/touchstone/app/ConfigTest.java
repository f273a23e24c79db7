package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.Config.Setting;
import dev.touchstone.database.DatabaseConfig;
import dev.touchstone.http.ListenException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

    @Test
    void withoutSettingsItIsTheEmbeddedDatabaseOnLoopback() {
        Config config = Config.of(Map.of("HOME", "/home/ada"), Map.of(), "main");
        assertThat(config.server().port()).isEqualTo(8080);
        assertThat(config.server().host().isLoopbackAddress()).isTrue();
        assertThat(config.database())
                .isInstanceOfSatisfying(
                        DatabaseConfig.Embedded.class,
                        embedded -> assertThat(embedded.dataFolder()).hasFileName("main"));
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Map<String, String> environment =
                Map.of("TOUCHSTONE_PORT", "9000", "TOUCHSTONE_DATA", "/data/a", "TOUCHSTONE_CACHE", "/cache");
        Config config = Config.of(environment, Map.of(Setting.TOUCHSTONE_PORT, "9001"), "main");
        assertThat(config.server().port()).isEqualTo(9001);
        assertThat(config.database()).isEqualTo(new DatabaseConfig.Embedded(Path.of("/data/a"), Path.of("/cache")));
    }

    @Test
    void anExternalDatabaseNeedsNoFolder() {
        String url = "postgresql://ada@db.example/events";
        assertThat(Config.of(Map.of("TOUCHSTONE_DATABASE_URL", url), Map.of(), "main")
                        .database())
                .isEqualTo(new DatabaseConfig.External(url));
    }

    @Test
    void aMisspeltSettingIsAnError() {
        assertThatThrownBy(() -> Config.of(Map.of("TOUCHSTONE_PROT", "9000"), Map.of(), "main"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TOUCHSTONE_PROT")
                .hasMessageContaining("TOUCHSTONE_PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "80 80", "123456"})
    void aPortIsANumber(String port) {
        assertThatThrownBy(() -> Config.of(Map.of("TOUCHSTONE_PORT", port), Map.of(), "main"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(port);
    }

    @Test
    void aForeignAddressIsRefusedWithoutAToken() {
        assertThatThrownBy(() -> Config.of(Map.of("TOUCHSTONE_HOST", "0.0.0.0"), Map.of(), "main"))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("TOUCHSTONE_TOKEN");
    }
}
