package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People find their tasks and their way in Tasklist. */
@BrowserTest
class QueueBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    private String url() {
        return "http://localhost:" + port;
    }

    @Test
    void aCardBeginsWithTheCustomerAndSaysWhatIsOverdue() {
        var conversations = new Conversations(engagements, taskService);
        UUID late = conversations.with("Relecloud");
        taskService.createTaskQuery().taskId(conversations.taskOf(late)).list().forEach(task -> {
            task.setDueDate(new Date(System.currentTimeMillis() - 2L * 24 * 3600 * 1000));
            taskService.saveTask(task);
        });
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            Locator card = tasklist.card("Relecloud");
            Assertions.assertThat(card.innerText().strip()).startsWith("Relecloud");
            assertThat(card.locator(".overdue")).hasText("Vencida hace 2 días");
            for (Locator filter : tasklist.page().locator(".task-filter").all()) {
                assertThat(filter.locator(".counter")).hasText(Pattern.compile("\\d+"));
            }
            assertThat(tasklist.page().locator(".task-filter")).hasCount(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "partner"})
    void whatARoleMayNotDoIsNotOffered(String user) {
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
            // Managers plan, partners see what is planned.
            boolean plans = user.equals("manager");
            assertThat(page.locator("[cam-widget-inline-field].due-date")).hasCount(plans ? 1 : 0);
            assertThat(page.locator("[cam-tasklist-task-meta]")).containsText("en 3 días");
        }
    }

    @Test
    void whoCompletesATaskHearsThatItIsDoneAndGoesOnWithTheNext() {
        new Conversations(engagements, taskService).with("Tailwind Traders");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, url(), "manager");
            tasklist.claim("Tailwind Traders").scheduleInAWeek();
            tasklist.completeButton().click();

            assertThat(tasklist.done()).containsText("Hecho: Programar la conversación (Tailwind Traders).");
            assertThat(tasklist.done()).containsText("Sigue: Llevar a cabo la conversación");
            assertThat(tasklist.done()).isFocused();
            tasklist.done().locator("a").first().click();
            assertThat(tasklist.page().locator("h2.task")).hasText("Llevar a cabo la conversación");
        }
    }

    @Test
    void theKeyboardGetsFromTheLoginToTheClaimInUnderTenStops() {
        new Conversations(engagements, taskService).with("VanArsdel");
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url() + "/");
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
    void onAPhoneTheListFoldsAwayWhenATaskIsOpen() {
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
