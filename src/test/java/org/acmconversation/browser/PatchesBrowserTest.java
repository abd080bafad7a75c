package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If one of Tasklist's patches fails, Tasklist and the other patches still work. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class PatchesBrowserTest {

    private static final Path PATCHES = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/patches");

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    private Browser browser;

    static List<String> patches() throws IOException {
        try (Stream<Path> files = Files.list(PATCHES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(patch -> !patch.equals("cockpit.js"))
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    void logIn() {
        browser = Browser.open();
        browser.loggedIn(service(), "manager").close();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @MethodSource("patches")
    void claimsATaskWithoutOnePatch(String patch) {
        browser.complaints().clear();
        try (Page page = browser.page()) {
            block(page, "*/patches/" + patch + "*");
            claim(page, "Without " + patch);
            Assertions.assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("/patches/"));
        }
    }

    @Test
    void completesATaskWhenAllPatchesFail() {
        try (Page page = browser.page()) {
            page.route("**/patches/*.js*", route -> {
                if (route.request().url().contains("/load.js")) {
                    route.resume();
                } else {
                    route.fulfill(new FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("export default () => { throw new Error('broken'); };"));
                }
            });
            String task = claim(page, "Without any");
            assertThat(page.locator(".disabled-form")).hasCount(0);
            var tasklist = new Tasklist(page);
            tasklist.scheduleInAWeek();
            tasklist.completeButton().click();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> taskService.createTaskQuery().taskId(task).count() == 0);
            Assertions.assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("is left out"));
        }
    }

    /** During a rolling update, the words may come from a node of the previous version. */
    @Test
    void startsWithWordsOfAnotherVersion() {
        try (Page page = browser.page()) {
            page.route(
                    "**/patches/words.js*",
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("export const words = {}; export const language = 'es';"
                                    + " export const amount = new Intl.NumberFormat();")));
            claim(page, "With other words");
        }
    }

    /** Unlike a route, this leaves the cache on. */
    private static void block(Page page, String url) {
        var urls = new JsonArray();
        urls.add(url);
        var blocked = new JsonObject();
        blocked.add("urls", urls);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.setBlockedURLs", blocked);
    }

    /** Returns the task's id. */
    private String claim(Page page, String customer) {
        var conversations = new Conversations(engagements, taskService);
        String task = conversations.taskOf(conversations.with(customer));
        page.navigate(service() + "/camunda/app/tasklist/");
        new Tasklist(page).card(customer).locator("h4 a").click();
        page.locator(".claim").click();
        assertThat(page.locator(".unclaim")).isVisible();
        assertThat(page.getByLabel("Profesional de TI")).isVisible();
        return task;
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
