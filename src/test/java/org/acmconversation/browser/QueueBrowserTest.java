package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People find their tasks in Tasklist. */
@BrowserTest
class QueueBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    private String url() {
        return "http://localhost:" + port;
    }

    @Test
    void cardsStartWithTheCustomerAndShowOverdueDates() {
        var conversations = new Conversations(engagements, taskService);
        UUID late = conversations.with("Relecloud");
        taskService.setVariable(conversations.taskOf(late), "licenses", 7_300);
        taskService.createTaskQuery().taskId(conversations.taskOf(late)).list().forEach(task -> {
            task.setDueDate(new Date(System.currentTimeMillis() - 2L * 24 * 3600 * 1000));
            taskService.saveTask(task);
        });
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            Locator card = tasklist.card("Relecloud");
            Assertions.assertThat(card.innerText().strip()).startsWith("Relecloud");
            assertThat(card).containsText("7.300");
            assertThat(card.locator(".overdue")).hasText("Venció hace 2 días");
            for (Locator filter : tasklist.page().locator(".task-filter").all()) {
                assertThat(filter.locator(".counter")).hasText(Pattern.compile("\\d+"));
            }
            assertThat(tasklist.page().locator(".task-filter")).hasCount(3);
        }
    }

    @Test
    void cardsAndTasksShowWorkingDaysUntilDue() {
        var conversations = new Conversations(engagements, taskService);
        UUID started = conversations.with("Wide World Importers");
        taskService
                .createTaskQuery()
                .taskId(conversations.taskOf(started))
                .list()
                .forEach(task -> {
                    task.setDueDate(Date.from(Instant.now().plus(Duration.ofDays(14))));
                    taskService.saveTask(task);
                });
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            Pattern inWords = Pattern.compile("^\\s*Vence el .*\\d{4} \\(en \\d+ días laborables\\)\\s*$");
            assertThat(tasklist.card("Wide World Importers").locator(".due-date"))
                    .hasText(inWords);
            tasklist.card("Wide World Importers").click();
            assertThat(tasklist.page().locator("[cam-tasklist-task-meta] .due-date"))
                    .hasText(inWords);
        }
    }

    @Test
    void distinguishesCustomersWithTheSameNameByNumber() {
        var conversations = new Conversations(engagements, taskService);
        String first = conversations.numbered("Fincher Architects");
        String second = conversations.numbered("Fincher Architects");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            assertThat(tasklist.cards("Fincher Architects")).hasCount(2);
            assertThat(tasklist.cards("Fincher Architects").filter(with("CRM " + first)))
                    .hasCount(1);

            tasklist.search(second);

            assertThat(tasklist.cards("")).hasCount(1);
            assertThat(tasklist.cards("")).containsText(second);
            // Customers are found without regard to case and accents.
            tasklist.search("fíncher");
            assertThat(tasklist.cards("")).hasCount(2);
            assertThat(tasklist.cards("Fincher Architects")).hasCount(2);
            // Numbers are searched like any other text.
            tasklist.search("4047");
            assertThat(tasklist.cards("")).not().hasCount(1);
        }
    }

    @Test
    void sortsByTheDefaultAndTheChosenOrder() {
        var conversations = new Conversations(engagements, taskService);
        String urgent = conversations.taskOf(conversations.with("Lucerne Publishing"));
        conversations.with("Lucerne Publishing, later");
        taskService.setPriority(urgent, 1_000_000);
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            Locator first = tasklist.cards("Lucerne").first().locator(".customer");
            Locator order = tasklist.page().locator("[cam-sorting-choices]");
            assertThat(order).containsText("Prioridad");
            assertThat(order).containsText("Fecha límite");
            assertThat(first).hasText("Lucerne Publishing");

            order.locator("a.dropdown-toggle").first().click();
            order.locator("a:visible").filter(with("Fecha de creación")).click();

            assertThat(first).hasText("Lucerne Publishing, later");
        } finally {
            taskService.setPriority(urgent, 0);
        }
    }

    @Test
    void managersAssignTasksToColleagues() {
        User colleague = identityService.newUser("maria");
        colleague.setFirstName("María");
        colleague.setLastName("López");
        identityService.saveUser(colleague);
        identityService.createMembership("maria", "fasttrack-manager");
        new Conversations(engagements, taskService).with("Humongous Insurance");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            Locator mine = tasklist.page().locator(".task-filter").filter(with("Mis tareas"));
            assertThat(mine.locator(".counter")).hasText(Pattern.compile("\\d+"));
            String before = mine.locator(".counter").innerText();
            tasklist.claim("Humongous Insurance");
            assertThat(mine.locator(".counter")).not().hasText(before);

            tasklist.page().getByLabel("Dar la tarea a").selectOption(new SelectOption().setLabel("María López"));

            assertThat(tasklist.page().locator("li.assignee")).containsText("María López");
            assertThat(mine.locator(".counter")).hasText(before);
            // Planning is in Spanish, too.
            tasklist.page().locator(".due-date .view-value").click();
            assertThat(tasklist.page().locator(".uib-daypicker th small").nth(0))
                    .hasText("lun");
        } finally {
            identityService.deleteUser("maria");
        }
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "partner"})
    void hidesForbiddenActions(String user) {
        new Conversations(engagements, taskService).with("Southridge Video");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), user);
            Page page = tasklist.page();
            tasklist.open("Southridge Video");
            assertThat(page.getByText("Iniciar proceso")).hasCount(0);
            assertThat(page.getByText("Crear tarea")).hasCount(0);
            assertThat(page.locator(".instance-link")).hasCount(0);
            page.locator(".account a").first().click();
            assertThat(page.getByText("Cerrar sesión")).isVisible();
            assertThat(page.getByText("Mi perfil")).hasCount(0);
            assertThat(page.locator(".groups a")).hasCount(0);
            // Managers set dates; partners see them.
            boolean plans = user.equals("manager");
            assertThat(page.locator("[cam-widget-inline-field].due-date")).hasCount(plans ? 1 : 0);
            assertThat(page.locator("[cam-tasklist-task-meta]")).containsText(Pattern.compile("en \\d+ días"));
        }
    }

    @Test
    void confirmsCompletionAndOffersTheNextTask() {
        // A name with a bidirectional override.
        new Conversations(engagements, taskService).with("Tailwind Traders\u202E");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            tasklist.claim("Tailwind Traders").scheduleInAWeek();
            tasklist.completeButton().click();

            assertThat(tasklist.done()).containsText("Hecho: Programar la conversación (Tailwind Traders).");
            assertThat(tasklist.done()).containsText("Sigue: Llevar a cabo la conversación");
            assertThat(tasklist.done()).isFocused();
            Locator onTop = tasklist.page().locator(".acm-following li").first();
            assertThat(onTop).containsText("Tailwind Traders");
            assertThat(onTop).containsText("Llevar a cabo la conversación");
            tasklist.done().locator("a").first().click();
            assertThat(tasklist.page().locator("h2.task")).hasText("Llevar a cabo la conversación");
        }
    }

    @Test
    void namesTheCompletedTaskWhenAnotherOneIsOpen() {
        var conversations = new Conversations(engagements, taskService);
        conversations.with("Fabrikam Residences");
        conversations.with("Wide World Importers");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            tasklist.claim("Fabrikam Residences").scheduleInAWeek();
            var completion = new AtomicReference<Route>();
            tasklist.page().route("**/task/*/submit-form", completion::set);
            tasklist.completeButton().click();
            tasklist.open("Wide World Importers");

            completion.get().resume();

            assertThat(tasklist.done()).containsText("Hecho: Programar la conversación (Fabrikam Residences).");
        }
    }

    @Test
    void reachesClaimFromLoginInUnderTenTabStops() {
        new Conversations(engagements, taskService).with("VanArsdel");
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url() + "/camunda/app/tasklist/");
            page.keyboard().type("manager");
            page.keyboard().press("Tab");
            page.keyboard().type("manager");
            page.keyboard().press("Enter");
            assertThat(page.locator("ol.tasks-list li.task").first()).isVisible();
            int stops = 2;
            stops += tabTo(page, ".acm-skips a >> nth=0");
            page.keyboard().press("Enter");
            assertThat(page.locator("ol.tasks-list li.task a:focus")).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page.locator(".claim")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".unclaim")).isVisible();
            assertThat(page.locator(".fjs-form")).isFocused();
            assertThat(page.locator("h2.task")).isInViewport();
            Assertions.assertThat(stops).isLessThan(10);
        }
    }

    private static int tabTo(Page page, String link) {
        for (int stops = 1; stops < 10; stops++) {
            page.keyboard().press("Tab");
            if ((boolean) page.locator(link).evaluate("element => element === document.activeElement")) {
                return stops;
            }
        }
        throw new AssertionError("ten stops, and not there");
    }

    @Test
    void collapsesTheListOnAPhoneWhileATaskIsOpen() {
        new Conversations(engagements, taskService).with("Wingtip Toys");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            Page page = tasklist.page();
            page.setViewportSize(390, 844);
            assertThat(tasklist.card("Wingtip Toys")).isVisible();
            tasklist.open("Wingtip Toys");
            assertThat(page.locator("ol.tasks-list")).isHidden();
            assertThat(page.getByText("Reclamar")).isVisible();
            Assertions.assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Browser.screenshot(page, "phone-task");
            page.getByText("Volver a la lista").click();
            assertThat(tasklist.card("Wingtip Toys")).isVisible();
        }
    }
}
