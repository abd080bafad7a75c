package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves the desk with Tasklist open. */
@BrowserTest
class IdleSessionBrowserTest {

    private static final int MINUTE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sessionExpiresInAnIdleTasklist() {
        new Conversations(engagements, taskService).with("Fourth Coffee");
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.clock().install();
            page.navigate(url());
            Browser.logIn(page, "manager");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.clock().runFor(2_000);
            assertThat(new Tasklist(page).card("Fourth Coffee")).isVisible();
            assertInBackground(poll(page));

            away(29, page);
            assertInBackground(poll(page));
            Assertions.assertThat(actions(page)).isZero();

            away(2, page);
            page.clock().runFor(2 * MINUTE);
            page.waitForURL(address -> address.contains("/login?ended"));
            assertThat(page.locator("[role=status]"))
                    .hasText("Su sesión ha terminado por inactividad. Entre de nuevo para seguir donde estaba.");
        }
    }

    @Test
    void useOfTasklistKeepsTheSession() {
        new Conversations(engagements, taskService).with("Wingtip Tea");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = Tasklist.of(browser, "http://localhost:" + port, "manager");
            assertThat(tasklist.card("Wingtip Tea")).isVisible();
            away(29, tasklist.page());

            tasklist.open("Wingtip Tea");
            await().until(() -> actions(tasklist.page()) == 1);
        }
    }

    /** Lets Tasklist ask for its list by itself. */
    private static Response poll(Page page) {
        return page.waitForResponse(
                response -> response.url().contains("/camunda/api/"),
                () -> page.clock().runFor(2 * MINUTE));
    }

    private static void assertInBackground(Response poll) {
        Assertions.assertThat(poll.status()).isEqualTo(200);
        Assertions.assertThat(poll.request().headers()).containsEntry("x-background", "true");
    }

    /** Moves the session's start into the past, with no action since. */
    private void away(int minutes, Page page) {
        jdbc.sql("""
                        delete from spring_session_attributes where attribute_name = 'acm.lastAction'
                          and session_primary_id in (select primary_id from spring_session where session_id = :session)
                        """).param("session", session(page)).update();
        int moved = jdbc.sql(
                        "update spring_session set creation_time = creation_time - :away where session_id = :session")
                .param("away", (long) minutes * MINUTE)
                .param("session", session(page))
                .update();
        Assertions.assertThat(moved).isOne();
    }

    private int actions(Page page) {
        return jdbc.sql("""
                        select count(*) from spring_session_attributes where attribute_name = 'acm.lastAction'
                          and session_primary_id in (select primary_id from spring_session where session_id = :session)
                        """)
                .param("session", session(page))
                .query(Integer.class)
                .single();
    }

    private static String session(Page page) {
        String cookie = page.context().cookies().stream()
                .filter(candidate -> candidate.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .value;
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
    }

    private String url() {
        return "http://localhost:" + port + "/camunda/app/tasklist/";
    }
}
