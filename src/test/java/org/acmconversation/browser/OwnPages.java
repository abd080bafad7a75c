package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Actions of a person on the service's own pages. */
class OwnPages {

    private static final int MAX_TABS = 500;

    /** The tab key reaches one button of a radio group, and the arrow keys the others. */
    private static final String WATCH_FOCUS = """
            () => {
              document.activeElement.blur();
              const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
              window.unreached = new Set([...document.querySelectorAll(controls)]
                .filter(control => !control.disabled && control.checkVisibility({ visibilityProperty: true })));
              document.addEventListener('focusin', ({ target }) => {
                const looks = [getComputedStyle(target), getComputedStyle(target, '::file-selector-button')];
                if (looks.every(({ outlineStyle, boxShadow }) => outlineStyle === 'none' && boxShadow === 'none')) {
                  return;
                }
                for (const control of window.unreached) {
                  if (control === target || target.type === 'radio' && control.name === target.name) {
                    window.unreached.delete(control);
                  }
                }
              });
            }
            """;

    private static final String PARTS = """
            html => {
              const page = new DOMParser().parseFromString(html, 'text/html');
              page.querySelector('header [aria-current]')?.removeAttribute('aria-current');
              return [page.documentElement.lang, ...['header', 'main', 'footer'].map(part => page.querySelector(part)?.outerHTML ?? '')];
            }
            """;

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

    /** Returns the controls that the tab key does not reach, or that do not show that they have the focus. */
    List<String> beyondTheKeyboard() {
        page.evaluate(WATCH_FOCUS);
        for (int presses = 0; presses < MAX_TABS && controlsLeft() > 0; presses++) {
            page.keyboard().press("Tab");
        }
        return ((List<?>) page.evaluate("[...window.unreached].map(control => control.outerHTML)"))
                .stream().map(Object::toString).toList();
    }

    private int controlsLeft() {
        return (int) page.evaluate("window.unreached.size");
    }

    /** Presses the tab key until a control has the focus. */
    OwnPages tabTo(Locator control) {
        for (int presses = 0; presses < MAX_TABS; presses++) {
            if ((boolean) control.evaluate("control => control === document.activeElement")) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tab key does not reach " + control);
    }

    /**
     * A page as the server sends it.
     *
     * @param parts HTML of header, main part and footer, without ids, tokens, times and the mark of the current page
     */
    record Source(String language, List<String> parts) {}

    /** Gets a page without rendering it. */
    Source source(String path) {
        String html = page.request()
                .get(
                        service + path,
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setHeader(
                                        "Accept-Language",
                                        page.evaluate("navigator.language").toString()))
                .text();
        List<String> parts = ((List<?>) page.evaluate(PARTS, html))
                .stream()
                        .map(part -> part.toString().replaceAll("[0-9a-f-]{36}|value=\"[\\w-]{60,}\"|\\d+:\\d\\d", ""))
                        .toList();
        return new Source(parts.get(0), parts.subList(1, parts.size()));
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
