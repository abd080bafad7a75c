package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist's network traffic. The figures in docs/performance.md come from this test's log. */
@BrowserTest
class LoadBrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(LoadBrowserTest.class);

    private static final int HOUR = 3_600_000;

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    /** Bytes and requests on the network. */
    private static class Wire {

        private final AtomicLong bytes = new AtomicLong();
        private final AtomicInteger requests = new AtomicInteger();

        Wire(Page page) {
            CDPSession devTools = page.context().newCDPSession(page);
            devTools.send("Network.enable");
            devTools.on("Network.loadingFinished", this::count);
        }

        private void count(JsonObject finished) {
            long received = finished.get("encodedDataLength").getAsLong();
            bytes.addAndGet(received);
            if (received > 0) {
                requests.incrementAndGet();
            }
        }

        long take(String what) {
            int asked = requests.getAndSet(0);
            long received = bytes.getAndSet(0);
            LOG.info("{}: {} requests, {} KB", what, asked, received / 1024);
            return received;
        }
    }

    @Test
    void limitsTrafficOfWarmLoadsAndIdleHours() {
        var conversations = new Conversations(engagements, taskService);
        for (int number = 0; number < 15; number++) {
            conversations.with("Idle %d".formatted(number));
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.clock().install();
            var wire = new Wire(page);
            page.navigate(url());
            page.locator("input[name=username]").fill("manager");
            page.locator("input[name=password]").fill("manager");
            wire.take("login page");
            page.locator("button[type=submit]").click();
            shown(page);
            Assertions.assertThat(wire.take("cold load")).isLessThan(1_800_000);

            page.navigate("about:blank");
            wire.take("leave");
            page.navigate(url());
            shown(page);
            Assertions.assertThat(wire.take("warm load")).isLessThan(100 * 1024);

            // An hour in steps, so that responses arrive before the next step.
            for (int minute = 0; minute < 60; minute++) {
                page.clock().runFor(HOUR / 60);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            Assertions.assertThat(wire.take("idle hour")).isLessThan(1024 * 1024);
        }
    }

    private static void shown(Page page) {
        page.waitForURL(address -> !address.contains("/login"));
        // Until the scripts have loaded, RequireJS could mistake the clock's two seconds for a timeout on a busy
        // machine.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.clock().runFor(2_000);
        assertThat(page.locator("ol.tasks-list li.task").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private String url() {
        return "http://localhost:" + port + "/camunda/app/tasklist/";
    }
}
