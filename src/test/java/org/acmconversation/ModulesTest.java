package org.acmconversation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Boundaries that hold the code together: between modules, and between the engine and everything else. */
class ModulesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "acmconversation");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.acmconversation");

    private static final ApplicationModules MODULES = ApplicationModules.of(AcmConversationApplication.class);

    @Test
    void modulesUseOnlyWhatOthersOffer() {
        MODULES.verify();
    }

    @Test
    void documentsEachModule() {
        Path folder = Path.of("target", "spring-modulith-docs");

        new Documenter(MODULES).writeDocumentation();

        assertThat(folder.resolve("components.puml")).exists();
        assertThat(MODULES.stream())
                .hasSizeGreaterThan(10)
                .allSatisfy(module -> assertThat(folder.resolve("module-%s.adoc".formatted(module.getIdentifier())))
                        .content()
                        .contains("Base package"));
    }

    @Test
    void checksNullsInEveryPackage() {
        assertThat(PRODUCTION.stream().map(JavaClass::getPackage).distinct())
                .hasSizeGreaterThan(30)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info.java with @NullMarked", each.getName())
                        .isTrue());
    }

    @Test
    void onlyTheEngineModuleAndProcessAdaptersUseTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.acmconversation.engine..", "org.acmconversation.*.process..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda.."))
                .because("moving to a fork of the engine must touch these packages only")
                .check(PRODUCTION);
    }

    @Test
    void onlyTheEngineModuleAndHistoryListenersUseEngineInternals() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.acmconversation.engine..",
                        "org.acmconversation.timeline.process..",
                        "org.acmconversation.audit.process..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl.."))
                .because("what is internal changes without notice")
                .check(PRODUCTION);
    }

    @Test
    void onlyTheEngineModuleHasSqlOnEngineTables() throws IOException {
        Path engine = SOURCES.resolve("engine");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> others = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(engine))
                    .toList();

            assertThat(others)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContainPattern("(?i)\\bact_(ge|hi|id|re|ru)_"));
        }
    }
}
