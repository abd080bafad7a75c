package org.acmconversation.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A person's browser with its own cookies and cache, in Spanish by default. All of them share one process of the
 * installed Chromium, which starts with the first browser and ends with the JVM.
 */
public class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Folder for screenshots; {@code -Dacm.screenshots=docs/images} updates those of the documentation. */
    private static final Path SCREENSHOTS = Path.of(System.getProperty("acm.screenshots", "target/screenshots"));

    /**
     * The first three load pages that nobody sees: the address bar's suggestions with each window, and a renderer
     * before it is needed. The others are Playwright's own list, which this one replaces.
     */
    private static final String DISABLED_FEATURES = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
            + "SpareRendererForSitePerProcess,AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,"
            + "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,"
            + "MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,Translate,"
            + "AutoDeElevate,OptimizationHints";

    /** Timeout in milliseconds. Loading Tasklist takes a second, or many on a busy machine. */
    private static final int TIMEOUT = 60_000;

    private static com.microsoft.playwright.Browser chromium;

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    private Browser(com.microsoft.playwright.Browser.NewContextOptions options) {
        // Pages of AngularJS are slow on a busy machine.
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
        context = chromium().newContext(options.setTimezoneId("Europe/Madrid"));
        context.setDefaultTimeout(TIMEOUT);
    }

    /** Skips the test where no browser is installed, unless continuous integration should have installed one. */
    public static Browser open() {
        return speaking("es-ES");
    }

    /** Opens a browser in another language. */
    static Browser speaking(String locale) {
        requireChromium();
        return new Browser(options().setLocale(locale));
    }

    /** Opens a phone's browser in dark mode. */
    static Browser phone() {
        requireChromium();
        return new Browser(options().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
    }

    /** Opens a browser without scripts. */
    static Browser withoutScripts() {
        requireChromium();
        return new Browser(options().setJavaScriptEnabled(false));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("es-ES")
                .setViewportSize(1440, 900);
    }

    private static void requireChromium() {
        if (!Files.isExecutable(CHROMIUM)) {
            String message = "No browser at %s: install Debian's package chromium to run this test".formatted(CHROMIUM);
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            Assumptions.abort(message);
        }
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            var playwright = Playwright.create();
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-features=" + DISABLED_FEATURES,
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    public Page page() {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("%s (%s)".formatted(message.text(), message.location()));
            }
        });
        return page;
    }

    /** Returns errors on the console, such as violations of the content security policy. */
    public List<String> complaints() {
        return complaints;
    }

    /**
     * Opens Tasklist and logs in with a password that equals the name. People without access to Tasklist get to the
     * front page.
     */
    public Page loggedIn(String service, String user) {
        return loggedIn(service, user, "/camunda/app/tasklist/");
    }

    /** Opens a page and logs in. */
    Page loggedIn(String service, String user, String path) {
        Page page = page();
        page.navigate(service + path);
        logIn(page, user);
        return page;
    }

    /** Logs in on a login page with a password that equals the name. */
    static void logIn(Page page, String user) {
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user);
        page.locator("button[type=submit]").click();
        page.waitForURL(address -> !address.contains("/login"));
    }

    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    public static void screenshot(Locator part, String name) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Deletes the session, like the server after a timeout. */
    void endSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    @Override
    public void close() {
        context.close();
    }
}
