package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The layout of all of the service's own pages. Has a database of its own: axe takes time for each row of a list, and
 * other tests leave many.
 */
@BrowserTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:layout")
class LayoutBrowserTest {

    /** Parts of pages that have already been checked. */
    private static final Set<String> checked = new HashSet<>();

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    /** Pages have the browser's language again, whatever people chose in other tests. */
    @BeforeEach
    void forgetChosenLanguages() {
        jdbc.sql("delete from person").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "manager; Inicio,Casos,Cartera,Terminado,Ausencias,Tareas,API",
                "lead; Inicio,Casos,Cartera,Asignar,Ausencias,API",
                "engineer; Inicio,Casos,Terminado,Ausencias,Tareas,API",
                "partner; Inicio,Casos,Terminado,Ausencias,Tareas,API",
                "analyst; Inicio,Modelos,Cockpit,API",
                "operator; Inicio,Cartera,Modelos,Cockpit,API",
                "admin; Inicio,Casos,Cartera,Asignar,Modelos,Terminado,Ausencias,Tareas,Cockpit,Administración,API"
            })
    void showsWorkingLinksForEachRole(String user, String links) {
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(service(), user, "/");
            Locator bar = page.locator("header nav a");
            assertThat(bar).hasText(links.split(","));
            List<String> addresses =
                    bar.all().stream().map(link -> link.getAttribute("href")).toList();
            for (String address : addresses) {
                Assertions.assertThat(page.request().get(service() + address).status())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    /** Shared by all roles, so that pages differ only by permissions. */
    private UUID sharedEngagement() {
        String externalId = "CRM-layout";
        return engagements
                .findIdByExternalId(externalId)
                .orElseGet(() -> new Conversations(engagements, taskService)
                        .withWholeProfile(externalId, "Liberty's Delightful Bakery"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "lead", "engineer", "partner", "analyst", "operator", "admin"})
    void pagesAreAccessibleAndFitForEachRole(String user) {
        UUID id = sharedEngagement();
        try (Browser desk = Browser.open();
                Browser english = Browser.speaking("en-GB");
                Browser phone = Browser.phone()) {
            for (Browser browser : List.of(desk, english, phone)) {
                OwnPages pages = new OwnPages(browser.loggedIn(service(), user, "/"), service());
                for (String path : List.of(
                        "/",
                        "/settings",
                        "/portfolio",
                        "/me/absences",
                        "/me/calendar",
                        "/me/notifications",
                        "/me/completed",
                        "/assignments",
                        "/assignments?unassigned=true",
                        "/engagements",
                        "/engagements?status=RUNNING&segment=ENTERPRISE",
                        "/engagements?completed=scheduleConversation&role=fasttrack-manager&endedFrom=2026-01-01T00:00:00Z",
                        "/releases",
                        "/releases/1",
                        "/engagements/new",
                        "/engagements/import",
                        "/engagements/" + id,
                        "/engagements/" + id + "/comments",
                        "/engagements/" + id + "/follow-up",
                        "/engagements/" + id + "/contacts",
                        "/engagements/" + id + "/conversation",
                        "/engagements/" + id + "/profile",
                        "/engagements/" + id + "/withdrawal",
                        "/nothing")) {
                    OwnPages.Source source = pages.source(path);
                    Assertions.assertThat(source.language()).as(path).isEqualTo(browser == english ? "en" : "es");
                    // Roles share most parts of pages, and rendering and axe are slow.
                    List<String> parts = source.parts().stream()
                            .map(part -> (browser == phone) + part)
                            .toList();
                    if (!checked.containsAll(parts)) {
                        pages.open(path);
                        check(pages, path, browser == desk, browser == phone);
                        checked.addAll(parts);
                    }
                }
            }
        }
    }

    private static void check(OwnPages pages, String path, boolean isDesk, boolean isPhone) {
        Assertions.assertThat(pages.overhang()).as(path).isZero();
        if (!isPhone) {
            Assertions.assertThat(pages.overhangAtTwiceTheSize())
                    .as("%s at 200%%", path)
                    .isZero();
        }
        Assertions.assertThat(pages.flaws()).as(path).isEmpty();
        if (isDesk) {
            Assertions.assertThat(pages.beyondTheKeyboard()).as(path).isEmpty();
        }
    }

    @Test
    void loginIsAccessibleAndFits() {
        try (Browser desk = Browser.open();
                Browser english = Browser.speaking("en-GB");
                Browser phone = Browser.phone()) {
            for (Browser browser : List.of(desk, english, phone)) {
                OwnPages pages = new OwnPages(browser.page(), service());
                for (String path : List.of("/login", "/login?error", "/login?logout")) {
                    pages.open(path);
                    assertThat(pages.page().locator("html")).hasAttribute("lang", browser == english ? "en" : "es");
                    Assertions.assertThat(pages.overhang()).as(path).isZero();
                    Assertions.assertThat(pages.overhangAtTwiceTheSize())
                            .as("%s at 200%%", path)
                            .isZero();
                    Assertions.assertThat(pages.flaws()).as(path).isEmpty();
                    Assertions.assertThat(pages.beyondTheKeyboard()).as(path).isEmpty();
                }
            }
        }
    }

    @Test
    void hidesCustomersFromAnalysts() {
        UUID id = new Conversations(engagements, taskService).with("Lamna Healthcare");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "analyst", "/"), service());
            for (String path : List.of(
                    "/", "/engagements", "/engagements/new", "/engagements/" + id, "/engagements/" + id + "/profile")) {
                pages.open(path);
                Assertions.assertThat(pages.page().content()).as(path).doesNotContain("Lamna", "CRM-");
            }
            assertThat(pages.main()).containsText("Su rol no permite abrir esta página");
        }
    }

    @Test
    void pagesUseTheLanguageOfTheBrowser() {
        try (Browser browser = Browser.speaking("en-GB")) {
            Page page = browser.loggedIn(service(), "manager", "/");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("h1")).hasText("Hello, manager local");
            page.navigate(service() + "/engagements/" + UUID.randomUUID());
            assertThat(page.locator("h1")).hasText("Not found");
        }
        try (Browser browser = Browser.speaking("fr-FR")) {
            Page page = browser.loggedIn(service(), "manager", "/");
            assertThat(page.locator("html")).hasAttribute("lang", "es");
        }
    }

    @Test
    void peopleChooseTheirLanguageAndTimeZone() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "partner", "/settings"), service());
            pages.page().getByLabel("Idioma de las páginas").selectOption("en");
            pages.page().getByLabel("Zona horaria").selectOption("America/Bogota");
            pages.button("Guardar").click();
            pages.isDone("Your preferences have been saved.");
            pages.open("/");
            assertThat(pages.page().locator("html")).hasAttribute("lang", "en");
            assertThat(pages.page().locator("footer")).hasText("Times in America/Bogota");

            pages.open("/settings");
            pages.page().getByLabel("Language of the pages").selectOption("es");
            pages.page().getByLabel("Time zone").selectOption("Europe/Madrid");
            pages.button("Save").click();
            pages.isDone("Sus preferencias están guardadas.");
        }
    }

    @Test
    void pagesAreSmallAndTheirFilesAreCached() {
        UUID id = sharedEngagement();
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "manager", "/"), service());
            // With a route the browser caches nothing.
            pages.page().route("**/*", Route::resume);
            List<Response> loaded = new ArrayList<>();
            pages.page().onResponse(loaded::add);
            for (String path :
                    List.of("/", "/engagements", "/engagements/new", "/engagements/" + id, "/portfolio", "/login")) {
                loaded.clear();
                pages.open(path);
                pages.page().waitForLoadState(LoadState.NETWORKIDLE);
                Assertions.assertThat(loaded.stream()
                                .mapToLong(response -> response.request().sizes().responseBodySize)
                                .sum())
                        .as(path)
                        .isLessThan(100_000);
            }
            Assertions.assertThat(loaded)
                    .filteredOn(response -> response.url().contains("/assets/"))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> {
                        Assertions.assertThat(file.url()).matches(".*-[0-9a-f]{32}\\.(css|js)");
                        Assertions.assertThat(file.headers().get("cache-control"))
                                .contains("immutable");
                        Assertions.assertThat(file.headers()).containsKey("etag");
                    });
        }
    }

    @Test
    void printsPagesWithoutNavigation() {
        UUID id = new Conversations(engagements, taskService).with("City Power");
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(service(), "manager", "/engagements/" + id);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("h1")).isVisible();
            for (Locator gone : Stream.of("header nav", ".who", ".actions")
                    .map(page::locator)
                    .toList()) {
                assertThat(gone.first()).isHidden();
            }
        }
    }

    @Test
    void backButtonShowsNothingAfterLogout() {
        UUID id = new Conversations(engagements, taskService).with("Consolidated Messenger");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "manager", "/engagements/" + id), service());
            pages.button("Salir").click();
            assertThat(pages.page().locator("[role=status]")).hasText("Ha cerrado la sesión");
            pages.page().goBack();
            assertThat(pages.page().getByLabel("Contraseña")).isVisible();
        }
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
