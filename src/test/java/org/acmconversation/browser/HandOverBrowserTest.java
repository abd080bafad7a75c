package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Function;
import org.acmconversation.engagement.Engagements;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Managers hand over and plan tasks in Tasklist. */
@BrowserTest
class HandOverBrowserTest {

    private static final String COLLEAGUE = "rosa";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    @Test
    void managersTakeTasksBackAndReleaseThoseOfColleagues() {
        User colleague = identityService.newUser(COLLEAGUE);
        colleague.setFirstName("Rosa");
        colleague.setLastName("Núñez");
        identityService.saveUser(colleague);
        identityService.createMembership(COLLEAGUE, "fasttrack-manager");
        UUID engagement = new Conversations(engagements, taskService).with("Wingtip Toys");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            tasklist.claim("Wingtip Toys");
            Locator assignee = tasklist.page().locator("li.assignee");

            give(tasklist.page(), "Rosa Núñez");
            assertThat(assignee).containsText("Rosa Núñez");
            assertThat(tasklist.completeButton()).isDisabled();

            give(tasklist.page(), "manager local");
            assertThat(tasklist.page().locator(".unclaim")).isVisible();
            assertThat(tasklist.completeButton()).isEnabled();

            give(tasklist.page(), "Rosa Núñez");
            assertThat(assignee).containsText("Rosa Núñez");
            tasklist.page().getByLabel("Quitar la tarea a quien la tiene").click();
            assertThat(tasklist.page().locator(".claim")).isVisible();
            assertThat(task(engagement).getAssignee()).isNull();
        } finally {
            identityService.deleteUser(COLLEAGUE);
        }
    }

    private static void give(Page page, String colleague) {
        page.getByLabel("Dar la tarea a").selectOption(new SelectOption().setLabel(colleague));
    }

    @ParameterizedTest
    @CsvSource({"manager, due", "manager, followup", "admin, due", "admin, followup"})
    void managersAndAdministratorsSetDates(String user, String date) {
        String customer = "Wide World Importers %s %s".formatted(user, date);
        UUID engagement = new Conversations(engagements, taskService).with(customer);
        Function<Task, @Nullable Date> saved = date.equals("due") ? Task::getDueDate : Task::getFollowUpDate;
        Date before = saved.apply(task(engagement));
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, user);
            tasklist.open(customer);
            Page page = tasklist.page();

            page.locator(".%s-date .view-value".formatted(date)).click();
            page.locator(".uib-daypicker th .uib-right, .uib-daypicker .uib-right")
                    .first()
                    .click();
            page.locator(".uib-daypicker td button")
                    .filter(new Locator.FilterOptions().setHasText("15"))
                    .first()
                    .click();
            page.locator(".btn-group .glyphicon-ok:visible").click();

            await().untilAsserted(() -> assertThat(saved.apply(task(engagement)))
                    .isNotEqualTo(before)
                    .isAfter(Instant.now()));
            assertThat(page.locator(".notifications .alert-danger")).hasCount(0);
        }
    }

    private Task task(UUID engagement) {
        String id = new Conversations(engagements, taskService).taskOf(engagement);
        return taskService.createTaskQuery().taskId(id).singleResult();
    }
}
