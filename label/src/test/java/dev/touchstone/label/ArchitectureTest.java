package dev.touchstone.label;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.touchstone.label", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** No AWT, so that labels are drawn where there is no desktop, and no clock. */
    @ArchTest
    static final ArchRule USES_ONLY_WHAT_IT_NEEDS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.touchstone.label",
                    "dev.touchstone.identity",
                    "uk.org.okapibarcode..",
                    "java.lang..",
                    "java.io",
                    "java.math",
                    "java.nio..",
                    "java.text",
                    "java.time",
                    "java.util..");

    @ArchTest
    static final ArchRule ONLY_THE_ENCODER_KNOWS_OKAPI = noClasses()
            .that()
            .doNotHaveSimpleName("Encoder")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("uk.org.okapibarcode..");
}
