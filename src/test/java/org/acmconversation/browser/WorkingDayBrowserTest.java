package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.ftop.FtopTasks;
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

    @Autowired
    FtopTasks ftopTasks;

    @Test
    void returnsToThePageAfterLoggingOutAndInAgain() {
        try (Browser browser = Browser.open()) {
            Page page = Tasklist.of(browser, service(), MANAGER).page();
            page.locator(".account a").first().click();
            page.locator(".logout a").first().click();
            assertThat(page.locator("[role=status]")).hasText("Ha cerrado la sesión");

            Browser.logIn(page, MANAGER);
            assertThat(page.locator("h1")).hasText("Hola, manager local");
        }
    }

    @Test
    void anEndedSessionLeadsBackToTheOpenTask() {
        UUID id = conversations().with("Trey Research");
        try (Browser browser = Browser.open()) {
            Page page = Tasklist.of(browser, service(), MANAGER)
                    .open("Trey Research")
                    .page();
            String task = page.url();
            Assertions.assertThat(task).contains(conversations().taskOf(id));
            browser.endSession();
            page.reload();

            Browser.logIn(page, MANAGER);
            assertThat(page.locator("h2.task")).hasText("Programar la conversación");
            Assertions.assertThat(page.url()).contains(conversations().taskOf(id));
        }
    }

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
    void typedTextIsThereAfterAnotherTabAndAnotherTask() {
        conversations().with("Blue Yonder");
        conversations().with("Consolidated Messenger");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), MANAGER);
            Page page = tasklist.page();
            tasklist.claim("Blue Yonder").field("Profesional de TI").fill("Ana Pérez");
            page.locator(".nav-tabs").getByText("Historial").click();
            page.locator(".nav-tabs").getByText("Formulario").click();
            assertThat(tasklist.field("Profesional de TI")).hasValue("Ana Pérez");

            tasklist.field("Encargados de tomar decisiones").fill("Eva Ruiz");
            String task = page.url();
            tasklist.open("Consolidated Messenger");
            assertThat(page.locator(".acm-context")).containsText("Consolidated Messenger");
            page.navigate(task);
            assertThat(tasklist.field("Encargados de tomar decisiones")).hasValue("Eva Ruiz");
        }
    }

    @Test
    void aColleagueWhoTakesOverATaskContinuesItsDraft() {
        UUID id = conversations().with("Woodgrove Bank");
        try (Browser partners = Browser.open();
                Browser managers = Browser.open()) {
            Tasklist partner = Tasklist.of(partners, service(), PARTNER).claim("Woodgrove Bank");
            partner.field("Profesional de TI").fill("Ana Pérez");
            assertThat(partner.draft()).hasText("Borrador guardado");

            var manager = new Tasklist(open(managers, MANAGER, conversations().taskOf(id)));
            assertThat(manager.completeButton()).isDisabled();
            giveTo(manager.page(), "manager local");
            assertThat(manager.field("Profesional de TI")).hasValue("Ana Pérez");
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
                    .containsText(
                            "manager local se hizo cargo de «Programar la conversación», que tenía partner local.");
            assertThat(page.locator("main")).containsText("manager local completó «Programar la conversación».");
        }
    }

    @Test
    void namesMissingKeyInputsAndKeepsTheDate() {
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
    void aDeclinedDiscussionMayBecomeOneThatTookPlace() {
        UUID id = conversations().withDiscussions("Fincher Architects");
        String task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .taskCandidateGroup("fasttrack-engineer")
                .singleResult()
                .getId();
        try (Browser browser = Browser.open()) {
            var tasklist = new Tasklist(open(browser, "engineer", task));
            Page page = tasklist.page();
            assertThat(page.locator("h2.task")).hasText("Exchange Online: realizar la discusión de valor");
            page.locator(".claim").click();
            assertThat(page.locator(".disabled-form")).hasCount(0);
            page.getByLabel("declina").check();
            tasklist.completeButton().click();
            assertThat(tasklist.errors()).hasText("Rellene este campo.");

            page.getByLabel("Discusión realizada").check();
            assertThat(tasklist.errors()).hasCount(0);
            tasklist.completeButton().click();
            assertThat(tasklist.done()).containsText("Hecho: Exchange Online: realizar la discusión de valor");
            assertThat(tasklist.done()).containsText("Ahora no le toca ningún otro paso de este caso.");
        }
    }

    @Test
    void returnsDiscussionsToTheRequesterOfAnSme() {
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
    void findsCustomersByFtopReference() {
        UUID id = conversations().with("Bellows College");
        String reference = String.valueOf(ftopTasks.of(id).get(0).ftopReference());
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), MANAGER);
            tasklist.search(reference);
            assertThat(tasklist.cards("")).hasCount(1);
            assertThat(tasklist.cards("")).containsText("Bellows College");
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
    void nextStepsDistinguishCustomersWithTheSameName() {
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

    @Test
    void collapsesTheListAt200PercentZoomWhileATaskIsOpen() {
        conversations().with("Southridge Video");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), MANAGER);
            Page page = tasklist.page();
            page.setViewportSize(720, 450);
            tasklist.open("Southridge Video");
            assertThat(page.locator("ol.tasks-list")).isHidden();
            Assertions.assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(720);
            page.getByText("Volver a la lista").click();
            assertThat(tasklist.card("Southridge Video")).isVisible();
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
