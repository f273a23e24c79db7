package dev.touchstone.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions, as the build knows them. */
public final class Version {
    /** Version of this Touchstone. */
    public static final String OURS = property("/dev/touchstone/app/version.properties", "version");

    private Version() {}

    /** Where the jar of Swagger UI holds its files: a folder that has the version in its name. */
    static String swaggerUiFolder() {
        String version = property("/META-INF/maven/org.webjars/swagger-ui/pom.properties", "version");
        return "/META-INF/resources/webjars/swagger-ui/%s/".formatted(version);
    }

    private static String property(String resource, String name) {
        try (InputStream in = Version.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
