package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portfolio page, for people who are responsible for many engagements. */
@BrowserTest
class PortfolioBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

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
                    .nth(1)
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

    @Test
    void aRoleHasItsStepsAndItsTasks() {
        UUID id = new Conversations(engagements, taskService).with("Proseware");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "lead", "/portfolio"), service());
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                pages.open("/portfolio");
                Assertions.assertThat(pages.section("Pasos").textContent()).contains("Programar la conversación");
            });
            assertThat(pages.section("Hasta dónde llegan"))
                    .containsText("Conversación programada · Administradores de FastTrack, Socios listos");

            show(pages, "Ingenieros de FastTrack");
            assertThat(pages.main()).containsText("Con una función se ven sus pasos");
            assertThat(pages.section("Hasta dónde llegan")).containsText("Discusión de valor realizada");
            assertThat(pages.section("Hasta dónde llegan")).not().containsText("Conversación programada");
            Assertions.assertThat(pages.flaws()).isEmpty();

            show(pages, "Administradores de FastTrack");
            pages.section("Plazos de las tareas abiertas")
                    .getByRole(AriaRole.LINK)
                    .last()
                    .click();
            assertThat(pages.main()).containsText("Con una tarea de Administradores de FastTrack");
            assertThat(pages.main()).containsText("Proseware");
            Assertions.assertThat(pages.page().url()).endsWith("/engagements?due=ON_TIME&role=fasttrack-manager");
        }
        // The other test counts its own.
        engagements.withdraw(id, "Not now");
    }

    @Test
    void aWeekLeadsToItsFunnel() {
        LocalDate monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        UUID id = new Conversations(engagements, taskService).with("Trey Research");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "operator", "/portfolio"), service());
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                pages.open("/portfolio?segment=ENTERPRISE");
                Assertions.assertThat(pages.section("Por semanas").textContent())
                        .doesNotContain("No hay nada que contar.");
            });
            pages.section("Por semanas")
                    .getByRole(AriaRole.ROW)
                    .last()
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();

            assertThat(pages.page().getByLabel("Desde")).hasValue(monday.toString());
            assertThat(pages.page().getByLabel("Hasta"))
                    .hasValue(monday.plusWeeks(1).toString());
            assertThat(pages.page().getByLabel("Segmento")).hasValue("ENTERPRISE");
            assertThat(pages.section("Hasta dónde llegan")).containsText("Conversación programada");
        }
        engagements.withdraw(id, "Not now");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"es-ES; 12.345", "en-GB; 12,345"})
    void numbersHaveTheSeparatorsOfTheLanguage(String language, String number) {
        jdbc.sql("""
                        insert into portfolio_open (service, initiative, segment, process_id, activity_id, roles, due_hour,
                            number)
                        values ('', '', 'NONPROFIT', 'acm-conversation', 'scheduleConversation', 'fasttrack-manager',
                            timestamp with time zone '9999-12-31 00:00:00+00', 12345)
                        """).update();
        try (Browser browser = Browser.speaking(language)) {
            OwnPages pages =
                    new OwnPages(browser.loggedIn(service(), "lead", "/portfolio?segment=NONPROFIT"), service());
            assertThat(pages.page().locator(".heat-label")).hasText(number);
            assertThat(pages.page().locator("td.number").first()).hasText(number);
        } finally {
            jdbc.sql("delete from portfolio_open where segment = 'NONPROFIT'").update();
        }
    }

    @Test
    void explainsAPeriodThatEndsBeforeItBegins() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "lead", "/portfolio"), service());
            pages.page().getByLabel("Desde").fill("2026-02-02");
            pages.page().getByLabel("Hasta").fill("2026-02-01");
            pages.button("Mostrar").click();

            pages.isRefused("«Desde» tiene que ser anterior a «Hasta»");
            assertThat(pages.page().getByLabel("Desde")).hasValue("2026-02-02");
            assertThat(pages.section("Pasos")).isVisible();
        }
    }

    @Test
    void hidesHeadingsOfEmptySections() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "lead", "/portfolio"), service());
            pages.open("/portfolio?segment=NONPROFIT&to=1990-01-01");
            for (String part : List.of("Pasos", "Tareas abiertas por función", "Por semanas")) {
                assertThat(pages.section(part)).containsText("No hay nada que contar.");
            }
        }
    }

    private static void show(OwnPages pages, String role) {
        pages.page().getByLabel("Función").selectOption(new SelectOption().setLabel(role));
        pages.button("Mostrar").click();
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
