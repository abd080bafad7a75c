package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Deployments by the engine's API: rejected with file, element and correction, or accepted. */
abstract class DeploymentContract extends ContractTest {

    private static final String CATALOG = "decisions/ftop-catalog.dmn";

    @Autowired
    RepositoryService repositoryService;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "decisions/ftop-catalog.dmn | \"FASTTRACK_ENGINEER\"</text> | \"FASTTRACK_ENGINER\"</text> | ftop3991 | el rol «\"FASTTRACK_ENGINER\"» no existe",
                "decisions/ftop-catalog.dmn | \"3991\" | 3991 | ftop3991 | no es un número entre comillas",
                "decisions/ftop-catalog.dmn | \"3991\" | \"399139913991399139913991\" | ftop3991 | no es un número entre comillas",
                "decisions/enterprise-eligibility.dmn | not(\"ENTERPRISE\") | \"SMB\" | enterprise-eligibility | con Segmento = CORPORATE, Licencias = 19999 no se aplica ninguna fila",
                "decisions/enterprise-eligibility.dmn | &lt;= 20000 | &lt;= 20001 | enterprise-eligibility | se aplican a la vez las filas 1, 2",
                "decisions/enterprise-eligibility.dmn | <text>true</text> | <text>sí</text> | largeEnterprise | no es una variable documentada",
                "decisions/enterprise-eligibility.dmn | <text>true</text> | <text>\"true\"</text> | largeEnterprise | no es un valor de tipo boolean",
                "decisions/acm-entry-criteria.dmn | <text>\"MET\"</text> | <text>\"MEET\"</text> | entryCriteriaMet | no está entre sus valores predefinidos",
                "acm-partner-request.bpmn | >WD4< | >3 días< | acm-partner-request.bpmn | la duración «3 días» no se entiende",
                "acm-partner-request.bpmn | isExecutable=\"true\" | isExecutable=\"false\" | acm-partner-request | marque «Executable»",
                "acm-partner-request.bpmn | camunda:priority=\"50\" | camunda:priority=\"alta\" | proposePartnerServices | «priority» tiene el valor «alta»",
                "ftop-rejection.bpmn | camunda:historyTimeToLive=\"P365D\" | camunda:historyTimeToLive=\"\" | ftop-rejection | no dice cuánto se conserva su historia",
            })
    void rejectsModelsThatWouldStopConversations(String file, String from, String to, String element, String said) {
        Answer answer = refused(() -> deploy(Map.of(bare(file), ModelFile.changed(file, from, to))));

        assertThat(message(answer)).contains(bare(file), element, said);
    }

    @Test
    void rejectsUnknownOutcomes() {
        Map<String, String> files = withItsForms("acm-conversation.bpmn", "=\"WITHDRAWN\"", "=\"WITHDRAW\"");

        assertThat(message(refused(() -> deploy(files))))
                .contains("acm-conversation.bpmn [endWithdrawn]", "no dice con qué resultado termina", "WITHDRAWN");
    }

    @Test
    void rejectsSynchronousCallsToFtop() {
        Map<String, String> files = withItsForms(
                "acm-conversation.bpmn",
                "id=\"completeConversationTask\" name=\"Completar la tarea 4047 en FTOP\" camunda:asyncBefore=\"true\"",
                "id=\"completeConversationTask\" name=\"Completar la tarea 4047 en FTOP\"");

        assertThat(message(refused(() -> deploy(files))))
                .contains("acm-conversation.bpmn [completeConversationTask]", "Asynchronous continuations: Before");
    }

    @Test
    void rejectsStartTimers() {
        for (String timer : new String[] {"R/PT1H", "cada hora"}) {
            Map<String, String> files = withItsForms(
                    "value-discussion.bpmn",
                    "<bpmn:outgoing>valueDiscussionDueToDeliverValueDiscussion</bpmn:outgoing>",
                    "<bpmn:outgoing>valueDiscussionDueToDeliverValueDiscussion</bpmn:outgoing>"
                            + "<bpmn:timerEventDefinition><bpmn:timeCycle>%s</bpmn:timeCycle></bpmn:timerEventDefinition>"
                                    .formatted(timer));

            assertThat(message(refused(() -> deploy(files))))
                    .contains("value-discussion.bpmn [valueDiscussionDue]", "un solo evento de inicio");
        }
    }

    @Test
    void rejectsDiagramsWithoutTheirForms() {
        String model = ModelFile.read("value-discussion.bpmn");

        Answer answer = refused(() -> deploy(Map.of("value-discussion.bpmn", model)));

        assertThat(message(answer))
                .contains("value-discussion.bpmn [deliverValueDiscussion]", "deliver-value-discussion.form")
                .contains("value-discussion.bpmn [requestSme]", "request-sme.form", "Include additional files");
    }

    @Test
    void rejectsDecisionsWithoutLogic() {
        String model = ModelFile.read("decisions/enterprise-eligibility.dmn")
                .replaceAll("(?s)<decisionTable .*</decisionTable>", "");

        Answer answer = refused(() -> deploy(Map.of("enterprise-eligibility.dmn", model)));

        assertThat(message(answer)).contains("[enterprise-eligibility]", "no tiene una tabla de decisión");
    }

    @Test
    void rejectsCatalogsWithoutRequiredTables() {
        String model =
                ModelFile.read(CATALOG).replaceAll("(?s)<decision id=\"ftop-conversation-task\".*?</decision>", "");

        Answer answer = refused(() -> deploy(Map.of("ftop-catalog.dmn", model)));

        assertThat(message(answer)).contains("no contiene la decisión «ftop-conversation-task»");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant-id", "deployment-activation-time"})
    void rejectsTenantsAndActivationDates(String field) {
        String value = field.equals("tenant-id") ? "contoso" : "2099-01-01T00:00:00.000+0000";
        String model = ModelFile.read(CATALOG);

        Answer answer = refused(() -> deploy(Map.of("ftop-catalog.dmn", model), Map.of(field, value)));

        assertThat(message(answer)).contains(field.equals("tenant-id") ? "Tenant ID" : "fecha de activación");
    }

    @Test
    void checksDeploymentsByJava() {
        var deployment = repositoryService
                .createDeployment()
                .addString("ftop-catalog.dmn", ModelFile.changed(CATALOG, "\"3991\"", "3991"));

        assertThatThrownBy(deployment::deploy)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("ftop-catalog.dmn [ftop3991]");
        assertThatThrownBy(
                        repositoryService.createDeployment().tenantId("contoso").addString("a.form", "{}")::deploy)
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void refersAnalystsToReleases() {
        for (String path :
                new String[] {"/engine-rest/deployment/create", "/camunda/api/engine/engine/default/deployment/create"
                }) {
            Answer answer = anonymous()
                    .as("analyst")
                    .send(
                            "POST",
                            path,
                            Multipart.CONTENT_TYPE,
                            new Multipart().file("a.form", "{}").body());

            if (path.startsWith("/engine-rest")) {
                assertThat(answer.assertProblem(403, "forbidden")
                                .json()
                                .path("message")
                                .asText())
                        .contains("«Modelos»", "/modeler");
            } else {
                assertThat(answer.status()).isIn(401, 403);
            }
        }
    }

    @Test
    void deploysADiagramWithItsDependencies() {
        Map<String, String> files = withItsForms("value-discussion.bpmn", ">WD8<", ">WD7<");
        files.putAll(withItsForms("ftop-rejection.bpmn", "name=", "name="));

        repositoryService.deleteDeployment(deploy(files).assertStatus(200).id(), true);
    }

    /** Returns a diagram with one change, together with its forms. */
    private static Map<String, String> withItsForms(String file, String from, String to) {
        String model = ModelFile.changed(file, from, to);
        Map<String, String> files = new LinkedHashMap<>(Map.of(file, model));
        Pattern.compile("camunda:formRef=\"([^\"]+)\"")
                .matcher(model)
                .results()
                .map(form -> form.group(1) + ".form")
                .forEach(form -> files.put(form, ModelFile.read("forms/" + form)));
        return files;
    }

    private Answer deploy(Map<String, String> files) {
        return deploy(files, Map.of());
    }

    private Answer deploy(Map<String, String> files, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(part("name=\"%s\"".formatted(name), value)));
        files.forEach(
                (name, content) -> body.append(part("name=\"%s\"; filename=\"%s\"".formatted(name, name), content)));
        return anonymous()
                .as("admin")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        "multipart/form-data; boundary=x",
                        (body + "--x--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String disposition, String content) {
        return "--x\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(disposition, content);
    }

    private static String message(Answer answer) {
        return answer.assertStatus(400).json().path("message").asText();
    }

    private static String bare(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
