package dev.touchstone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors and the invariants that ARCHITECTURE.md promises. */
@AnalyzeClasses(packages = "dev.touchstone", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LIBRARIES = {
        "dev.touchstone.identity..", "dev.touchstone.label..", "dev.touchstone.epcis..", "dev.touchstone.benchmark.."
    };

    @ArchTest
    static final ArchRule identityUsesNothingOfOurs = onlyOfOurs("identity");

    @ArchTest
    static final ArchRule benchmarkUsesNothingOfOurs = onlyOfOurs("benchmark");

    @ArchTest
    static final ArchRule labelUsesIdentity = onlyOfOurs("label", "identity");

    @ArchTest
    static final ArchRule epcisUsesIdentity = onlyOfOurs("epcis", "identity");

    @ArchTest
    static final ArchRule librariesKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.helidon..", "org.jdbi..", "java.sql..", "javax.sql..", "org.slf4j..", "java.net.http..");

    @ArchTest
    static final ArchRule librariesHaveNoClock = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .callMethodWhere(describe(
                    "reads the clock of the machine",
                    call -> call.getTarget().getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time")
                            || call.getTarget().getName().matches("currentTimeMillis|nanoTime")));

    @ArchTest
    static final ArchRule theWebServerStaysBehindHttp = noClasses()
            .that()
            .resideOutsideOfPackage("dev.touchstone.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    /** The log and its tail are the ledger's stores. */
    @ArchTest
    static final ArchRule sqlStaysInStores = classes()
            .that(describe("speak SQL", ArchitectureTest::speaksSql))
            .should()
            .haveNameMatching(".*(Store|Session|Projection)(\\$.*)?|.*\\.ledger\\.(Log|Tail)(\\$.*)?")
            .orShould()
            .resideInAPackage("dev.touchstone.database");

    @ArchTest
    static final ArchRule featuresMeetWithoutCycles =
            slices().matching("dev.touchstone.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLedgerKnowsNoFeature = classes()
            .that()
            .resideInAPackage("dev.touchstone.ledger")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dev.touchstone.ledger",
                            "dev.touchstone.database",
                            "dev.touchstone.http",
                            "dev.touchstone.epcis",
                            "dev.touchstone.identity")
                    .or(resideInAPackage("dev.touchstone..").negate()));

    @ArchTest
    static final ArchRule noFeatureKnowsTheCompositionRootOrTheDemonstration = noClasses()
            .that()
            .resideOutsideOfPackages("dev.touchstone.app..", "dev.touchstone.cli..", "dev.touchstone.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.touchstone.app..", "dev.touchstone.demo..");

    @ArchTest
    static final ArchRule nothingIsFetchedFromAnotherHost = noClasses()
            .that()
            .resideOutsideOfPackage("dev.touchstone.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection");

    /** No statement of the product changes or removes what was logged: looked for in every source, migrations included. */
    @Test
    void theLogIsAppendOnly() throws IOException {
        Pattern change = Pattern.compile(
                "(?i)\\b(UPDATE|DELETE\\s+FROM|TRUNCATE(\\s+TABLE)?|DROP\\s+TABLE(\\s+IF\\s+EXISTS)?)\\s+(ONLY\\s+)?\"?(event|event_epc|event_reference|master_data|capture_job)\\b");
        assertThat("delete from event_epc WHERE").containsPattern(change);
        assertThat("DELETE FROM event_cursor").doesNotContainPattern(change);
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> sources = files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(50);
            for (Path source : sources) {
                Matcher found = change.matcher(Files.readString(source));
                assertThat(found.find())
                        .as(() -> source + " changes the log: " + found.group())
                        .isFalse();
            }
        }
    }

    private static ArchRule onlyOfOurs(String library, String... below) {
        String[] allowed = Stream.concat(Stream.of(library), Stream.of(below))
                .map(name -> "dev.touchstone." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("dev.touchstone." + library + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(resideInAPackage("dev.touchstone..").negate()));
    }

    private static boolean speaksSql(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getFullName())
                .anyMatch(name -> name.equals("java.sql.PreparedStatement")
                        || name.equals("java.sql.Statement")
                        || name.equals("java.sql.ResultSet")
                        || name.startsWith("org.postgresql.copy.")
                        || name.startsWith("org.jdbi.v3.core.statement."));
    }
}
