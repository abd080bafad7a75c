package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Actions of a person on the service's own pages. */
class OwnPages {

    private final Page page;
    private final String service;

    OwnPages(Page page, String service) {
        this.page = page;
        this.service = service;
    }

    Page page() {
        return page;
    }

    /** Whether this person may open the page. */
    boolean open(String path) {
        return page.navigate(service + path).ok();
    }

    Locator heading() {
        return page.locator("h1");
    }

    Locator main() {
        return page.locator("main");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator section(String title) {
        return page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    void isDone(String message) {
        assertThat(page.locator(".notice.good")).hasText(message);
    }

    void isRefused(String message) {
        assertThat(page.locator(".notice.bad")).containsText(message);
    }

    /** Goes back to the result of a form. It is not cached, so the browser asks and then resubmits the form. */
    void goBackAndResubmit() {
        Assertions.assertThatThrownBy(page::goBack).hasMessageContaining("ERR_CACHE_MISS");
        // The page that asks loads after the failure is known.
        page.waitForFunction("location.protocol === 'chrome-error:'");
        page.reload();
    }

    /** Returns axe's findings of any impact. */
    List<String> flaws() {
        return Axe.violationsWithoutFrames(page).stream().map(Axe::described).toList();
    }

    /** Returns the HTML of a part of the page without ids, tokens and times; empty if there is none. */
    String markup(String element) {
        return page.evaluate("element => document.querySelector(element)?.outerHTML ?? ''", element)
                .toString()
                .replaceAll("[0-9a-f-]{36}|value=\"[\\w-]{60,}\"|\\d+:\\d\\d", "");
    }

    /** Returns by how many pixels the page is wider than its window. */
    int overhang() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Returns the same at a zoom of 200%, which halves the window's size in CSS pixels. */
    int overhangAtTwiceTheSize() {
        ViewportSize window = page.viewportSize();
        page.setViewportSize(window.width / 2, window.height / 2);
        int overhang = overhang();
        page.setViewportSize(window.width, window.height);
        return overhang;
    }
}
