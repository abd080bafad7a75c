package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Typed text is never lost. */
@BrowserTest
class DraftsBrowserTest {

    private static final String DRAFTS = "**/api/tasks/*/draft";

    /** As forms show dates. */
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/yyyy");

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void restoresADraftAfterAReloadAndStoresNothingInTheBrowser() {
        new Conversations(engagements, taskService).with("Northwind");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            Page page = tasklist.page();
            tasklist.claim("Northwind");

            tasklist.field("Profesional de TI").fill("Ana Pérez");
            assertThat(tasklist.draft()).hasText("Borrador guardado");
            page.reload();

            assertThat(tasklist.field("Profesional de TI")).hasValue("Ana Pérez");
            page.locator(".nav-tabs").getByText("Historial").click();
            page.locator(".nav-tabs").getByText("Formulario").click();
            assertThat(tasklist.field("Profesional de TI")).hasValue("Ana Pérez");
            Assertions.assertThat((List<?>) page.evaluate("() => Object.keys(localStorage)"))
                    .noneMatch(key -> key.toString().startsWith("camunda-form:"));
        }
    }

    @Test
    void restoresARefusedDateAndItsTimeAsTheyWereTyped() {
        new Conversations(engagements, taskService).with("Wingtip Toys");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            tasklist.claim("Wingtip Toys");
            tasklist.typeDate("31/02/2026");
            tasklist.typeTime("10:00");

            changeTabs(tasklist.page());
            assertRefused(tasklist, "31/02/2026");
            tasklist.page().reload();
            assertRefused(tasklist, "31/02/2026");

            tasklist.typeDate(LocalDate.now().plusDays(7).format(WRITTEN));
            assertThat(tasklist.errors()).hasCount(0);
            assertThat(tasklist.field("Hora de la llamada")).hasValue("10:00");
            // The refused date that replaces it is restored, not the date before.
            assertThat(tasklist.draft()).hasText("Borrador guardado");
            tasklist.typeDate("15/01/2020");
            changeTabs(tasklist.page());
            assertRefused(tasklist, "15/01/2020");
        }
    }

    private static void changeTabs(Page page) {
        page.locator(".nav-tabs").getByText("Historial").click();
        assertThat(page.locator(".fjs-form")).hasCount(0);
        page.locator(".nav-tabs").getByText("Formulario").click();
    }

    private static void assertRefused(Tasklist tasklist, String date) {
        assertThat(tasklist.errors()).containsText("«%s»".formatted(date));
        assertThat(tasklist.field("Fecha de la llamada")).hasValue(date);
        assertThat(tasklist.field("Hora de la llamada")).hasValue("10:00");
    }

    @Test
    void restoresADateWithoutATime() {
        String date = LocalDate.now().plusDays(7).format(WRITTEN);
        new Conversations(engagements, taskService).with("Tailwind Traders");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            tasklist.claim("Tailwind Traders");
            tasklist.typeDate(date);

            changeTabs(tasklist.page());

            assertThat(tasklist.field("Fecha de la llamada")).hasValue(date);
            tasklist.typeTime("10:00");
            assertThat(tasklist.errors()).hasCount(0);
            assertThat(tasklist.field("Fecha de la llamada")).hasValue(date);
        }
    }

    @Test
    void mergesDraftsOfTwoWindowsAndWarns() {
        new Conversations(engagements, taskService).with("Adatum");
        try (Browser browser = Browser.open()) {
            Tasklist one = Tasklist.of(browser, "http://localhost:" + port, "manager");
            one.claim("Adatum").field("Profesional de TI").fill("Ana");
            assertThat(one.draft()).hasText("Borrador guardado");
            var other = new Tasklist(browser.page());
            other.page().navigate(one.page().url());
            assertThat(other.field("Profesional de TI")).hasValue("Ana");

            one.page()
                    .waitForResponse(
                            saved -> saved.request().method().equals("PUT")
                                    && saved.url().endsWith("/draft"),
                            () -> one.field("Profesional de TI").fill("Ana Pérez"));
            other.field("Partes interesadas de la empresa").fill("Luis Gil");

            assertThat(other.draft()).containsText("En otra ventana se ha escrito en este formulario");
            assertThat(other.field("Profesional de TI")).hasValue("Ana Pérez");
            assertThat(other.field("Partes interesadas de la empresa")).hasValue("Luis Gil");
        }
    }

    @Test
    void keepsInputWhenTheSessionEnds() {
        new Conversations(engagements, taskService).with("Munson's Pickles");
        try (Browser browser = Browser.open()) {
            String service = "http://localhost:" + port;
            Tasklist tasklist = Tasklist.of(browser, service, "manager");
            Page page = tasklist.page();
            tasklist.claim("Munson's Pickles");
            page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl(service)));

            tasklist.field("Profesional de TI").fill("Ana Pérez");

            assertThat(tasklist.draft()).containsText("Su sesión ha terminado");
            Browser.screenshot(page, "session-ended");
            Page login = page.waitForPopup(() -> tasklist.draft().locator("a").click());
            Browser.logIn(login, "manager");
            // The form comes back with the new session.
            assertThat(tasklist.draft()).hasText("");
            assertThat(tasklist.field("Profesional de TI")).hasValue("Ana Pérez");
        }
    }

    private static void refuseToSave(Page page) {
        page.route(DRAFTS, route -> {
            if (route.request().method().equals("PUT")) {
                route.abort();
            } else {
                route.resume();
            }
        });
    }

    @Test
    void showsUnsavedInputAgainWhenPeopleReturnToATask() {
        var conversations = new Conversations(engagements, taskService);
        conversations.with("Lucerne Publishing");
        conversations.with("Margie's Travel");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            tasklist.claim("Lucerne Publishing");
            refuseToSave(tasklist.page());
            tasklist.field("Profesional de TI").fill("Ana");
            assertThat(tasklist.draft()).containsText("no se ha podido guardar");

            tasklist.open("Margie's Travel");
            assertThat(tasklist.field("Profesional de TI")).hasValue("");
            tasklist.page().goBack();

            assertThat(tasklist.field("Profesional de TI")).hasValue("Ana");
        }
    }

    @Test
    void confirmsClosingAWindowWithAnUnsavedDraft() {
        new Conversations(engagements, taskService).with("Proseware");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            Page page = tasklist.page();
            refuseToSave(page);
            tasklist.claim("Proseware");
            tasklist.field("Profesional de TI").fill("Ana");
            assertThat(tasklist.draft()).containsText("no se ha podido guardar");

            var asked = new AtomicReference<String>();
            page.onDialog(dialog -> {
                asked.set(dialog.type());
                dialog.accept();
            });
            page.close(new Page.CloseOptions().setRunBeforeUnload(true));
            page.waitForClose(() -> {});
            Assertions.assertThat(asked.get()).isEqualTo("beforeunload");
        }
    }
}
