package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People's answers, in the API and in the forms of later tasks. */
abstract class AnswersContract extends ContractTest {

    private static final String SCHEDULED = """
            {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana *Pérez*", "businessStakeholders": "Luis",
             "decisionMakers": "Eva"}""";

    private static final String CONDUCTED = """
            {"partnerRequested": false, "changeKnowledge": "LOW", "changeInterest": "HIGH",
             "resourcesShared": ["FASTTRACK_PORTAL", "RESOURCE_CENTER"], "objections": "Too early", "notes": ""}""";

    private JsonNode answers(String id) {
        return manager()
                .get(ENGAGEMENTS + "/" + id + "/answers")
                .assertStatus(200)
                .json();
    }

    private void complete(String id, String activityId, String user, String fields) {
        TaskForm form = TaskForm.of(this, id, activityId);
        form.claim(user).assertStatus(204);
        form.complete(user, fields).assertStatus(204);
    }

    private static List<String> shown(JsonNode step) {
        List<String> shown = new ArrayList<>();
        step.path("answers")
                .forEach(answer -> shown.add("%s (%s): %s = %s"
                        .formatted(
                                answer.path("label").asText(),
                                answer.path("field").asText(),
                                answer.path("value"),
                                answer.path("shown").asText())));
        return shown;
    }

    @Test
    void returnsAnswersWithLabelsAndDisplayedValues() {
        String id = started(Requests.valid());
        assertThat(answers(id)).isEmpty();
        complete(id, "scheduleConversation", "partner", SCHEDULED);
        complete(id, "conductConversation", "manager", CONDUCTED);

        JsonNode answers = answers(id);

        assertThat(texts(answers, "activityId")).containsExactly("scheduleConversation", "conductConversation");
        assertThat(texts(answers, "name"))
                .containsExactly("Programar la conversación", "Llevar a cabo la conversación");
        assertThat(texts(answers, "completedBy")).containsExactly("partner", "manager");
        assertThat(Instant.parse(answers.get(0).path("completedAt").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(shown(answers.get(0)))
                .contains(
                        "Fecha de la llamada (conversationAt): \"2099-12-01T10:00+01:00\" = martes, 1 de diciembre de"
                                + " 2099, 10:00 (UTC+01:00)",
                        "Profesional de TI (itProfessional): \"Ana *Pérez*\" = Ana *Pérez*");
        assertThat(shown(answers.get(1)))
                .anyMatch(answer -> answer.endsWith("(partnerRequested): false = No"))
                .anyMatch(answer -> answer.endsWith("(changeInterest): \"HIGH\" = Alto"))
                .anyMatch(answer -> answer.endsWith("(resourcesShared): [\"FASTTRACK_PORTAL\",\"RESOURCE_CENTER\"]"
                        + " = Portal de FastTrack, Centro de recursos"))
                .anyMatch(answer -> answer.endsWith("(notes): \"\" = "));
    }

    @Test
    void storesDibsAndSsatFieldsAsSeparateAnswers() {
        String id = started(Requests.valid());
        String dibs = SCHEDULED.replace("}", """
                , "dibsDate": "%s", "dibsIntent": "Adoptar Teams", "dibsBusinessReason": "Menos viajes",
                 "dibsSuccessOwner": "Eva"}""");
        TaskForm schedule = TaskForm.of(this, id, "scheduleConversation");
        schedule.complete("partner", dibs.formatted("soon")).assertStatus(400);
        schedule.complete("partner", dibs.formatted("2026-10-05")).assertStatus(204);
        complete(id, "conductConversation", "manager", CONDUCTED.replace("}", """
                , "ssatStakeholders": "Ventas", "ssatScenarios": "Reuniones", "ssatAwareness": "Boletín",
                 "ssatTraining": "En línea"}"""));

        assertThat(shown(answers(id).get(0)))
                .contains(
                        "DIBS: fecha (dibsDate): \"2026-10-05\" = 5 de octubre de 2026",
                        "DIBS: intención (dibsIntent): \"Adoptar Teams\" = Adoptar Teams",
                        "DIBS: motivo empresarial (dibsBusinessReason): \"Menos viajes\" = Menos viajes",
                        "DIBS: responsable del éxito (dibsSuccessOwner): \"Eva\" = Eva");
        assertThat(shown(answers(id).get(1)))
                .contains(
                        "SSAT: partes interesadas (ssatStakeholders): \"Ventas\" = Ventas",
                        "SSAT: escenarios (ssatScenarios): \"Reuniones\" = Reuniones",
                        "SSAT: concienciación (ssatAwareness): \"Boletín\" = Boletín",
                        "SSAT: capacitación (ssatTraining): \"En línea\" = En línea");
    }

    @Test
    void keepsAnswersWhoseVariableIsOverwritten() {
        ObjectNode request = Requests.valid();
        request.putArray("services").add("EDGE");
        String id = started(request);
        complete(id, "scheduleConversation", "manager", SCHEDULED);
        complete(id, "conductConversation", "manager", CONDUCTED);
        complete(id, "deliverValueDiscussion", "manager", "{\"discussionOutcome\": \"SME_NEEDED\"}");
        complete(id, "requestSme", "manager", "{\"smeTopic\": \"Edge\", \"smeName\": \"Eva\"}");
        JsonNode again = awaitTask(id, "deliverValueDiscussion");
        complete(id, "deliverValueDiscussion", "manager", "{\"discussionOutcome\": \"DELIVERED\"}");

        assertThat(again.path("assignee").asText()).as("who asked for the SME").isEqualTo("manager");
        assertThat(again.path("name").asText()).isEqualTo("Microsoft Edge: realizar la discusión de valor");
        JsonNode answers = answers(id);
        assertThat(texts(answers, "name")).contains("Microsoft Edge: solicitar un SME");

        assertThat(texts(answers, "activityId"))
                .containsExactly(
                        "scheduleConversation",
                        "conductConversation",
                        "deliverValueDiscussion",
                        "requestSme",
                        "deliverValueDiscussion");
        assertThat(shown(answers.get(2)))
                .containsExactly("Resultado (discussionOutcome): \"SME_NEEDED\" = Hace falta un SME");
        assertThat(shown(answers.get(4)))
                .containsExactly("Resultado (discussionOutcome): \"DELIVERED\" = Discusión realizada");
    }

    @Test
    void storesNoAnswersOfRejectedForms() {
        String id = started(Requests.valid());
        TaskForm form = TaskForm.of(this, id, "scheduleConversation");

        form.complete("manager", "{}").assertStatus(400);

        assertThat(answers(id)).isEmpty();
        assertThat(count("task_answer where engagement_id = cast(? as uuid)", id))
                .isZero();
    }

    @Test
    void listsTasksCompletedBeforeAnswersWereStored() {
        String id = started(Requests.valid());
        complete(id, "scheduleConversation", "manager", SCHEDULED);
        database.update("delete from task_answer where engagement_id = cast(? as uuid)", id);

        JsonNode answers = answers(id);

        assertThat(texts(answers, "activityId")).containsExactly("scheduleConversation");
        assertThat(texts(answers, "completedBy")).containsExactly("manager");
        assertThat(answers.get(0).path("answers")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conductConversation", "deliverValueDiscussion"})
    void formsShowEngagementAndPreviousAnswers(String activity) {
        ObjectNode request = Requests.valid();
        request.withObject("/customer").put("name", "<b>Contoso</b> [x](https://evil.example)");
        request.putArray("services").add("EDGE");
        String id = started(request);
        complete(id, "scheduleConversation", "partner", SCHEDULED);
        if (activity.equals("deliverValueDiscussion")) {
            complete(id, "conductConversation", "manager", CONDUCTED);
        }
        String task = awaitTask(id, activity).path("taskId").asText();

        JsonNode variables = manager()
                .get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                .assertStatus(200)
                .json();

        assertThat(variables.at("/engagement/type").asText()).isEqualTo("Json");
        ObjectNode engagement =
                Requests.object(variables.at("/engagement/value").asText());
        assertThat(engagement.path("customer").asText()).isEqualTo("<b>Contoso</b> [x](https://evil.example)");
        assertThat(engagement.path("externalId")).isEqualTo(request.path("externalId"));
        assertThat(engagement.path("licenses").asText()).isEqualTo("25.000");
        assertThat(engagement.path("segment").asText()).isEqualTo("Enterprise");
        assertThat(engagement.path("services").asText()).isEqualTo("Microsoft Edge");
        assertThat(Requests.object(variables.at("/lastAnswers/value").asText())
                        .path("conversationAt")
                        .asText())
                .startsWith("martes, 1 de diciembre de 2099, 10:00");
        assertThat(variables.at("/previousSteps/value").asText())
                .contains("Programar la conversación", "\"by\":\"partner\"", "Ana *Pérez*");
    }

    @Test
    void formsWriteNumbersAsInTheReadersRegion() {
        String id = started(Requests.valid());
        String task = awaitTask(id, "scheduleConversation").path("taskId").asText();

        assertThat(licensesInForm(task, "es-MX,es;q=0.9")).isEqualTo("25,000");
        assertThat(licensesInForm(task, "es-ES,es;q=0.9")).isEqualTo("25.000");
        assertThat(licensesInForm(task, "en")).isEqualTo("25,000");
    }

    private String licensesInForm(String task, String acceptLanguage) {
        JsonNode variables = manager()
                .get(
                        "/engine-rest/task/" + task + "/form-variables?deserializeValues=false",
                        "Accept-Language",
                        acceptLanguage)
                .assertStatus(200)
                .json();
        return Requests.object(variables.at("/engagement/value").asText())
                .path("licenses")
                .asText();
    }

    @Test
    void formsShowTimesInTheReadersTimeZone() {
        String id = started(Requests.valid());
        complete(id, "scheduleConversation", "partner", SCHEDULED);
        String task = awaitTask(id, "conductConversation").path("taskId").asText();
        byte[] preferences =
                "{\"language\": \"es\", \"timeZone\": \"America/Bogota\"}".getBytes(StandardCharsets.UTF_8);
        manager().send("PUT", "/api/me", ApiClient.JSON, preferences).assertStatus(200);

        JsonNode variables = manager()
                .get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                .assertStatus(200)
                .json();

        assertThat(variables.at("/previousSteps/value").asText()).contains(" (UTC-05:00)\"");
    }

    @Test
    void formsOfferContactableCustomerContacts() {
        String id = started(Requests.valid());
        for (String contact : List.of(
                "{\"name\": \"Ana López\", \"organization\": \"CUSTOMER\"}",
                "{\"name\": \"Eva\", \"organization\": \"CUSTOMER\", \"doNotContact\": true}",
                "{\"name\": \"Iván\", \"organization\": \"FASTTRACK\"}")) {
            manager().post(ENGAGEMENTS + "/" + id + "/contacts", contact).assertStatus(201);
        }
        String task = awaitTask(id, "scheduleConversation").path("taskId").asText();

        JsonNode variables = manager()
                .get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                .assertStatus(200)
                .json();

        assertThat(Requests.object(variables.at("/engagement/value").asText()).path("contacts"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("Ana López");
    }

    @AfterEach
    void deletePreferences() {
        database.update("delete from person");
    }

    @Test
    void sanitizesDisplayedNamesButStoresTheOriginal() {
        ObjectNode request = Requests.valid();
        String name = "Contoso\n\u202eOSOTNOC\u2066 \u05d0";
        request.withObject("/customer").put("name", name);
        String id = started(request);
        String task = awaitTask(id, "scheduleConversation").path("taskId").asText();

        JsonNode variables = manager()
                .get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false")
                .json();

        assertThat(read(id).at("/customer/name").asText()).isEqualTo(name);
        assertThat(variables.at("/customerName/value").asText()).isEqualTo("Contoso OSOTNOC \u05d0");
        assertThat(Requests.object(variables.at("/engagement/value").asText())
                        .path("customer")
                        .asText())
                .isEqualTo("Contoso OSOTNOC \u05d0");
    }

    @Test
    void rejectsDisplayOnlyDataAsAnswers() {
        String id = started(Requests.valid());
        TaskForm form = TaskForm.of(this, id, "scheduleConversation");

        Answer answer =
                refused(() -> form.complete("manager", SCHEDULED.replaceFirst("}$", ", \"engagement\": \"mine\"}")));

        answer.assertStatus(400);
        assertThat(answer.json().path("message").asText()).contains("engagement");
        assertThat(count("ACT_RU_VARIABLE where NAME_ in ('engagement', 'lastAnswers', 'previousSteps')"))
                .isZero();
    }

    @Test
    void searchesOwnCompletedTasks() {
        ObjectNode request = Requests.valid();
        request.withObject("/customer")
                .put("name", "Fábrica " + request.path("externalId").asText());
        String id = started(request);
        complete(id, "scheduleConversation", "partner", SCHEDULED);
        complete(id, "conductConversation", "manager", CONDUCTED);
        String query =
                "/api/me/completed?q=fabrica%20" + request.path("externalId").asText();

        JsonNode mine = anonymous().as("partner").get(query).assertStatus(200).json();

        assertThat(mine.path("totalItems").asInt()).isOne();
        JsonNode task = mine.at("/items/0");
        assertThat(task.path("activityId").asText()).isEqualTo("scheduleConversation");
        assertThat(task.path("engagementId").asText()).isEqualTo(id);
        assertThat(task.path("customer").asText()).startsWith("Fábrica");
        assertThat(shown(task)).anyMatch(answer -> answer.contains("Ana *Pérez*"));
        assertThat(anonymous().as("engineer").get(query).json().path("items")).isEmpty();
        String completedAt = task.path("completedAt").asText();
        assertThat(anonymous()
                        .as("partner")
                        .get(query + "&from=" + completedAt)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(anonymous()
                        .as("partner")
                        .get(query + "&to=" + completedAt)
                        .json()
                        .path("items"))
                .isEmpty();
        var session = new WebSession(port);
        session.logIn("partner");
        String page = "/me/completed?q=fabrica%20" + request.path("externalId").asText();
        assertThat(session.open(page).body()).contains("Una tarea", "Fábrica", "Ana *Pérez*");
        String day = completedAt.substring(0, 10);
        assertThat(session.open(page + "&from=" + day + "&to=" + day).body()).contains("Una tarea");
        assertThat(session.open(page + "&to=2020-01-01").body()).contains("Ninguna tarea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "size=0",
                "size=201",
                "from=yesterday",
                "to=2026-02-31T00:00:00Z",
                "from=%2B1000000000-12-31T00:00:00Z",
                "q=%00"
            })
    void namesInvalidParameters(String query) {
        refused(() -> manager().get("/api/me/completed?" + query))
                .assertInvalid(query.substring(0, query.indexOf('=')));
    }
}
