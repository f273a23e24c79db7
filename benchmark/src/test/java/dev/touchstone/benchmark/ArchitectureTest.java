package dev.touchstone.benchmark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;

/** The floor of the library: the JDK, numbers, and readers of tables; nothing of ours, no framework, no clock. */
@AnalyzeClasses(packages = "dev.touchstone.benchmark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] READERS = {"org.dhatim..", "de.siegmar..", "tools.jackson..", "org.yaml.."};

    @ArchTest
    static final ArchRule STANDS_ON_THE_JDK_NUMBERS_AND_READERS_OF_TABLES = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dev.touchstone.benchmark",
                            "java.lang..",
                            "java.io",
                            "java.math",
                            "java.nio..",
                            "java.security..",
                            "java.text..",
                            "java.time..",
                            "java.util..",
                            // says how a report is written; reads and writes nothing
                            "com.fasterxml.jackson.annotation..",
                            "org.apache.commons.rng..",
                            "org.apache.commons.statistics..")
                    .or(resideInAnyPackage(READERS)));

    @ArchTest
    static final ArchRule ONLY_READERS_READ = noClasses()
            .that(are(thatCompute()))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io", "java.nio.file..", "java.net..")
                    .or(resideInAnyPackage(READERS)))
            .because("statistics are made of arrays, and only what reads tables, definitions and pages touches files");

    /** Everything but the readers of tables and definitions, the writers of reports, and the doors that take a path. */
    private static DescribedPredicate<JavaClass> thatCompute() {
        return DescribedPredicate.describe(
                "compute",
                type -> !type.getName()
                        .substring(type.getPackageName().length() + 1)
                        .matches("(Benchmark|Samples|Loader|Reference|ReferenceJudge|Measures|ActionRegister|.*Options"
                                + "|HtmlPage|TextEncoding|Dictionary|ColumnReader|.*Table|Csv.*|Line"
                                + "|.*Json.*|.*Yaml.*|.*Reader)(\\$.*)?"));
    }

    @ArchTest
    static final ArchRule HAS_NO_CLOCK_AND_NO_CHANCE_OF_ITS_OWN = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("the same data and the same seed give the same result");
}
