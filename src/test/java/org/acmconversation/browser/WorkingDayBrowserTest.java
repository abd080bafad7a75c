package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens between colleagues and from one task to the next in a day's work in Tasklist. */
@BrowserTest
class WorkingDayBrowserTest {

    private static final String MANAGER = "manager";
    private static final String PARTNER = "partner";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void aFormBeginsWithWhatColleaguesWrote() {
        UUID id = conversations().withDiscussions("Alpine Ski House");
        try (Browser browser = Browser.open()) {
            Page page = open(browser, MANAGER, conversations().taskOf(id, "deliverValueDiscussion"));
            Locator parts = page.locator(".fjs-form-field");
            assertThat(parts.nth(0).locator(".acm-context")).containsText("Ana Pérez");
            Locator steps = parts.nth(1).locator(".acm-steps");
            assertThat(steps.locator("summary")).containsText("lo último: Llevar a cabo la conversación (");
            assertThat(steps.locator("summary")).containsText(Pattern.compile("\\d+/\\d+/\\d{4}, \\d\\d:\\d\\d"));

            // Also before the task is claimed.
            steps.locator("summary").click();
            assertThat(steps.getByText("Primero Madrid.")).isVisible();
            Assertions.assertThat(steps.innerText()).contains("Primero Madrid.\nLuego Sevilla.");
        }
    }

    @Test
    void aColleaguesTaskIsTakenOverBeforeItIsCompleted() {
        UUID id = conversations().with("School of Fine Art");
        String task = conversations().taskOf(id);
        taskService.claim(task, PARTNER);
        try (Browser browser = Browser.open()) {
            var tasklist = new Tasklist(open(browser, MANAGER, task));
            Page page = tasklist.page();
            assertThat(tasklist.completeButton()).isDisabled();
            Object refusal = page.evaluate("""
                    async task => {
                      const token = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1];
                      const answer = await fetch(`/camunda/api/engine/engine/default/task/${task}/complete`, {
                        method: 'POST',
                        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
                        body: '{}'
                      });
                      return `${answer.status} ${(await answer.json()).message}`;
                    }
                    """, task);
            Assertions.assertThat(refusal.toString()).startsWith("409 La tarea «Programar la conversación» la tiene");

            giveTo(page, "manager local");
            assertThat(page.locator(".unclaim")).isVisible();
            tasklist.scheduleInAWeek();
            tasklist.completeButton().click();
            assertThat(tasklist.done()).containsText("Hecho");

            page.navigate(service() + "/engagements/" + id);
            assertThat(page.locator("main"))
                    .containsText("manager se hizo cargo de «Programar la conversación», que tenía partner.");
            assertThat(page.locator("main")).containsText("manager completó «Programar la conversación».");
        }
    }

    @Test
    void missingKeyInputsAreNamedAndTheTaskKeepsItsDate() {
        UUID id = conversations().incomplete("Coho Vineyard");
        Task before = task(id);
        try (Browser browser = Browser.open()) {
            var tasklist = new Tasklist(open(browser, MANAGER, before.getId()));
            Page page = tasklist.page();
            page.locator(".claim").click();
            assertThat(page.locator(".disabled-form")).hasCount(0);
            Locator missing = page.getByText("Falta por cumplir:");
            assertThat(missing).isVisible();
            assertThat(page.getByText("Todavía faltan entradas clave")).isVisible();
            page.getByLabel("La junta de inicio del cliente ha finalizado").check();
            // Nothing is missing, and no heading stands over nothing.
            assertThat(missing).hasCount(0);
            assertThat(page.getByText("Todavía faltan entradas clave")).hasCount(0);
            page.getByLabel("La junta de inicio del cliente ha finalizado").uncheck();

            tasklist.completeButton().click();
            assertThat(tasklist.done()).containsText("Sigue: Completar las entradas clave");
        }
        Assertions.assertThat(task(id).getId()).isNotEqualTo(before.getId());
        Assertions.assertThat(task(id).getDueDate()).isEqualTo(before.getDueDate());
    }

    @Test
    void aDiscussionReturnsToWhoeverAskedForAnSme() {
        UUID id = conversations().withDiscussions("Relecloud");
        String asked = conversations().taskOf(id, "deliverValueDiscussion");
        taskService.claim(asked, MANAGER);
        taskService.complete(asked, Map.of("discussionOutcome", "SME_NEEDED"));
        taskService.complete(
                conversations().taskOf(id, "requestSme"),
                Map.of("smeTopic", "Buzones", "smeName", "Marta \u202eSalas"));
        String returned = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .taskAssignee(MANAGER)
                .singleResult()
                .getId();
        try (Browser browser = Browser.open()) {
            Page page = open(browser, MANAGER, returned);
            assertThat(page.locator(".unclaim")).isVisible();
            assertThat(page.locator(".acm-context")).containsText("Marta Salas, para Buzones");
            // What the playbook names by its file is said to be no link.
            assertThat(page.locator(".fjs-form")).containsText("aquí no hay enlace");
        }
    }

    @Test
    void numbersHaveTheSeparatorsOfThePage() {
        conversations().with("Wingtip Toys");
        for (String[] page : new String[][] {{"es-ES", "25.000"}, {"es-MX", "25,000"}, {"en-US", "25,000"}}) {
            try (Browser browser = Browser.speaking(page[0])) {
                assertThat(Tasklist.of(browser, service(), MANAGER).card("Wingtip Toys"))
                        .containsText(page[1]);
            }
        }
    }

    @Test
    void nextStepsOfTwoCustomersOfOneNameHaveTheirNumbers() {
        for (int number = 0; number < 2; number++) {
            UUID id = conversations().with("Lucerne Publishing");
            String task = conversations().taskOf(id);
            taskService.claim(task, MANAGER);
        }
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), MANAGER);
            Page page = tasklist.page();
            for (int number = 0; number < 2; number++) {
                tasklist.queue("Mis tareas").open("Lucerne Publishing");
                tasklist.scheduleInAWeek();
                tasklist.completeButton().click();
                assertThat(tasklist.done()).containsText("Sigue");
            }
            Locator steps = page.locator(".acm-following li")
                    .filter(new Locator.FilterOptions().setHasText("Lucerne Publishing"));
            assertThat(steps).hasCount(2);
            assertThat(steps.nth(0)).containsText(Pattern.compile("CRM-\\d+"));
            Assertions.assertThat(steps.nth(0).innerText())
                    .isNotEqualTo(steps.nth(1).innerText());
        }
    }

    private Conversations conversations() {
        return new Conversations(engagements, taskService);
    }

    private Page open(Browser browser, String user, String task) {
        Page page = browser.loggedIn(service(), user, "/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(page.locator(".fjs-form")).isVisible();
        return page;
    }

    private static void giveTo(Page page, String colleague) {
        page.getByLabel("Dar la tarea a").selectOption(new SelectOption().setLabel(colleague));
    }

    private Task task(UUID engagement) {
        return taskService
                .createTaskQuery()
                .taskId(conversations().taskOf(engagement, "completeEntryCriteria"))
                .singleResult();
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
