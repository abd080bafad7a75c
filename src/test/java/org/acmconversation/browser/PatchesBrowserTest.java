package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist works, with one patch fewer, when any of its patches fails. */
@BrowserTest
class PatchesBrowserTest {

    private static final Path PATCHES = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/patches");

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    static List<String> patches() throws IOException {
        try (Stream<Path> files = Files.list(PATCHES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void aTaskIsClaimedWithoutAnyOne(String patch) {
        String customer = "Without " + patch;
        new Conversations(engagements, taskService).with(customer);
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.route("**/patches/" + patch + "*", Route::abort);
            claim(page, customer);
        }
    }

    @Test
    void aTaskIsClaimedWhenEachFailsAsItStarts() {
        new Conversations(engagements, taskService).with("Without any");
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.route("**/patches/*.js*", route -> {
                if (route.request().url().contains("/load.js")) {
                    route.resume();
                } else {
                    route.fulfill(new FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("export default () => { throw new Error('broken'); };"));
                }
            });
            claim(page, "Without any");
            Assertions.assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("is left out"));
        }
    }

    private void claim(Page page, String customer) {
        page.navigate("http://localhost:" + port + "/");
        page.locator("input[name=username]").fill("manager");
        page.locator("input[name=password]").fill("manager");
        page.locator("button[type=submit]").click();
        var tasklist = new Tasklist(page);
        tasklist.card(customer).locator("h4 a").click();
        page.locator(".claim").click();
        assertThat(page.locator(".unclaim")).isVisible();
        assertThat(page.getByLabel("Profesional de TI")).isVisible();
    }
}
