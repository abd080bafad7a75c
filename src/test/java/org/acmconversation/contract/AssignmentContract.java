package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.acmconversation.task.BulkAssignments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /api/tasks/assignments}: many tasks at once. */
abstract class AssignmentContract extends ContractTest {

    private static final String TASKS = "/engine-rest/task/";

    private static final String COMPLETION = """
            {"variables": {"kickoffHeld": {"value": true}, "benefitUnderstood": {"value": true},
              "resourcesClear": {"value": true}}}""";

    @AfterEach
    void deleteAbsences() {
        database.update("delete from absence");
    }

    private ApiClient lead() {
        return anonymous().as("lead");
    }

    private String managersTask() {
        return awaitTask(started(Requests.withoutKickoff()), "completeEntryCriteria")
                .path("taskId")
                .asText();
    }

    private Answer assign(List<String> tasks, String to) {
        return lead().post("/api/tasks/assignments", body(tasks, to));
    }

    private static ObjectNode body(List<String> tasks, String to) {
        ObjectNode body = Requests.object("{}").put("to", to);
        tasks.forEach(body.putArray("tasks")::add);
        return body;
    }

    private String assignee(String task) {
        return anonymous().as("admin").get(TASKS + task).json().path("assignee").asText(null);
    }

    private static List<String> statuses(Answer answer) {
        return Answer.texts(answer.assertStatus(200).json().path("results"), "status");
    }

    @Test
    void reportsAResultForEachTask() {
        String free = managersTask();
        String own = managersTask();
        manager().post(TASKS + own + "/claim", "{\"userId\": \"manager\"}").assertStatus(204);
        String engineers = "no-such-task";

        JsonNode results = assign(List.of(free, own, engineers), "manager")
                .assertStatus(200)
                .json();

        assertThat(Answer.texts(results.path("results"), "taskId")).containsExactly(free, own, engineers);
        assertThat(Answer.texts(results.path("results"), "status")).containsExactly("ASSIGNED", "UNCHANGED", "REFUSED");
        assertThat(results.at("/results/2/problem/type").asText()).isEqualTo("/problems/task-not-found");
        assertThat(results.at("/results/0/problem").isNull()).isTrue();
        assertThat(results.path("remaining").asInt()).isZero();
        assertThat(assignee(free)).isEqualTo("manager");
    }

    @Test
    void returnsATaskToItsQueueWithTheReasonAsComment() {
        String task = managersTask();
        assign(List.of(task), "manager").assertStatus(200);

        Answer returned =
                lead().post("/api/tasks/assignments", body(List.of(task), null).put("reason", "Cambia de equipo"));

        assertThat(statuses(returned)).containsExactly("ASSIGNED");
        assertThat(assignee(task)).isNull();
        JsonNode comments = manager().get(TASKS + task + "/comment").json();
        assertThat(Answer.texts(comments, "message")).containsExactly("Cambia de equipo");
        assertThat(Answer.texts(comments, "userId")).containsExactly("lead");
    }

    @Test
    void rejectsReceiversWithoutPermission() {
        String task = managersTask();

        for (String receiver : List.of("engineer", "analyst", "nobody")) {
            for (ApiClient caller : List.of(lead(), anonymous().as("admin"))) {
                JsonNode results = caller.post("/api/tasks/assignments", body(List.of(task), receiver))
                        .assertStatus(200)
                        .json();
                assertThat(results.at("/results/0/status").asText()).isEqualTo("REFUSED");
                assertThat(results.at("/results/0/problem/type").asText()).isEqualTo("/problems/unfit-receiver");
            }
        }
        assertThat(assignee(task)).isNull();
    }

    @Test
    void pageOffersOnlyPeopleWhoWorkOnTasks() {
        managersTask();
        var session = new WebSession(port);
        session.logIn("lead");

        assertThat(session.open("/assignments?unassigned=true").body())
                .contains("<option value=\"manager\"", "<option value=\"engineer\"", "/assignments?assignee=lead")
                .doesNotContain("<option value=\"lead\"", "<option value=\"admin\"");
    }

    @Test
    void pageSaysWhichTasksWereRefusedAndWhy() {
        String unfit = started(Requests.withoutKickoff());
        String ended = started(Requests.withoutKickoff());
        String unfitTask =
                awaitTask(unfit, "completeEntryCriteria").path("taskId").asText();
        String endedTask =
                awaitTask(ended, "completeEntryCriteria").path("taskId").asText();
        manager().withdraw(ended, "Fin").assertStatus(200);
        patiently().until(() -> count("ACT_RU_TASK where ID_ = ?", endedTask) == 0);
        var session = new WebSession(port);
        session.logIn("lead");

        String page = submit(
                session, Map.of("tasks", String.join(",", unfitTask, endedTask, "no-such-task"), "to", "engineer"));

        assertThat(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("No se asignó ninguna tarea; 3 no se pudieron: "
                        + refusal(unfit, "Esa persona no puede encargarse de ella.")
                        + refusal(ended, "Ya ha terminado, o no puede disponer de ella.")
                        + "no-such-task · Ya ha terminado, o no puede disponer de ella.");
        assertThat(session.open("/assignments").body()).doesNotContain("no-such-task");
    }

    /** Submits the form and returns the page that follows. */
    private static String submit(WebSession session, Map<String, String> fields) {
        return session.follow(session.submit("/assignments", fields)).body();
    }

    @Test
    void pageKeepsWhatWasSentUntilItIsCarriedOut() {
        String task = managersTask();
        String other = managersTask();
        List.of(task, other)
                .forEach(mine -> anonymous()
                        .as("admin")
                        .post(TASKS + mine + "/claim", "{\"userId\": \"admin\"}")
                        .assertStatus(204));
        var session = new WebSession(port);
        session.logIn("lead");
        Map<String, String> sent =
                new HashMap<>(Map.of("tasks", task, "assignee", "admin", "reason", "Reparto \"nuevo\""));
        List<String> pages = new ArrayList<>();
        pages.add(submit(session, sent));
        sent.putAll(Map.of("to", "manager", "_csrf", "of an earlier session"));
        pages.add(session.submit("/assignments", sent).body());

        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .contains("value=\"%s\" checked".formatted(task), "value=\"Reparto &quot;nuevo&quot;\"")
                        .doesNotContain("value=\"%s\" checked".formatted(other)));
        assertThat(pages.get(1)).contains("<option value=\"manager\" selected");
        assertThat(assignee(task)).isEqualTo("admin");
    }

    private String refusal(String engagement, String reason) {
        return "Completar las entradas clave · Contoso ( %s ) · %s "
                .formatted(read(engagement).path("externalId").asText(), reason);
    }

    @Test
    void pagesLeaveATaskToWhoeverHasClaimedItSince() {
        String id = started(Requests.withoutKickoff());
        String task = awaitTask(id, "completeEntryCriteria").path("taskId").asText();
        String page = "/engagements/" + id;
        var session = new WebSession(port);
        session.logIn("lead");
        anonymous()
                .as("admin")
                .post(TASKS + task + "/claim", "{\"userId\": \"admin\"}")
                .assertStatus(204);
        assertThat(session.open("/assignments?assignee=admin").body()).contains("name=\"assignee\" value=\"admin\"");

        assertThat(submit(session, Map.of("tasks", task, "assignee", "", "to", "manager")))
                .contains("Otra persona la tomó mientras tanto.");
        session.submit(page + "/tasks/" + task + "/assignee", Map.of("assignee", "", "receiver", "manager"));
        assertThat(session.open(page).body())
                .contains("Otra persona tiene la tarea.", "name=\"assignee\" value=\"admin\"");
        assertThat(assignee(task)).isEqualTo("admin");

        session.submit(page + "/tasks/" + task + "/assignee", Map.of("assignee", "admin", "receiver", "manager"));
        assertThat(assignee(task)).isEqualTo("manager");
    }

    @Test
    void requiresConfirmationForAbsentReceivers() {
        String task = managersTask();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));
        lead().post(
                        "/api/absences",
                        Requests.object("{\"person\": \"manager\", \"from\": \"%s\", \"until\": \"%s\"}"
                                .formatted(today, today.plusDays(2))))
                .assertStatus(201);

        Answer refused = assign(List.of(task), "manager").assertProblem(409, "receiver-absent");

        assertThat(refused.json().path("until").asText())
                .isEqualTo(today.plusDays(2).toString());
        JsonNode receivers = lead().get("/api/tasks/" + task + "/receivers")
                .assertStatus(200)
                .json();
        receivers.forEach(receiver -> assertThat(receiver.path("absentUntil").asText(null))
                .isEqualTo(
                        receiver.path("id").asText().equals("manager")
                                ? today.plusDays(2).toString()
                                : null));
        assertThat(receivers).isNotEmpty();
        assertThat(statuses(lead().post(
                                "/api/tasks/assignments",
                                body(List.of(task), "manager").put("despiteAbsence", true))))
                .containsExactly("ASSIGNED");
    }

    @Test
    void assignsTasksSelectedByAFilter() {
        String gone = "gone-" + UUID.randomUUID();
        List<String> tasks =
                IntStream.range(0, 3).mapToObj(number -> managersTask()).toList();
        tasks.forEach(task -> database.update("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?", gone, task));

        Answer assigned = lead().post(
                        "/api/tasks/assignments",
                        Requests.object("{\"filter\": {\"assignee\": \"%s\", \"ownerless\": true}, \"to\": \"manager\"}"
                                .formatted(gone)));

        assertThat(statuses(assigned)).containsExactly("ASSIGNED", "ASSIGNED", "ASSIGNED");
        assertThat(tasks).allSatisfy(task -> assertThat(assignee(task)).isEqualTo("manager"));
    }

    @Test
    void namesInvalidMembers() {
        String task = managersTask();
        List<String> many = IntStream.range(0, 201).mapToObj(String::valueOf).toList();

        assign(many, "manager").assertInvalid("tasks");
        assign(List.of(), "manager").assertInvalid("tasks");
        lead().post("/api/tasks/assignments", "{\"tasks\": [\"%s\"]}".formatted(task))
                .assertInvalid("to");
        lead().post("/api/tasks/assignments", "{\"to\": \"manager\"}").assertInvalid("tasks");
        lead().post("/api/tasks/assignments", "{\"to\": \"manager\", \"filter\": {}}")
                .assertInvalid("filter");
        lead().post("/api/tasks/assignments", "{\"to\": \"manager\", \"filter\": {\"due\": \"NOW\"}}")
                .assertInvalid("filter.due");
        assertThat(assignee(task)).isNull();
    }

    @Test
    void skipsTasksClaimedDuringTheAssignment() {
        List<String> tasks = importedTasks(BulkAssignments.MAX_TASKS);
        Set<String> completed = new HashSet<>();

        List<Answer> answers =
                atOnce(2, number -> number == 0 ? assign(tasks, "manager") : claimAndComplete(tasks, completed));

        JsonNode results = answers.get(0).assertStatus(200).json().path("results");
        assertThat(Answer.texts(results, "taskId"))
                .hasSize(BulkAssignments.MAX_TASKS)
                .containsExactlyElementsOf(tasks);
        results.forEach(result -> {
            String task = result.path("taskId").asText();
            boolean isAssigned = result.path("status").asText().equals("ASSIGNED");
            assertThat(isAssigned).as(task).isNotEqualTo(completed.contains(task));
            if (isAssigned) {
                assertThat(assignee(task)).isEqualTo("manager");
            }
        });
    }

    private List<String> importedTasks(int number) {
        var file = new ImportFile();
        IntStream.range(0, number).forEach(file::accepted);
        crm().importRows(file.bytes()).assertStatus(200);
        awaitIdle();
        return database.queryForList(
                "select task.ID_ from ACT_RU_TASK task"
                        + " join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_"
                        + " join engagement on cast(engagement.id as varchar) = instance.BUSINESS_KEY_"
                        + " where engagement.external_id like ?",
                String.class,
                file.mark() + "%");
    }

    /** Called as an administrator, so that the response names the assignee, who can complete the task. */
    private Answer claimAndComplete(List<String> tasks, Set<String> completed) {
        Answer last = null;
        for (int i = tasks.size() - 1; i >= 0; i--) {
            String task = tasks.get(i);
            last = anonymous().as("admin").post(TASKS + task + "/claim", "{\"userId\": \"admin\"}");
            if (last.status() == 204) {
                last = anonymous()
                        .as("admin")
                        .post(TASKS + task + "/complete", COMPLETION)
                        .assertStatus(204);
                completed.add(task);
            }
        }
        return last;
    }
}
