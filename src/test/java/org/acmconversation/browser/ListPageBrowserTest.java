package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of engagements: search, filters, sorting, saved views and exports. */
@BrowserTest
class ListPageBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsACustomerWithStepAndAssignee() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Ñandú Consulting");
        taskService.claim(conversations.taskOf(id), "partner");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements");
            pages.page()
                    .getByLabel("Buscar cliente, id. externo o referencia de FTOP")
                    .fill("nandu");
            pages.button("Buscar").click();

            assertThat(rows(pages)).hasCount(1);
            assertThat(rows(pages)).containsText("Programar la conversación");
            assertThat(rows(pages)).containsText("partner");
            pages.link("Ñandú Consulting").click();
            assertThat(pages.heading()).hasText("Ñandú Consulting");
        }
    }

    @Test
    void filtersAndSortsWithoutScriptsAndEscapesNames() {
        String name = "Zeta " + UUID.randomUUID();
        var conversations = new Conversations(engagements, taskService);
        conversations.with(name + " <script>b");
        conversations.with(name + " 'a\" \u202e");
        try (Browser browser = Browser.withoutScripts()) {
            OwnPages pages = open(browser, "/engagements");
            pages.page()
                    .getByLabel("Buscar cliente, id. externo o referencia de FTOP")
                    .fill(name);
            pages.button("Buscar").click();
            pages.link("Cliente").click();
            assertThat(rows(pages).first()).containsText("'a\"");
            assertThat(pages.page().locator("th[aria-sort=ascending]")).containsText("Cliente");
            pages.link("Cliente").click();
            assertThat(rows(pages).first()).containsText("<script>b");

            pages.page().locator("select[name=due]").selectOption("OVERDUE");
            pages.button("Buscar").click();
            assertThat(pages.main()).containsText("Ningún caso cumple el filtro.");
            assertThat(pages.page().locator("input[name=sort]")).hasValue("customerName,desc");
        }
    }

    @Test
    void boardHasAColumnForEachStepAndKeepsTheFilter() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Board & Sons");
        taskService.claim(conversations.taskOf(id), "partner");
        conversations.incomplete("Board & Daughters");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?q=board%20%26");
            pages.link("Tablero").click();

            Locator columns = pages.page().locator(".board > section");
            assertThat(column(columns, "Programar la conversación")).containsText("Board & Sons");
            assertThat(column(columns, "Programar la conversación")).containsText("partner");
            assertThat(column(columns, "Completar las entradas clave")).containsText("Board & Daughters");
            assertThat(pages.page().locator(".board li")).hasCount(2);
            Assertions.assertThat(pages.flaws()).isEmpty();
            Browser.screenshot(pages.page(), "board");

            pages.page().getByText("Más filtros").click();
            pages.page().locator("select[name=activity]").selectOption("scheduleConversation");
            pages.button("Buscar").click();
            assertThat(columns).hasCount(1);
            pages.link("Lista").click();
            assertThat(rows(pages)).hasCount(1);
        }
    }

    private static Locator column(Locator columns, String step) {
        return columns.filter(new Locator.FilterOptions().setHasText(step));
    }

    @Test
    void savesOpensAndDeletesADefaultView() {
        new Conversations(engagements, taskService).with("Vista Alegre");
        String name = "Educación & \"más\" " + UUID.randomUUID();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?status=RUNNING&q=Vista%20Alegre");
            pages.page().getByLabel("Nombre de la vista").fill(name);
            pages.page().getByLabel("Abrir la lista con ella").check();
            pages.button("Guardar esta vista").click();
            pages.isDone("La vista está guardada.");

            pages.open("/engagements");
            assertThat(pages.page().getByLabel("Buscar cliente, id. externo o referencia de FTOP"))
                    .hasValue("Vista Alegre");
            assertThat(rows(pages)).hasCount(1);
            Assertions.assertThat(pages.flaws()).isEmpty();
            pages.button("Borrar la vista «" + name + "»").click();
            pages.isDone("La vista está borrada.");
        }
    }

    @Test
    void savesBoards() {
        String name = "Tablero " + UUID.randomUUID();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?status=RUNNING&view=board");
            pages.page().getByLabel("Nombre de la vista").fill(name);
            pages.button("Guardar esta vista").click();
            pages.isDone("La vista está guardada.");
            assertThat(pages.page().locator(".board")).isVisible();

            pages.open("/engagements");
            pages.link(name).first().click();
            assertThat(pages.page().locator(".board")).isVisible();
            assertThat(pages.link(name).first()).hasAttribute("aria-current", "true");
            pages.button("Borrar la vista «" + name + "»").click();
        }
    }

    @Test
    void exportsTheFilteredList() throws IOException {
        String name = "Export " + UUID.randomUUID();
        new Conversations(engagements, taskService).with(name);
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?q=" + name.replace(" ", "%20"));
            for (String format : new String[] {"CSV", "Excel"}) {
                Download file =
                        pages.page().waitForDownload(() -> pages.link(format).click());
                Assertions.assertThat(Files.size(file.path())).isPositive();
                if (format.equals("CSV")) {
                    Assertions.assertThat(Files.readAllLines(file.path()))
                            .hasSize(2)
                            .element(1)
                            .asString()
                            .contains(name);
                }
            }
        }
    }

    @Test
    void countsLongListsUpToALimitAndPagesToTheEnd() {
        Map<String, Object> many = Map.of("many", "many of them");
        jdbc.sql("""
                        insert into engagement (id, external_id, customer_name, segment, licenses, services, initiatives,
                            kickoff_held, benefit_understood, resources_clear, in_enterprise_adoption_program, status,
                            outcome, started_at, ended_at, search_key)
                        select random_uuid(), 'MANY-' || x, :many, 'SMB', 1, array['TEAMS'], array['RFA'], true, true,
                            true, false, 'WITHDRAWN', 'WITHDRAWN', current_timestamp, current_timestamp, :many
                        from system_range(1, 10051)
                        """).params(many).update();
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?q=many%20of%20them&page=199");
            assertThat(pages.section("Más de diez mil casos")).containsText("Página 200 de más de 200");
            Assertions.assertThat(pages.flaws()).isEmpty();
            Assertions.assertThat(pages.overhang()).isZero();
            pages.link("Siguiente").click();
            pages.link("Siguiente").click();
            assertThat(rows(pages)).hasCount(1);
            assertThat(pages.link("Siguiente")).hasCount(0);
        } finally {
            jdbc.sql("delete from engagement where search_key = :many")
                    .params(many)
                    .update();
        }
    }

    @Test
    void rowsFitOnAPhone() {
        new Conversations(engagements, taskService).with("Narrow Street Books");
        try (Browser browser = Browser.phone()) {
            OwnPages pages = open(browser, "/engagements?q=narrow%20street");
            assertThat(rows(pages)).containsText("Programar la conversación");
            for (String part : new String[] {".scroll", ".filters >> nth=0"}) {
                Assertions.assertThat((int)
                                pages.page().locator(part).evaluate("part => part.scrollWidth - part.clientWidth"))
                        .as(part)
                        .isZero();
            }
            Assertions.assertThat(pages.flaws()).isEmpty();
            Browser.screenshot(pages.page(), "phone-list");
        }
    }

    @Test
    void showsAnErrorPageForInvalidParameters() {
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/");
            for (String path :
                    new String[] {"/engagements?page=-1", "/engagements?status=NONE", "/engagements?sort=x"}) {
                Assertions.assertThat(pages.page().navigate(service() + path).status())
                        .isEqualTo(400);
                assertThat(pages.heading()).hasText("Dirección no válida");
            }
        }
    }

    private static Locator rows(OwnPages pages) {
        return pages.page().locator("tbody tr");
    }

    private OwnPages open(Browser browser, String path) {
        return new OwnPages(browser.loggedIn(service(), "manager", path), service());
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
