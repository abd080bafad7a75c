package org.acmconversation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Boundaries that hold the code together: between modules, and between the engine and everything else. */
class ModulesTest {

    private static final String ENGINE = "org.camunda..";

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
    void theEngineIsMetOnlyAtTheEdge() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.acmconversation");

        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "..engine..", "..model..", "..security..", "..tasklist..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ENGINE))
                .because("the engine can then be exchanged without touching a feature")
                .check(classes);
    }

    @Test
    void onlyTheEngineModuleAndListenersKnowTheInsideOfTheEngine() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.acmconversation");

        noClasses()
                .that()
                .resideOutsideOfPackages("..engine..", "..timeline.process..", "..audit.process..", "..tasklist..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl.."))
                .because("what is internal changes without notice")
                .check(classes);
    }
}
