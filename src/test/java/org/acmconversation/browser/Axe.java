package org.acmconversation.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** Checks the accessibility of a page with axe. */
class Axe {

    private Axe() {}

    /** Returns the violations on a page and in its frames. */
    static List<Rule> violations(Page page) {
        return violations(new AxeBuilder(page));
    }

    /** Returns the violations on a page without frames; for frames axe would open another page each time. */
    static List<Rule> violationsWithoutFrames(Page page) {
        return violations(new AxeBuilder(page).setLegacyMode(true));
    }

    private static List<Rule> violations(AxeBuilder axe) {
        // Otherwise axe also describes each element that passes, which takes a third of its time on a long page.
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return axe.options(options).analyze().getViolations();
    }

    /** Names a violation and the first element that has it. */
    static String described(Rule violation) {
        return violation.getId() + ": " + violation.getNodes().get(0).getHtml();
    }
}
