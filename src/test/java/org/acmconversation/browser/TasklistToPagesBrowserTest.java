package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist links to the service's own pages and shows a task's engagement beside its form. */
@BrowserTest
class TasklistToPagesBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void linksToEngagements() {
        new Conversations(engagements, taskService).with("Best For You Organics");
        try (Browser browser = Browser.open()) {
            Page page = Tasklist.of(browser, service(), "manager").page();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Casos").setExact(true))
                    .click();
            assertThat(page.locator("h1")).hasText("Casos");
            assertThat(page.locator("tbody")).containsText("Best For You Organics");
        }
    }

    @Test
    void tabShowsTheHistoryAndLinksToTheEngagement() {
        String name = "<img src=x onerror=alert(1)> \u202eVan Arsdel {{1+1}}";
        UUID id = new Conversations(engagements, taskService).with(name);
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), "manager").claim("Van Arsdel");
            tab(tasklist.page()).click();

            Locator story = tasklist.page().locator(".acm-case");
            assertThat(story.locator("h3")).hasText(name);
            assertThat(story).containsText("manager local reclamó «Programar la conversación».");
            assertThat(story.locator("img")).hasCount(0);
            Browser.screenshot(tasklist.page(), "tasklist-engagement");
            story.locator("h3 a").click();
            assertThat(tasklist.page().locator("h1")).hasText(name);
            Assertions.assertThat(tasklist.page().url()).endsWith(id.toString());
            // A task that nobody has worked on has no draft.
            Assertions.assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("/draft"));
        }
    }

    @Test
    void formWorksIfTheHistoryCannotLoad() {
        new Conversations(engagements, taskService).with("Wide World");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), "manager");
            tasklist.page().route("**/tasks/*/engagement", Route::abort);
            tasklist.claim("Wide World");
            tab(tasklist.page()).click();
            assertThat(tasklist.page().getByText("La historia del caso no se puede mostrar ahora."))
                    .isVisible();
            tasklist.page()
                    .locator(".task-details .nav-tabs a, .tabs a, li a")
                    .filter(new Locator.FilterOptions().setHasText("Formulario"))
                    .first()
                    .click();
            assertThat(tasklist.field("Profesional de TI")).isVisible();
        }
    }

    private static Locator tab(Page page) {
        return page.getByText("Caso", new Page.GetByTextOptions().setExact(true))
                .first();
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
