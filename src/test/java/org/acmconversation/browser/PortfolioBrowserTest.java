package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The portfolio page, for people who are responsible for many engagements. */
@BrowserTest
class PortfolioBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void colorsStepsByTheChosenFigureAndLinksToEngagements() {
        UUID id = new Conversations(engagements, taskService).with("VanArsdel");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "manager", "/portfolio"), service());
            Locator step = pages.page().locator("[data-element-id=scheduleConversation].heat-4");
            // Figures follow events with a delay, including those of earlier tests.
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                pages.open("/portfolio");
                Assertions.assertThat(pages.section("Pasos").textContent())
                        .containsPattern("Programar la conversación\\s*1\\s");
            });

            assertThat(step).isVisible();
            assertThat(pages.page().locator(".heat-label").first()).hasText("1");
            Assertions.assertThat(pages.flaws()).isEmpty();
            assertThat(pages.section("Plazos de las tareas abiertas")).containsText("En plazo");
            Browser.screenshot(pages.page(), "portfolio");
            pages.page()
                    .getByLabel("Vencidas", new Page.GetByLabelOptions().setExact(true))
                    .check();
            assertThat(step).hasCount(0);
            assertThat(pages.page().locator(".heat-label")).hasCount(0);

            pages.section("Por semanas")
                    .getByRole(AriaRole.ROW)
                    .last()
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            assertThat(pages.main()).containsText("VanArsdel");
            assertThat(pages.main()).containsText("Iniciados desde el");

            pages.open("/portfolio");
            pages.section("Tareas abiertas por función")
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            assertThat(pages.main()).containsText("Con una tarea de Administradores de FastTrack");
            assertThat(pages.main()).containsText("VanArsdel");
        }
        Assertions.assertThat(engagements.get(id).isRunning()).isTrue();
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
