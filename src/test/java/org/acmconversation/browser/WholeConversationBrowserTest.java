package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A manager and an engineer go through a whole conversation, form by form. {@code -Dacm.screenshots=docs/images}
 * updates the screenshots of docs/manual-es.md.
 */
@BrowserTest
class WholeConversationBrowserTest {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String CUSTOMER = "Adventure Works";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    RuntimeService runtimeService;

    /** Number of times that each form has been filled in. */
    private final Map<String, Integer> filledIn = new LinkedHashMap<>();

    @Test
    void completesEveryFormOfAConversation() {
        UUID engagement = new Conversations(engagements, taskService).incomplete(CUSTOMER);
        try (Browser managers = Browser.open();
                Browser engineers = Browser.open()) {
            Map<String, Page> people = Map.of(
                    "fasttrack-manager", managers.loggedIn(url(), "manager"),
                    "fasttrack-engineer", engineers.loggedIn(url(), "engineer"));
            while (engagements.state(engagement).engagement().status() == EngagementStatus.RUNNING) {
                waitingFor(engagement)
                        .ifPresent(task -> work(
                                people.get(
                                        task.candidateGroups().contains("fasttrack-manager")
                                                ? "fasttrack-manager"
                                                : "fasttrack-engineer"),
                                task,
                                engagement));
            }
            Page done = managers.page();
            done.navigate(url() + "/me/completed");
            Locator work = done.locator("details").filter(new Locator.FilterOptions().setHasText(CUSTOMER));
            assertThat(work.filter(new Locator.FilterOptions().setHasText("Programar la conversación")))
                    .containsText("Ana Pérez");
        }
        Assertions.assertThat(filledIn.keySet())
                .containsExactlyInAnyOrder(
                        "completeEntryCriteria",
                        "scheduleConversation",
                        "conductConversation",
                        "proposePartnerServices",
                        "confirmPartner",
                        "deliverValueDiscussion",
                        "requestSme",
                        "qualifyAdditionalServices",
                        "introduceAdoptionSme");
    }

    @Test
    void managerResolvesAnFtopRejection() {
        UUID engagement = new Conversations(engagements, taskService).with("City Power & Light");
        ProcessInstance refusal = runtimeService.startProcessInstanceByKey(
                "ftop-rejection",
                engagement.toString(),
                Map.of(
                        "catalogId", "4047",
                        "ftopRejection", "El inquilino de Contoso no existe en FTOP.",
                        "customerName", "City Power & Light",
                        "licenses", 25_000));
        String task = taskService
                .createTaskQuery()
                .processInstanceId(refusal.getId())
                .singleResult()
                .getId();
        try (Browser managers = Browser.open()) {
            Page page = managers.loggedIn(url(), "manager");
            Tasklist.load(page, url(), task);
            page.locator(".claim").click();
            assertThat(page.locator(".fjs-form")).isFocused();
            assertThat(page.locator(".acm-context")).containsText("no existe en FTOP");
            page.locator(".fjs-select-placeholder").click();
            page.locator(".fjs-dropdownlist-item")
                    .filter(new Locator.FilterOptions().setHasText("Descartar la tarea"))
                    .click();
            picture(page, "form-resolveFtopRejection");
            page.locator(".form-actions .btn-primary").click();
            assertThat(page.locator(".acm-done")).containsText("Hecho: Resolver el rechazo de FTOP");
        }
    }

    /** Returns the next user task after the service's own steps; empty if there is none left. */
    private Optional<CurrentActivity> waitingFor(UUID engagement) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engagements.state(engagement).engagement().status() != EngagementStatus.RUNNING
                        || tasks(engagement).stream().findAny().isPresent());
        return tasks(engagement).stream().findFirst();
    }

    private List<CurrentActivity> tasks(UUID engagement) {
        return engagements.state(engagement).currentActivities().stream()
                .filter(activity -> activity.taskId() != null)
                .toList();
    }

    private void work(Page page, CurrentActivity task, UUID engagement) {
        Tasklist.load(page, url(), task.taskId());
        if (task.assignee() == null) {
            page.locator(".claim").click();
            assertThat(page.locator(".fjs-form")).isFocused();
        }
        // A discussion returns to the person who requested an SME.
        assertThat(page.locator(".disabled-form")).hasCount(0);
        assertContextIsShown(page, task.activityId());
        int time = filledIn.merge(task.activityId(), 1, Integer::sum);
        fillIn(page, task.activityId(), time);
        if (time == 1) {
            picture(page, "form-" + task.activityId());
        }
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator(".acm-done")).containsText("Hecho");
        if (task.activityId().equals("scheduleConversation")) {
            assertThat(page.locator(".acm-done a")).hasText("Llevar a cabo la conversación");
            Browser.screenshot(page, "tasklist-done");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tasks(engagement).stream()
                        .noneMatch(open -> open.taskId().equals(task.taskId())));
    }

    private static void assertContextIsShown(Page page, String activity) {
        Locator form = page.locator(".fjs-form");
        assertThat(page.locator(".acm-context")).containsText(CUSTOMER);
        switch (activity) {
            case "completeEntryCriteria" -> assertThat(form).containsText("Todavía faltan entradas clave");
            case "conductConversation" -> {
                assertThat(page.locator(".acm-steps")).containsText("Programar la conversación");
                assertThat(page.locator(".acm-steps")).containsText(Pattern.compile("manager, \\d+/\\d+/\\d{4}"));
                assertThat(page.locator(".acm-steps")).containsText("Ana Pérez");
            }
            case "deliverValueDiscussion" ->
                assertThat(page.locator("h2.task")).containsText(": realizar la discusión de valor");
            case "confirmPartner" -> assertThat(form).containsText("Proponer servicios de un socio");
            default -> assertThat(form).isVisible();
        }
    }

    /** Scrolls back to the top of the form first. */
    private static void picture(Page page, String name) {
        page.locator(".acm-context").evaluate("context => context.scrollIntoView()");
        Browser.screenshot(page, name);
    }

    private static void fillIn(Page page, String activity, int time) {
        switch (activity) {
            case "completeEntryCriteria" -> field(page, "kickoffHeldField").check();
            case "scheduleConversation" -> new Tasklist(page).scheduleInAWeek();
            case "conductConversation" -> {
                field(page, "changeKnowledgeField-1").check();
                field(page, "changeInterestField-2").check();
                field(page, "partnerRequestedField").check();
                field(page, "notesField").fill("Quieren empezar con un grupo piloto de 200 personas en Madrid.");
            }
            case "proposePartnerServices" -> {
                field(page, "partnerStageField-0").check();
                field(page, "partnerServicesField-0").check();
            }
            case "confirmPartner" -> {
                field(page, "partnerOutcomeField-0").check();
                field(page, "partnerNameField").fill("Fabrikam Consulting");
            }
            case "deliverValueDiscussion" ->
                field(page, time == 1 ? "discussionOutcomeField-1" : "discussionOutcomeField-0")
                        .check();
            case "requestSme" -> {
                field(page, "smeTopicField").fill("Migración de buzones compartidos");
                field(page, "smeNameField").fill("Marta Salas");
            }
            case "qualifyAdditionalServices" -> {
                field(page, "qualifiedServicesField").fill("Servicios mejorados de adopción");
                field(page, "nextStepsField").fill("Sesión de inicio con el equipo de adopción en dos semanas");
            }
            case "introduceAdoptionSme" -> {
                field(page, "adoptionSmeNameField").fill("Marta Salas");
                Locator date = field(page, "introducedAtField-date");
                date.pressSequentially(LocalDate.now().format(WRITTEN));
                date.press("Tab");
            }
            default -> throw new AssertionError("There is a form that this test does not know: " + activity);
        }
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id$='-%s']".formatted(id));
    }

    private String url() {
        return "http://localhost:" + port;
    }
}
