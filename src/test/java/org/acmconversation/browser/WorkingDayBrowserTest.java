package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.acmconversation.engagement.Engagements;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens between colleagues and from one task to the next in a day's work in Tasklist. */
@BrowserTest
class WorkingDayBrowserTest {

    private static final String MANAGER = "manager";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void numbersHaveTheSeparatorsOfThePage() {
        conversations().with("Wingtip Toys");
        for (String[] page : new String[][] {{"es-ES", "25.000"}, {"es-MX", "25,000"}, {"en-US", "25,000"}}) {
            try (Browser browser = Browser.speaking(page[0])) {
                assertThat(Tasklist.of(browser, service(), MANAGER).card("Wingtip Toys"))
                        .containsText(page[1]);
            }
        }
    }

    private Conversations conversations() {
        return new Conversations(engagements, taskService);
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
