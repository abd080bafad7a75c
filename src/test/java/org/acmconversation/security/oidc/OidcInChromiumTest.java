package org.acmconversation.security.oidc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.acmconversation.browser.Browser;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * In a real browser, one login at the provider gives access to everything that a person may see, and a logout ends it.
 */
@Tag("browser")
@OidcTest
class OidcInChromiumTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Test
    void aProviderLoginGrantsEveryApplicationAndTheApiPage() {
        try (Browser browser = Browser.open()) {
            Page page = loggedIn(browser, "eva.ruiz@contoso.com");
            assertThat(page.getByText("Seleccione una tarea de la lista")).isVisible();

            page.navigate(url("/camunda/app/cockpit/default/#/processes"));
            assertThat(page.getByText("Conversación de administración de cambio y adopción")
                            .first())
                    .isVisible();

            page.navigate(url("/swagger-ui.html"));
            Locator catalog =
                    page.locator(".opblock").filter(new Locator.FilterOptions().setHasText("/api/ftop-catalog"));
            catalog.locator(".opblock-summary").first().click();
            catalog.locator(".try-out__btn").click();
            catalog.locator(".execute").click();
            Locator answer = catalog.locator(".live-responses-table .response").first();
            assertThat(answer.locator(".response-col_status")).containsText("200");
            assertThat(answer).containsText("4047");
        }
    }

    @Test
    void aLinkToATaskSurvivesTheLoginAtTheProvider() {
        try (Browser browser = Browser.open()) {
            Page page = loggedIn(browser, "ana.perez@contoso.com", TASKLIST + "#/?task=no-such-task");

            assertThat(page.getByText("La tarea ya no existe")).isVisible();
            Assertions.assertThat(page.url()).contains("task=no-such-task");
        }
    }

    @Test
    void logoutAlsoEndsTheProvidersSession() {
        engagements.start(new NewEngagement(
                "CRM-OIDC-CHROMIUM",
                new Customer("Fabrikam", null),
                Segment.ENTERPRISE,
                25_000,
                List.of("EXCHANGE"),
                List.of(Initiative.RFA),
                new EntryCriteria(false, true, true, false)));
        try (Browser browser = Browser.open()) {
            Page page = loggedIn(browser, "ana.perez@contoso.com");
            assertThat(page.locator("ol.tasks-list")).containsText("Fabrikam");
            page.locator(".account a").first().click();
            page.locator(".logout a").first().click();
            assertThat(page.locator("[role=status]")).hasText("Ha cerrado la sesión");

            page.goBack();
            assertThat(page.locator("ol.tasks-list")).hasCount(0);
            Assertions.assertThat(page.content()).doesNotContain("Fabrikam");
            for (String closed : List.of(TASKLIST, "/camunda/app/cockpit/default/", "/swagger-ui.html")) {
                page.navigate(url(closed));
                assertPasswordPrompt(page);
            }
        }
    }

    @Test
    void keepsInputAcrossALoginInAnotherTab() {
        try (Browser browser = Browser.open()) {
            Page page = loggedIn(browser, "ana.perez@contoso.com", "/engagements/new");
            Locator customer = page.getByLabel("Cliente", new Page.GetByLabelOptions().setExact(true));
            customer.fill("Café «Ñandú»");
            page.context().clearCookies();
            page.getByText("Revisar", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.locator("[role=status]")).containsText("Lo que escribió no se ha perdido");
            Page other = page.waitForPopup(
                    () -> page.getByText("Entre en otra pestaña").click());
            logIn(other, "ana.perez@contoso.com");
            assertThat(other.locator("h1")).containsText("Hola");
            page.locator("button[type=submit]").click();

            assertThat(page.getByText("Su sesión había terminado")).isVisible();
            assertThat(customer).hasValue("Café «Ñandú»");
        }
    }

    private Page loggedIn(Browser browser, String person) {
        return loggedIn(browser, person, TASKLIST);
    }

    private Page loggedIn(Browser browser, String person, String wanted) {
        Page page = browser.page();
        page.navigate(url(wanted));
        logIn(page, person);
        return page;
    }

    private static void logIn(Page page, String person) {
        assertPasswordPrompt(page);
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Provider.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    private static void assertPasswordPrompt(Page page) {
        page.waitForURL(address -> address.startsWith(Provider.instance().issuer() + "/login"));
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
