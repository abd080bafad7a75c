package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.acmconversation.engine.persistence.StandaloneEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;

/** Consequences of invalid models that are already in the database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class UnfitModelContract extends ContractTest {

    private static final String TASK = "/engine-rest/task/";

    @Autowired
    DataSource dataSource;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    MeterRegistry meters;

    private ProcessEngine unguarded;
    private String deployment;
    private String active;

    @BeforeAll
    void start() {
        unguarded = StandaloneEngine.over(dataSource, "unguarded");
    }

    @AfterAll
    void stop() {
        unguarded.close();
    }

    @AfterEach
    void takeBack() {
        awaitIdle();
        database.update("update model_release set deployment_id = ? where active", active);
        repositoryService.deleteDeployment(deployment, true);
    }

    /** Deploys all models without the guards, like a version that had none, and makes them active. */
    private void deploy(Map<String, String> changed, String... missing) {
        Map<String, String> files = ModelFile.all();
        files.putAll(changed);
        files.keySet().removeAll(Set.of(missing));
        DeploymentBuilder builder = unguarded.getRepositoryService().createDeployment();
        files.forEach(builder::addString);
        deployment = builder.deploy().getId();
        active = database.queryForObject("select deployment_id from model_release where active", String.class);
        database.update("update model_release set deployment_id = ? where active", deployment);
    }

    @Test
    void skipsOnlyTheInvalidRow() {
        deploy(Map.of(
                "decisions/ftop-catalog.dmn",
                ModelFile.read("decisions/ftop-catalog.dmn")
                        .replace("\"FASTTRACK_ENGINEER\"</text>", "\"FASTTRACK_ENGINER\"</text>")
                        .replace("<text>\"4094\"</text>", "<text>4094</text>")));

        JsonNode catalog = crm().get("/api/ftop-catalog").assertStatus(200).json();
        assertThat(Answer.texts(catalog, "catalogId")).contains("4047", "3718").doesNotContain("3991", "4094");
        await().until(() -> meters.get("acm.ftop.catalog.unreadable").gauge().value() == 2);
        String id = started(Requests.withoutKickoff());
        manager().change(id, "{\"services\": [\"SHAREPOINT\"]}").assertStatus(200);
        assertThat(crm().start(Requests.valid().put("licenses", "many"))
                        .assertStatus(400)
                        .body())
                .contains("licenses");
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    @Test
    void reportsAMissingForm() {
        deploy(Map.of(), "forms/complete-entry-criteria.form");
        String id = started(Requests.withoutKickoff());
        String task =
                TASK + awaitTask(id, "completeEntryCriteria").path("taskId").asText();

        assertNoForm(manager().get(task + "/deployed-form"));
        for (String action : new String[] {"complete", "submit-form", "resolve"}) {
            assertNoForm(refused(() -> manager().post(task + "/" + action, "{\"variables\": {}}")));
        }
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    private static void assertNoForm(Answer answer) {
        assertThat(answer.assertStatus(409).json().path("message").asText())
                .contains("Completar las entradas clave", "complete-entry-criteria", "se desplegó sin él");
    }

    @Test
    void reportsAnInvalidDecision() {
        deploy(Map.of(
                "decisions/acm-entry-criteria.dmn",
                ModelFile.changed("decisions/acm-entry-criteria.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")));

        refused(() -> crm().start(Requests.valid())).assertProblem(409, "model-at-fault");
        Answer evaluated = evaluated("acm-entry-criteria", """
                {"variables": {"kickoffHeld": {"value": true}, "benefitUnderstood": {"value": true},
                  "resourcesClear": {"value": true}, "inEnterpriseAdoptionProgram": {"value": false}}}""");
        assertThat(evaluated.assertStatus(409).json().path("message").asText())
                .contains("falla por su modelo", "entryCriteriaMet, entryCriteriaIncomplete");
    }

    @Test
    void abortsEndlessDecisions() {
        deploy(Map.of(
                "decisions/enterprise-eligibility.dmn",
                ModelFile.changed(
                        "decisions/enterprise-eligibility.dmn",
                        "<text>true</text>",
                        "<text>count(for i in 1..3000, j in 1..3000 return i * j) &gt; 1</text>")));

        Answer evaluated = evaluated("enterprise-eligibility", """
                {"variables": {"segment": {"value": "ENTERPRISE"}, "licenses": {"value": 25000}}}""");

        assertThat(evaluated.assertStatus(409).json().path("message").asText())
                .contains("falla por su modelo", "1..3000", "demasiados pasos");
    }

    private Answer evaluated(String decision, String body) {
        return anonymous()
                .as("admin")
                .post("/engine-rest/decision-definition/key/%s/evaluate".formatted(decision), body);
    }

    @Test
    void synchronousCallsToFtopDoNotDeadlock() {
        deploy(Map.of(
                "acm-conversation.bpmn",
                ModelFile.changed(
                        "acm-conversation.bpmn",
                        "id=\"completeConversationTask\" name=\"Completar la tarea 4047 en FTOP\" camunda:asyncBefore=\"true\"",
                        "id=\"completeConversationTask\" name=\"Completar la tarea 4047 en FTOP\"")));
        String id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation").complete("manager", """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva"}""").assertStatus(204);

        TaskForm.of(this, id, "conductConversation").complete("manager", """
                {"partnerRequested": false, "changeKnowledge": "LOW", "changeInterest": "HIGH", "resourcesShared": [],
                 "objections": "None", "notes": ""}""").assertStatus(204);

        awaitTask(id, "deliverValueDiscussion");
        manager().withdraw(id, "Ended").assertStatus(200);
    }
}
