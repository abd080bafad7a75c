package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bell, and people's notification settings. */
@BrowserTest
class NotificationsBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void deleteNotifications() {
        for (String table : new String[] {"notification", "notification_choice", "notification_quiet_hours"}) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    @Test
    void readsNotificationsAndChangesSettings() {
        UUID id = new Conversations(engagements, taskService).with("Munson's <b>Pickles</b>");
        String task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
        taskService.setAssignee(task, "manager");
        String service = "http://localhost:" + port;
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service, "manager", "/"), service);
            Page page = pages.page();
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Avisos: uno sin leer"))
                    .press("Enter");

            assertThat(pages.main()).containsText("Munson's <b>Pickles</b>");
            Assertions.assertThat(pages.flaws()).isEmpty();
            press(page, "Marcar todo como leído");
            assertThat(page.locator(".notice.good")).hasText("Los avisos están leídos.");
            assertThat(page.locator("header .who")).containsText("Avisos (0)");

            page.locator("input[name=MAIL][value=OVERDUE]").press("Space");
            page.locator("#quietFrom").fill("20:00");
            press(page, "Guardar");
            assertThat(page.locator("#error-quietUntil")).containsText("Escriba otra hora");
            Assertions.assertThat(pages.flaws()).isEmpty();
            page.locator("#quietUntil").fill("08:00");
            press(page, "Guardar");

            assertThat(page.locator(".notice.good")).hasText("Sus avisos están guardados.");
            assertThat(page.locator("input[name=MAIL][value=OVERDUE]")).not().isChecked();
            assertThat(page.locator("input[name=BELL][value=OVERDUE]")).isChecked();
            assertThat(page.locator("#quietUntil")).hasValue("08:00");
        }
    }
}
