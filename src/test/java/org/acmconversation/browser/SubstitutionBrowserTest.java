package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences, substitution and bulk assignment. */
@BrowserTest
class SubstitutionBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void deleteAbsences() {
        jdbc.sql("delete from absence").update();
    }

    private String service() {
        return "http://localhost:" + port;
    }

    private Task managersTask(String customer) {
        UUID id = new Conversations(engagements, taskService).with(customer);
        Task task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
        taskService.setAssignee(task.getId(), "manager");
        return task;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .first()
                .press("Enter");
    }

    @Test
    void substituteTakesOverATaskAndItsOwnerReclaimsIt() {
        Task task = managersTask("Lucerne Publishing");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));
        try (Browser desk = Browser.open();
                Browser colleague = Browser.open()) {
            OwnPages own = new OwnPages(desk.loggedIn(service(), "manager", "/me/absences"), service());
            Page page = own.page();
            press(page, "Guardar");
            assertThat(page.locator("#error-from")).hasText("Escriba el primer día.");
            page.locator("#from").fill(today.toString());
            page.locator("#until").fill(today.plusDays(3).toString());
            page.locator("#substitute").selectOption("partner");
            press(page, "Guardar");
            assertThat(page.locator(".notice.good")).hasText("La ausencia está guardada.");
            Assertions.assertThat(own.flaws()).isEmpty();
            page.getByText("Cambiar", new Page.GetByTextOptions().setExact(true))
                    .press("Enter");
            Assertions.assertThat(own.flaws()).isEmpty();
            Assertions.assertThat(own.overhang()).isZero();
            page.locator("#note").fill("Vacaciones");
            press(page, "Guardar");
            assertThat(page.locator(".typed")).hasText("Vacaciones");

            OwnPages substitute = new OwnPages(colleague.loggedIn(service(), "partner", "/me/absences"), service());
            assertThat(substitute.page().locator("h2").first()).hasText("De quien sustituyo");
            Assertions.assertThat(substitute.flaws()).isEmpty();
            press(substitute.page(), "Hacerme cargo de «%s» por manager local".formatted(task.getName()));
            assertThat(substitute.page().locator(".notice.good")).containsText("Usted se hace cargo");
            Assertions.assertThat(assigneeAndOwner(task)).isEqualTo("partner for manager");

            own.open("/me/absences");
            Assertions.assertThat(own.flaws()).isEmpty();
            press(page, "Recuperar «%s»".formatted(task.getName()));
            assertThat(page.locator(".notice.good")).hasText("La tarea vuelve a ser suya.");
            Assertions.assertThat(assigneeAndOwner(task)).isEqualTo("manager for null");
        }
    }

    private String assigneeAndOwner(Task task) {
        Task now = taskService.createTaskQuery().taskId(task.getId()).singleResult();
        return now.getAssignee() + " for " + now.getOwner();
    }

    @Test
    void leadReassignsTasksOfAPerson() {
        Task task = managersTask("Tailspin Toys");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "lead", "/assignments"), service());
            Page page = pages.page();
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("manager local"))
                    .click();
            Assertions.assertThat(pages.flaws()).isEmpty();
            page.locator("#to").selectOption("partner");
            press(page, "Asignar");

            assertThat(page.locator("main .notice")).containsText("Se asign");
            Assertions.assertThat(taskService
                            .createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo("partner");
        }
    }
}
