package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read, not trusted. */
class ModelRulesFilesTest {

    private static final String NOT_XML =
            "a.bpmn no se puede leer: no es el XML que guarda Camunda Modeler para Camunda 7 o contiene una declaración DOCTYPE; ábralo en Camunda Modeler y guárdelo de nuevo";

    private static String firstFinding(String name, String content) {
        List<Finding> findings = ModelRules.check(Draft.read(Map.of(name, content)), Draft.KNOWN);
        return findings.get(0).toString();
    }

    @Test
    void modelsThatMeetAllRulesHaveNoFindings() {
        assertThat(ModelRules.check(Draft.read(Draft.files()), Draft.KNOWN)).isEmpty();
    }

    @Test
    void aDoctypeIsRefused() {
        assertThat(firstFinding(
                        "a.bpmn",
                        "<!DOCTYPE a [<!ENTITY b 'c'>]>" + Draft.files().get("acm-conversation.bpmn")))
                .isEqualTo(NOT_XML);
    }

    @Test
    void anExternalEntityIsNeverRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");

        assertThat(firstFinding(
                        "a.bpmn",
                        "<!DOCTYPE a SYSTEM '%1$s' [<!ENTITY b SYSTEM '%1$s'>]><a>&b;</a>".formatted(secret.toUri())))
                .isEqualTo(NOT_XML);
    }

    @Test
    void elementsThatLieTooDeepAreRefused() {
        String nested = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        String definitions = "<definitions xmlns='%s'>%s</definitions>".formatted(ModelElement.BPMN, nested);

        assertThat(firstFinding("a.bpmn", definitions)).isEqualTo(NOT_XML);
    }

    @Test
    void anotherKindOfXmlIsNoModel() {
        assertThat(firstFinding("a.bpmn", "<html/>")).isEqualTo(NOT_XML);
        assertThat(firstFinding("a.bpmn", Draft.files().get("decisions/ftop-catalog.dmn")))
                .isEqualTo(NOT_XML);
    }

    @Test
    void aFormIsOneJsonObjectWithoutRepeatedProperties() {
        String message =
                "a.form no se puede leer: no es el JSON que guarda Camunda Modeler o repite una propiedad; ábralo en Camunda Modeler y guárdelo de nuevo";

        assertThat(firstFinding("a.form", "{\"id\": \"a\", \"id\": \"b\"}")).isEqualTo(message);
        assertThat(firstFinding("a.form", "{} {}")).isEqualTo(message);
        assertThat(firstFinding("a.form", "[]")).isEqualTo(message);
        assertThat(firstFinding("a.form", "[".repeat(100_000))).isEqualTo(message);
    }

    @Test
    void otherFilesAreNoModels() {
        assertThat(firstFinding("a.cmmn", "<a/>"))
                .isEqualTo("a.cmmn no es un modelo; solo se admiten archivos .bpmn, .dmn y .form");
    }

    @Test
    void aLongExpressionDoesNotExhaustTheStack() {
        String expression = "${" + "'a' + ".repeat(200_000) + "'a'}";

        assertThat(Draft.findings(new SafetyRules(), "${discussionOutcome == 'SME_NEEDED'}", expression))
                .isEmpty();
    }
}
