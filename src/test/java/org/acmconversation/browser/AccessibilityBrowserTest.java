package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages are accessible: axe finds nothing critical or serious. */
@BrowserTest
class AccessibilityBrowserTest {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    RepositoryService repositoryService;

    @Test
    void loginQueueAndFormAreAccessible() {
        new Conversations(engagements, taskService).with("Woodgrove Bank");
        try (Browser browser = Browser.open()) {
            Page login = browser.page();
            login.navigate(url("/"));
            Assertions.assertThat(flaws(login)).isEmpty();

            Tasklist tasklist = Tasklist.of(browser, url(""), "manager");
            assertThat(tasklist.card("Woodgrove Bank")).isVisible();
            Assertions.assertThat(flaws(tasklist.page())).isEmpty();
            // The open search: first its options, then a criterion.
            Locator search = tasklist.page().locator("input.main-field");
            search.click();
            assertThat(tasklist.page()
                            .locator("[cam-widget-search] .dropdown-menu:visible li")
                            .first())
                    .hasText("Cliente, CRM, FTOP o tarea");
            Assertions.assertThat(flaws(tasklist.page())).isEmpty();
            tasklist.search("woodgrove");
            assertThat(tasklist.page().locator("[cam-widget-search]")).containsText("Cliente, CRM, FTOP o tarea");
            assertThat(tasklist.card("Woodgrove Bank")).isVisible();
            Assertions.assertThat(flaws(tasklist.page())).isEmpty();
            tasklist.open("Woodgrove Bank");
            Assertions.assertThat(flaws(tasklist.page())).isEmpty();
            tasklist.claim("Woodgrove Bank");
            tasklist.completeButton().click();
            assertThat(tasklist.errors().first()).isVisible();
            Assertions.assertThat(flaws(tasklist.page())).isEmpty();
        }
    }

    @Test
    void calendarAndDialogsOfATaskAreAccessible() {
        new Conversations(engagements, taskService).with("Lamna Healthcare");
        try (Browser browser = Browser.open()) {
            Page page = Tasklist.of(browser, url(""), "manager")
                    .open("Lamna Healthcare")
                    .page();
            page.locator(".due-date .view-value").click();
            assertThat(page.locator(".uib-daypicker .uib-left .sr-only")).hasText("Antes");
            Assertions.assertThat(flaws(page)).isEmpty();
            page.getByLabel("Cancelar").locator("visible=true").click();

            for (String opener : List.of("Agregar comentario", "Atajos de teclado")) {
                page.getByText(opener).first().click();
                Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(opener));
                assertThat(dialog).isVisible();
                // It fades in, illegible for a moment.
                assertThat(dialog).hasCSS("opacity", "1");
                Assertions.assertThat(flaws(page)).as(opener).isEmpty();
                dialog.getByText("Cerrar").click();
                assertThat(dialog).hasCount(0);
            }
        }
    }

    @Test
    void swaggerUiIsAccessible() {
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "manager");
            page.navigate(url("/swagger-ui.html"));
            assertThat(page.locator(".opblock").first()).isVisible();
            Assertions.assertThat(flaws(page)).isEmpty();
        }
    }

    @Test
    void cockpitIsAccessibleAndHidesForbiddenCounts() {
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "operator");
            page.navigate(url("/camunda/app/cockpit/default/#/dashboard"));
            assertThat(page.getByText("Running Process Instances").first()).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator(".section-toggle[aria-label]").first()).isVisible();
            assertThat(page.locator("a[href='#/tasks'], .stats-section.open-human-tasks, .stats-section.cases")
                            .filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
            // Sections are paler while they load.
            assertThat(page.locator("section.loading")).hasCount(0);
            Assertions.assertThat(flaws(page)).isEmpty();

            page.navigate(url("/camunda/app/cockpit/default/#/processes"));
            assertThat(page.locator(".process-definitions-list tbody tr").first())
                    .isVisible();
            assertThat(page.locator("input.main-field[aria-label]")).isVisible();
            Assertions.assertThat(flaws(page)).isEmpty();
        }
    }

    @Test
    void whatOperatorsOpenInCockpitIsAccessible() {
        UUID id = new Conversations(engagements, taskService).with("Tailspin Toys");
        ProcessInstance instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .rootProcessInstances()
                .singleResult();
        String decision = repositoryService
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .get(0)
                .getId();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("process-definition/%s/runtime".formatted(instance.getProcessDefinitionId()), "a[state-circle]");
        pages.put("process-instance/%s/runtime".formatted(instance.getId()), ".bjs-container .djs-shape");
        pages.put("decision-definition/" + decision, ".tjs-table-container[tabindex]");
        pages.put("repository", ".no-resource");
        pages.put("batch", ".loader-state.empty");
        try (Browser browser = Browser.open()) {
            Page page = browser.loggedIn(url(""), "operator");
            pages.forEach((path, shown) -> {
                page.navigate(url("/camunda/app/cockpit/default/#/" + path));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(page.locator(shown).first()).isVisible();
                assertThat(page.locator("section.loading, .loader-state.loading"))
                        .hasCount(0);
                for (String named : List.of(".overlay-link input", ".bjs-drilldown", "a[state-circle]")) {
                    assertThat(page.locator(named + ":not([aria-label])")).hasCount(0);
                }
                assertThat(page.locator("button[uib-tooltip]:not([aria-label])")
                                .filter(new Locator.FilterOptions().setHasNotText(Pattern.compile("\\S"))))
                        .hasCount(0);
                Assertions.assertThat(flaws(page)).as(path).isEmpty();
            });
        }
    }

    private static List<String> flaws(Page page) {
        return Axe.violations(page).stream()
                .filter(flaw -> SERIOUS.contains(flaw.getImpact()))
                .map(Axe::described)
                .toList();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
