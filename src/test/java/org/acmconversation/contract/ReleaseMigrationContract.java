package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.acmconversation.portfolio.PortfolioCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Running engagements and releases: impact, migration and rollback. */
abstract class ReleaseMigrationContract extends ReleaseTest {

    @Autowired
    PortfolioCount portfolioCount;

    private static final String STEP = "completeEntryCriteria";

    /** Keeps name and id, and changes what the engine does not update in a migration. */
    private static String changedStep() {
        return ModelFile.read(MAIN)
                .replace("sinceStart(execution.processBusinessKey, 5)", "sinceStart(execution.processBusinessKey, 7)")
                .replace("name=\"Completar las entradas clave\"", "name=\"Completar lo que falta\"")
                .replaceFirst("(id=\"completeEntryCriteria\".*)camunda:priority=\"50\"", "$1camunda:priority=\"70\"")
                .replaceFirst(
                        "(id=\"completeEntryCriteria\".*)camunda:candidateGroups=\"fasttrack-manager\"",
                        "$1camunda:candidateGroups=\"fasttrack-manager,fasttrack-engineer\"");
    }

    @Test
    void migratesOpenTasksAndRollsThemBack() {
        String id = started(Requests.withoutKickoff());
        Instant due = Instant.parse(awaitTask(id, STEP).path("dueAt").asText());
        List<Instant> timers = timers(id);
        long draft = create(new Multipart().file(MAIN, changedStep()))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        JsonNode impact = release(draft).path("impact");
        assertThat(impact.path("running").asLong()).isPositive();
        assertThat(impact.path("migratable").asLong()).isPositive();
        assertThat(impact.path("needsMapping")).isEmpty();

        JsonNode answer = publish(analyst(), draft, ALL).assertStatus(200).json();
        assertThat(answer.at("/migration/planned").asLong())
                .isEqualTo(impact.path("migratable").asLong());
        JsonNode migration = migrated(draft);

        assertThat(migration.path("migrated").asLong()).isPositive();
        assertThat(migration.path("left").asLong()).isZero();
        JsonNode task = awaitTask(id, STEP);
        assertThat(task.path("name").asText()).isEqualTo("Completar lo que falta");
        assertThat(Instant.parse(task.path("dueAt").asText())).isAfterOrEqualTo(due.plus(Duration.ofDays(2)));
        assertThat(task.path("candidateGroups").toString()).contains("fasttrack-engineer", "fasttrack-manager");
        String taskId = task.path("taskId").asText();
        assertThat(count("ACT_RU_TASK where ID_ = ? and PRIORITY_ = 70", taskId))
                .isOne();
        patiently().until(() -> {
            portfolioCount.countAll();
            return count("portfolio_change") == 0;
        });
        assertThat(count("portfolio_task where task_id = ? and roles like '%fasttrack-engineer%'", taskId))
                .isOne();
        List<Instant> moved = timers(id);
        assertThat(moved).hasSameSizeAs(timers);
        for (int i = 0; i < moved.size(); i++) {
            assertThat(moved.get(i)).isAfterOrEqualTo(timers.get(i).plus(Duration.ofDays(2)));
        }
        assertThat(release(draft).at("/impact/migratable").asLong()).isZero();

        long again = anonymous()
                .as("operator")
                .post(RELEASES + "/" + draft + "/reversal", "{\"reason\": \"Falsa\"}")
                .assertStatus(200)
                .json()
                .path("number")
                .asLong();
        migrated(again);
        JsonNode back = awaitTask(id, STEP);
        assertThat(back.path("name").asText()).isEqualTo("Completar las entradas clave");
        assertThat(Instant.parse(back.path("dueAt").asText())).isEqualTo(due);
        assertThat(timers(id)).isEqualTo(timers);

        // Dates that a release brought still follow the calendar.
        manager().change(id, "{\"timeZone\": \"America/Lima\"}").assertStatus(200);
        assertThat(Instant.parse(awaitTask(id, STEP).path("dueAt").asText())).isNotEqualTo(due);
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    /** Returns the due dates of timers, earliest first. */
    private List<Instant> timers(String engagement) {
        return database
                .queryForList(
                        "select job.DUEDATE_ from ACT_RU_JOB job join ACT_RU_EXECUTION instance"
                                + " on instance.ID_ = job.PROCESS_INSTANCE_ID_ where instance.BUSINESS_KEY_ = ?"
                                + " and job.HANDLER_TYPE_ in ('timer-transition', 'timer-task-listener') order by job.DUEDATE_",
                        Timestamp.class,
                        engagement)
                .stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    @Test
    void reportsVariablesThatEngagementsLack() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, STEP);
        JsonNode draft = drafted(MAIN, ">${enterpriseEligible}<", ">${enterpriseEligible and smeTopic == null}<");

        assertThat(Answer.texts(draft.path("findings"), "message"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("«Sí» lee la variable «smeTopic», que no tiene")
                        .contains("en «Completar las entradas clave»", "o no migre los casos"));
        assertThat(Answer.texts(drafted(VALUE, ">WD8<", ">WD7<").path("findings"), "message"))
                .noneMatch(text -> text.contains("lee la variable"));
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    @Test
    void engagementsUseTheCatalogOfTheirRelease() {
        String id = started(Requests.withoutKickoff());
        TaskForm task = TaskForm.of(this, id, STEP);
        long number = create(new Multipart()
                        .file(MAIN, ModelFile.changed(MAIN, "4047", "5047"))
                        .file(
                                "decisions/ftop-catalog.dmn",
                                ModelFile.changed("decisions/ftop-catalog.dmn", "4047", "5047")))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        publish(analyst(), number, "{\"migrate\": \"NONE\"}").assertStatus(200);

        task.complete("manager", "{\"kickoffHeld\": true, \"benefitUnderstood\": true, \"resourcesClear\": true}")
                .assertStatus(204);

        awaitTask(id, "scheduleConversation");
        assertThat(Answer.texts(
                        manager()
                                .get(ApiClient.ENGAGEMENTS + "/" + id + "/ftop-tasks")
                                .json(),
                        "catalogId"))
                .containsExactly("4047");
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    @Test
    void operatorsMigrateEngagementsLater() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, STEP);
        long draft = create(new Multipart().file(MAIN, changedStep()))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();

        JsonNode answer = publish(analyst(), draft, "{\"migrate\": \"NONE\"}")
                .assertStatus(200)
                .json();
        assertThat(answer.at("/migration/state").asText()).isEqualTo("NONE");
        assertThat(awaitTask(id, STEP).path("name").asText()).isEqualTo("Completar las entradas clave");

        publish(anonymous().as("operator"), draft, ALL).assertStatus(200);
        migrated(draft);
        assertThat(awaitTask(id, STEP).path("name").asText()).isEqualTo("Completar lo que falta");
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    /** They had read which release is active before the publication committed, and committed after it. */
    @Test
    void engagementsThatBeganDuringThePublicationMoveToo() {
        Long before = database.queryForObject("select number from model_release where active", Long.class);
        long draft = create(new Multipart().file(MAIN, changedStep()))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        publish(analyst(), draft, ALL).assertStatus(200);
        migrated(draft);
        activate(before);
        String id = started(Requests.withoutKickoff());
        awaitTask(id, STEP);
        activate(draft);

        database.update(
                "update model_migration set started_at = ? where release_number = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(2),
                draft);

        patiently().until(() -> awaitTask(id, STEP).path("name").asText().equals("Completar lo que falta"));
        JsonNode migration = migrated(draft);
        assertThat(migration.path("failed").asLong()).isZero();
        assertThat(migration.path("migrated").asLong())
                .isEqualTo(migration.path("planned").asLong())
                .isPositive();
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    private void activate(Long number) {
        database.update("update model_release set active = null, state = 'REPLACED' where active");
        database.update("update model_release set active = true, state = 'PUBLISHED' where number = ?", number);
    }

    @Test
    void migrationEnablesRescheduling() {
        String shipped = ModelFile.read(MAIN);
        long old = create(new Multipart().file(MAIN, withoutRescheduling(shipped)))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        publish(analyst(), old, "{\"migrate\": \"NONE\"}").assertStatus(200);
        String id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation").complete("manager", """
                        {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana",
                         "businessStakeholders": "Luis", "decisionMakers": "Eva"}""").assertStatus(204);
        awaitTask(id, "conductConversation");
        String path = ApiClient.ENGAGEMENTS + "/" + id + "/conversation";
        String body = "{\"at\": \"2099-12-15T09:00:00Z\"}";
        refused(() -> manager().post(path, body)).assertProblem(409, "conversation-fixed");

        long next = analyst()
                .send(
                        "POST",
                        RELEASES,
                        Multipart.CONTENT_TYPE,
                        new Multipart().file(MAIN, shipped).body())
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        publish(analyst(), next, ALL).assertStatus(200);
        migrated(next);

        manager().post(path, body).assertStatus(200);
        assertThat(awaitTask(id, "conductConversation").path("dueAt").asText()).isEqualTo("2099-12-15T09:00:00Z");
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    private static String withoutRescheduling(String model) {
        return model.replaceAll(
                "(?s)<bpmn:subProcess id=\"conversationRescheduledHandling\".*?</bpmn:subProcess>"
                        + "|<bpmn:message id=\"conversationRescheduledMessage\"[^>]*>"
                        + "|<bpmndi:BPMNShape id=\"(conversationRescheduled|moveDueDates|endConversationRescheduled)\\w*\".*?</bpmndi:BPMNShape>"
                        + "|<bpmndi:BPMNEdge id=\"(conversationRescheduled|moveDueDates)\\w*\".*?</bpmndi:BPMNEdge>",
                "");
    }

    @Test
    void completesTasksDuringAMigration() {
        int engagements = 12;
        List<String> ids = IntStream.range(0, engagements)
                .mapToObj(i -> started(Requests.withoutKickoff()))
                .toList();
        List<TaskForm> tasks =
                ids.stream().map(id -> TaskForm.of(this, id, STEP)).toList();
        long draft = create(new Multipart().file(MAIN, changedStep()))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();

        List<Answer> answers = atOnce(
                engagements + 1,
                i -> i == 0
                        ? publish(analyst(), draft, ALL)
                        : tasks.get(i - 1)
                                .complete(
                                        "manager",
                                        "{\"kickoffHeld\": true, \"benefitUnderstood\": true, \"resourcesClear\": true}"));

        assertThat(answers.get(0).status()).isEqualTo(200);
        assertThat(answers.subList(1, answers.size()))
                .extracting(Answer::status)
                .containsOnly(204);
        assertThat(migrated(draft).path("failed").asLong()).isZero();
        for (String id : ids) {
            awaitTask(id, "scheduleConversation");
            manager().withdraw(id, "Ended").assertStatus(200);
        }
    }

    /** An engagement calls a process once for each of its discussions. */
    @Test
    void countsEngagementsOfARemovedProcess() {
        String id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation").complete("manager", """
                        {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana",
                         "businessStakeholders": "Luis", "decisionMakers": "Eva"}""").assertStatus(204);
        TaskForm.of(this, id, "conductConversation").complete("manager", """
                        {"partnerRequested": false, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                         "resourcesShared": []}""").assertStatus(204);
        awaitTask(id, "deliverValueDiscussion");
        String instances = "ACT_RU_EXECUTION instance join ACT_RE_PROCDEF definition"
                + " on definition.ID_ = instance.PROC_DEF_ID_ and definition.KEY_ = 'value-discussion'"
                + " where instance.PARENT_ID_ is null";
        patiently().until(() -> count(instances) > 1);

        JsonNode draft =
                create(new Multipart().field("remove", VALUE)).assertStatus(201).json();

        Long engagements = database.queryForObject(
                "select count(distinct instance.ROOT_PROC_INST_ID_) from " + instances, Long.class);
        assertThat(draft.path("findings").toString())
                .contains(
                        engagements == 1
                                ? "«value-discussion» falta, y un caso lo está ejecutando"
                                : "«value-discussion» falta, y %d casos lo están ejecutando".formatted(engagements));
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    @Test
    void reportsRemovedProcessesInUse() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, STEP);

        JsonNode draft =
                create(new Multipart().field("remove", MAIN)).assertStatus(201).json();

        assertThat(draft.path("findings").toString()).contains("«acm-conversation» falta");
        manager().withdraw(id, "Ended").assertStatus(200);
    }
}
