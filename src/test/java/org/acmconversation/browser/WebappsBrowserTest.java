package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at work in the web applications, in a real browser. */
@BrowserTest
class WebappsBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    RepositoryService repositoryService;

    @Test
    void managerClaimsAndCompletesATask() {
        Engagement engagement = engagements.start(new NewEngagement(
                "CRM-1042",
                new Customer("Contoso", null),
                Segment.ENTERPRISE,
                25_000,
                List.of("EXCHANGE", "ONEDRIVE_FOR_BUSINESS"),
                List.of(Initiative.RFA),
                new EntryCriteria(true, true, true, false)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> engagements.state(engagement.id()).currentActivities().stream()
                        .anyMatch(activity -> activity.taskId() != null));
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "manager");

            Locator tasks =
                    page.locator("ol.tasks-list li.task").filter(new Locator.FilterOptions().setHasText("Contoso"));
            assertThat(tasks).hasCount(1);
            assertThat(tasks.first()).containsText("Programar la conversación");
            assertThat(tasks.first()).containsText("Contoso");
            assertThat(tasks.first()).containsText("25.000");
            assertThat(tasks.first()).containsText("4047");
            Browser.screenshot(page, "tasklist-queue");

            tasks.first().locator("h4 a").click();
            page.locator(".claim").first().click();
            // Claiming moves the focus when it is done.
            assertThat(page.locator(".assignee").first()).containsText("manager");
            page.getByLabel("Profesional de TI").fill("Ana Pérez");
            page.getByLabel("Partes interesadas de la empresa").fill("Luis Gil (Finanzas)");
            page.getByLabel("Encargados de tomar decisiones").fill("Eva Ruiz (Dirección)");
            Locator date = page.getByLabel("Fecha de la llamada");
            date.fill(LocalDate.now().plusDays(7).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
            date.press("Enter");
            Locator complete = page.locator(".form-actions .btn-primary");
            // form-js loses a time that is typed while it is processing the date; a person would type it again.
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Locator time = page.getByLabel("Hora de la llamada");
                time.fill("10:00");
                time.press("Enter");
                assertThat(complete).isEnabled(new IsEnabledOptions().setTimeout(2_000));
            });
            Browser.screenshot(page, "tasklist-form");
            assertSeen(page.locator(".fjs-powered-by a"));
            complete.click();

            page.getByText("Cola de administradores de FastTrack").first().click();
            assertThat(tasks).hasCount(1);
            assertThat(tasks.first()).containsText("Llevar a cabo la conversación");
            // The browser logs the 404 for a form without a draft.
            Assertions.assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("/draft"));
        }
    }

    @Test
    void anOperatorSeesTheModelsInCockpit() {
        try (Browser browser = Browser.open()) {
            browser.loggedIn(url(""), "operator");
            for (String process : List.of("acm-conversation", "acm-partner-request", "value-discussion")) {
                Page page = browser.page();
                page.setViewportSize(2800, 1500);
                page.navigate(url("/camunda/app/cockpit/default/#/process-definition/" + latest(process) + "/runtime"));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                Locator diagram = page.locator(".bjs-container").first();
                assertThat(diagram.locator(".djs-shape").first()).isVisible();
                assertSeen(diagram.locator("a.bjs-powered-by"));
                Browser.screenshot(diagram, process);
            }
        }
    }

    @Test
    void anOperatorSeesTheDecisionsInCockpit() {
        try (Browser browser = Browser.open()) {
            browser.loggedIn(url(""), "operator");
            for (DecisionDefinition decision : repositoryService
                    .createDecisionDefinitionQuery()
                    .latestVersion()
                    .list()) {
                Page page = browser.page();
                page.navigate(url("/camunda/app/cockpit/default/#/decision-definition/" + decision.getId()));
                assertThat(page.locator(".tjs-table").first()).isVisible();
                assertSeen(page.locator("a.bjs-powered-by"));
            }
        }
    }

    /** The license of bpmn.io requires its watermark to be visible and not covered. */
    private static void assertSeen(Locator watermark) {
        watermark.click(new Locator.ClickOptions().setTrial(true));
    }

    private String latest(String process) {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
