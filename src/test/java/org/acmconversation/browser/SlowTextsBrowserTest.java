package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist renders after its translations have loaded, however late that is. */
@BrowserTest
class SlowTextsBrowserTest {

    private static final String TEXTS = "**/locales/%s.json*";
    private static final String WHO_IS_LOGGED_IN = "**/auth/user/**";

    @LocalServerPort
    int port;

    private void openTasklist(Page page) {
        page.waitForResponse(WHO_IS_LOGGED_IN, () -> {
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/");
            page.locator("input[name=username]").fill("manager");
            page.locator("input[name=password]").fill("manager");
            page.locator("button[type=submit]").click();
        });
        // Two frames are enough for a browser to show whatever has been rendered.
        page.evaluate("() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
    }

    @ParameterizedTest
    @CsvSource({"es-ES, es, Filtrar tareas", "en-US, en, Filter tasks"})
    void waitsForTranslations(String locale, String language, String search) {
        try (Browser browser = Browser.speaking(locale)) {
            Page page = browser.page();
            List<Route> held = new ArrayList<>();
            page.route(TEXTS.formatted(language), held::add);

            openTasklist(page);
            assertThat(page.locator("[cam-tasks]")).hasCount(0);
            held.forEach(Route::resume);

            assertThat(page.getByPlaceholder(search)).isVisible();
        }
    }

    @Test
    void rendersWithoutUnavailableTranslations() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.route(TEXTS.formatted("es"), Route::abort);

            openTasklist(page);

            assertThat(page.getByPlaceholder("SEARCH_PLACEHOLDER")).isVisible();
        }
    }
}
