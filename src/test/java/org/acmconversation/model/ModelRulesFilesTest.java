package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are parsed as untrusted input. */
class ModelRulesFilesTest {

    private static final String DOCTYPE = "a.bpmn contiene un DOCTYPE; quítelo, los modelos no llevan entidades";

    private static final String ANOTHER_KIND =
            "a.bpmn no es el XML que guarda Camunda Modeler para Camunda 7; ábralo en Camunda Modeler y guárdelo de nuevo";

    private static String firstFinding(String name, String content) {
        List<Finding> findings = ModelRules.check(Draft.read(Map.of(name, content)), Draft.KNOWN);
        return findings.get(0).toString();
    }

    @Test
    void validModelsHaveNoFindings() {
        assertThat(ModelRules.check(Draft.read(Draft.files()), Draft.KNOWN)).isEmpty();
    }

    @Test
    void rejectsDoctypes() {
        assertThat(firstFinding(
                        "a.bpmn",
                        "<!DOCTYPE a [<!ENTITY b 'c'>]>" + Draft.files().get("acm-conversation.bpmn")))
                .isEqualTo(DOCTYPE);
    }

    @Test
    void neverResolvesExternalEntities(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");

        assertThat(firstFinding(
                        "a.bpmn",
                        "<!DOCTYPE a SYSTEM '%1$s' [<!ENTITY b SYSTEM '%1$s'>]><a>&b;</a>".formatted(secret.toUri())))
                .isEqualTo(DOCTYPE);
    }

    @Test
    void rejectsDeeplyNestedElements() {
        String nested = "<task>".repeat(10_000) + "</task>".repeat(10_000);
        String definitions = "<definitions xmlns='%s'>%s</definitions>".formatted(ModelElement.BPMN, nested);

        assertThat(firstFinding("a.bpmn", definitions))
                .isEqualTo("a.bpmn tiene elementos unos dentro de otros a más de 100 niveles; quite niveles");
    }

    @Test
    void rejectsOtherXml() {
        assertThat(firstFinding("a.bpmn", "<html/>")).isEqualTo(ANOTHER_KIND);
        assertThat(firstFinding("a.bpmn", Draft.files().get("decisions/ftop-catalog.dmn")))
                .isEqualTo(ANOTHER_KIND);
    }

    @Test
    void aFormIsOneJsonObjectWithoutDuplicateProperties() {
        String message =
                "a.form no es un formulario en JSON que se pueda leer, no tiene id o repite una propiedad; ábralo en Camunda Modeler y guárdelo de nuevo";

        assertThat(firstFinding("a.form", "{\"id\": \"a\", \"id\": \"b\"}")).isEqualTo(message);
        assertThat(firstFinding("a.form", "{} {}")).isEqualTo(message);
        assertThat(firstFinding("a.form", "[]")).isEqualTo(message);
        assertThat(firstFinding("a.form", "{\"id\": \" \"}")).isEqualTo(message);
        assertThat(firstFinding("a.form", "[".repeat(100_000))).isEqualTo(message);
    }

    @Test
    void rejectsOtherFiles() {
        assertThat(firstFinding("a.cmmn", "<a/>")).isEqualTo("a.cmmn solo se despliegan archivos .bpmn, .dmn y .form");
    }

    @Test
    void rejectsLargeFiles() {
        assertThat(firstFinding("a.bpmn", "<".repeat(1024 * 1024 + 1)))
                .isEqualTo("a.bpmn el archivo es demasiado grande; el máximo es 1 MiB");
    }

    @Test
    void longExpressionsDoNotOverflowTheStack() {
        String expression = "${" + "'a' + ".repeat(100_000) + "'a'}";

        assertThat(Draft.findings(new SafetyRules(), "${discussionOutcome == 'SME_NEEDED'}", expression))
                .singleElement()
                .asString()
                .startsWith("acm-conversation.bpmn [needed] «Sí»: la expresión «${'a' + 'a' + ")
                .hasSizeLessThan(1000);
    }
}
