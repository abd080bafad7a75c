package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One login gives access to everything that a role may open, and one logout ends it, in a real browser. */
@BrowserTest
class OneLoginBrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void oneLoginOpensEveryApplication() {
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "admin");
            page.navigate(url(TASKLIST));
            assertThat(page.getByText("Seleccione una tarea de la lista")).isVisible();
            // A process or a task that begins here would have no engagement.
            assertThat(page.getByText("Iniciar proceso")).hasCount(0);
            assertThat(page.getByText("Crear tarea")).hasCount(0);

            page.navigate(url("/camunda/app/cockpit/default/#/processes"));
            assertThat(page.getByText("Conversación de administración de cambio y adopción")
                            .first())
                    .isVisible();
            page.navigate(url("/camunda/app/admin/default/#/users"));
            assertThat(page.getByText("engineer").first()).isVisible();
            page.navigate(url("/camunda/app/welcome/default/"));
            assertThat(page.locator("a[href*=tasklist]").first()).isVisible();
            // The users page requests a password policy, and there is none.
            Assertions.assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("/password-policy"));
        }
    }

    @Test
    void aLinkToATaskSurvivesTheLoginAndAWrongPassword() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(url(TASKLIST + "#/?task=no-such-task"));
            for (String password : List.of("wrong", "manager")) {
                page.locator("input[name=username]").fill("manager");
                page.locator("input[name=password]").fill(password);
                page.locator("button[type=submit]").click();
            }

            assertThat(page.getByText("La tarea ya no existe")).isVisible();
            Assertions.assertThat(page.url()).contains("task=no-such-task");
        }
    }

    @Test
    void everyOpenApiPatternCompilesInTheBrowser() {
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "manager");
            Object blank = page.evaluate("""
                    async () => {
                      const description = await (await fetch('/v3/api-docs')).text();
                      const patterns = [];
                      JSON.parse(description, (key, value) => {
                        if (key === 'pattern') patterns.push(value);
                        return value;
                      });
                      return patterns.flatMap(pattern => [new RegExp(pattern), new RegExp(pattern, 'u')])
                        .map(pattern => pattern.test('x') && pattern.test('😀') && !pattern.test('\\u00a0 \\u200b'));
                    }
                    """);

            Assertions.assertThat((List<?>) blank).hasSize(86).allMatch(Boolean.TRUE::equals);
        }
    }

    @Test
    void swaggerUiUsesTheLoggedInSession() {
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "manager");
            page.navigate(url("/swagger-ui.html"));
            Locator catalog =
                    page.locator(".opblock").filter(new Locator.FilterOptions().setHasText("/api/ftop-catalog"));
            catalog.locator(".opblock-summary").first().click();
            catalog.locator(".try-out__btn").click();
            catalog.locator(".execute").click();

            Locator answer = catalog.locator(".live-responses-table .response").first();
            assertThat(answer.locator(".response-col_status")).containsText("200");
            assertThat(answer).containsText("4047");
            Browser.screenshot(page, "api-page");
        }
    }

    @Test
    void logoutFromTasklistAppliesEverywhere() {
        conversations().with("Fabrikam");
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "manager");
            assertThat(page.locator("ol.tasks-list")).containsText("Fabrikam");
            page.locator(".account a").first().click();
            page.locator(".logout a").first().click();
            assertThat(page.locator("[role=status]")).hasText("Ha cerrado la sesión");

            page.goBack();
            assertThat(page.locator("input[name=password]")).isVisible();
            Assertions.assertThat(page.content()).doesNotContain("Fabrikam");
            for (String closed : List.of(TASKLIST, "/camunda/app/cockpit/default/", "/swagger-ui.html")) {
                page.navigate(url(closed));
                assertThat(page.locator("input[name=password]")).isVisible();
            }
        }
    }

    @Test
    void anEngineerDoesNotSeeAManagersTasks() {
        conversations().with("Tailspin");
        try (Browser managers = Browser.open();
                Browser engineers = Browser.open()) {
            Page manager = managers.loggedIn(url(""), "manager");
            assertThat(manager.locator("ol.tasks-list")).containsText("Tailspin");
            manager.locator("ol.tasks-list li.task")
                    .filter(new Locator.FilterOptions().setHasText("Tailspin"))
                    .locator("h4 a")
                    .click();
            assertThat(manager.locator(".claim").first()).isVisible();
            String task = manager.url();
            Assertions.assertThat(task).contains("task=");

            Page engineer = engineers.loggedIn(url(""), "engineer");
            assertThat(engineer.locator(".task-filter .counter").first()).isVisible();
            assertThat(engineer.locator("ol.tasks-list").filter(new Locator.FilterOptions().setHasText("Tailspin")))
                    .hasCount(0);
            engineer.navigate(task);
            assertThat(engineer.getByText("La tarea ya no existe")).isVisible();
            Assertions.assertThat(engineer.content()).doesNotContain("Tailspin");
            Browser.screenshot(engineer, "not-an-engineers-task");
        }
    }

    @Test
    void formShowsItsEngagementAndEscapesNames() {
        String name = "**Northwind** <b>b</b> [x](https://evil.example) {{1 + 1}}";
        UUID id = conversations().with(name);
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "manager");
            page.locator("ol.tasks-list li.task")
                    .filter(new Locator.FilterOptions().setHasText("Northwind"))
                    .locator("h4 a")
                    .click();

            Locator context = page.locator(".acm-context");
            assertThat(context.locator("dd").first()).hasText(name);
            assertThat(context).containsText(engagements.get(id).externalId());
            assertThat(context).containsText("Exchange Online");
            assertThat(context.locator("a, b, strong")).hasCount(0);
            // Without any actions there is no heading either.
            assertThat(page.locator(".acm-steps")).hasCount(0);
            Browser.screenshot(page, "form-context");
        }
    }

    private Conversations conversations() {
        return new Conversations(engagements, taskService);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
