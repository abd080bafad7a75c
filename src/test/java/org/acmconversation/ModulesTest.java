package org.acmconversation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Boundaries that hold the code together: between modules, and between the engine and everything else. */
class ModulesTest {

    private static final String ENGINE = "org.camunda..";

    @Test
    void modulesUseOnlyWhatOthersOffer() {
        ApplicationModules.of(AcmConversationApplication.class).verify();
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
