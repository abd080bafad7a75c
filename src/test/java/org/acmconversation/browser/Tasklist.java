package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Actions of a person in Tasklist. */
class Tasklist {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Page page;

    Tasklist(Page page) {
        this.page = page;
    }

    static Tasklist of(Browser browser, String service, String user) {
        return new Tasklist(browser.loggedIn(service, user));
    }

    /**
     * Loads Tasklist with a task. The page is left first: an address that differs in its fragment alone loads nothing,
     * and a Tasklist that is still starting replaces it by its own.
     */
    static void load(Page page, String service, String task) {
        page.navigate("about:blank");
        page.navigate(service + "/camunda/app/tasklist/default/#/?task=" + task);
    }

    Page page() {
        return page;
    }

    Locator cards(String text) {
        return page.locator("ol.tasks-list li.task").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator card(String customer) {
        return cards(customer).first();
    }

    /** Searches for a text, without other conditions. */
    void search(String text) {
        for (Locator earlier : page.locator(".remove-search").all()) {
            earlier.click();
        }
        Locator search = page.locator("input.main-field");
        search.fill(text);
        search.press("Enter");
    }

    Tasklist open(String customer) {
        card(customer).locator("h4 a").click();
        assertThat(page.locator(".fjs-form")).isVisible();
        return this;
    }

    Tasklist claim(String customer) {
        open(customer);
        page.locator(".claim").click();
        assertThat(page.locator(".unclaim")).isVisible();
        assertThat(page.locator(".disabled-form")).hasCount(0);
        return this;
    }

    Tasklist queue(String name) {
        page.getByText(name).first().click();
        return this;
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    /** Types a date like a person: replaces the value and moves to the next field. */
    void typeDate(String text) {
        Locator date = field("Fecha de la llamada");
        date.fill("");
        date.pressSequentially(text);
        date.press("Tab");
    }

    void typeTime(String text) {
        Locator time = field("Hora de la llamada");
        time.fill(text);
        time.press("Tab");
    }

    void scheduleInAWeek() {
        typeDate(LocalDate.now().plusDays(7).format(WRITTEN));
        typeTime("10:00");
        field("Profesional de TI").fill("Ana Pérez");
        field("Partes interesadas de la empresa").fill("Luis Gil (Finanzas)");
        field("Encargados de tomar decisiones").fill("Eva Ruiz (Dirección)");
    }

    Locator errors() {
        return page.locator(".fjs-form-field-error");
    }

    Locator completeButton() {
        return page.locator(".form-actions .btn-primary");
    }

    /** Returns the status of the draft. */
    Locator draft() {
        return page.locator(".acm-draft");
    }

    Locator done() {
        return page.locator(".acm-done");
    }
}
