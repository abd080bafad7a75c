package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people read when they may not do something, or when it no longer exists. */
@BrowserTest
class RefusalsBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void claimingATaskThatIsGoneIsRefusedInASentence() {
        UUID id = new Conversations(engagements, taskService).with("Graphic Design Institute");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), "partner").open("Graphic Design Institute");
            engagements.withdraw(id, "Not now");

            tasklist.page().locator(".claim").click();
            assertIsSaid(tasklist, "La tarea ya no existe");
        }
    }

    @Test
    void claimingATaskOfAColleagueIsRefusedInASentence() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Adventure Works");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, service(), "partner").open("Adventure Works");
            taskService.claim(conversations.taskOf(id), "manager");

            tasklist.page().locator(".claim").click();
            assertIsSaid(tasklist, "Otra persona");
        }
    }

    private static void assertIsSaid(Tasklist tasklist, String sentence) {
        Locator alert =
                tasklist.page().locator("[notifications-panel] [role=alert]").first();
        assertThat(alert).containsText(sentence);
        assertThat(alert).not().containsText(Pattern.compile("[{<]|Exception|Cannot|[0-9a-f]{8}-"));
    }

    @ParameterizedTest
    @CsvSource({
        "engineer, /engagements/new, 403, Sin permiso",
        "engineer, /portfolio, 403, Sin permiso",
        "partner, /camunda/app/cockpit/default/, 403, Sin permiso",
        "analyst, /engagements, 403, Sin permiso",
        "analyst, /camunda/app/tasklist/default/, 403, Sin permiso",
        "manager, /no-such-page, 404, No existe",
        "manager, /camunda/app/no-such-page/, 404, No existe",
        "admin, /camunda/no-such-page, 404, No existe",
        "manager, /engagements/01a22217-de0c-7050-99a6-45bfdd971f69, 404, No existe",
        "manager, /engagements/1042, 400, Dirección no válida",
        "manager, /engagements?status=RUNNING&status=COMPLETED, 400, Dirección no válida"
    })
    void pagesThatAreRefusedLeadBack(String user, String path, int status, String title) {
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), user, "/"), service());
            Response answer = pages.page().navigate(service() + path);

            Assertions.assertThat(answer.status()).isEqualTo(status);
            assertThat(pages.heading()).hasText(title);
            assertThat(pages.page().locator("html")).hasAttribute("lang", "es");
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.link("Volver al inicio").click();
            assertThat(pages.heading()).hasText("Hola, %s local".formatted(user));
        }
    }

    /** What the tasks' pages offer is what the role may do. */
    @ParameterizedTest
    @CsvSource({"engineer", "partner", "lead"})
    void pagesOfferNoForbiddenActions(String user) {
        UUID id = new Conversations(engagements, taskService).with("Humongous Insurance");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), user, "/engagements/" + id), service());
            Page page = pages.page();
            for (String manages : List.of("Cambiar el perfil", "Retirar el caso")) {
                assertThat(pages.link(manages)).hasCount(0);
            }
            assertThat(pages.link("Nuevo caso")).hasCount(0);
            // The task is one of managers and partners.
            assertThat(pages.link("Comentar")).hasCount(user.equals("engineer") ? 0 : 1);
            for (String address : page.locator("main a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .filter(link -> link.startsWith("/"))
                    .distinct()
                    .toList()) {
                Assertions.assertThat(page.navigate(service() + address).status())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
