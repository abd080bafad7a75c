package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.acmconversation.comment.Comments;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Profile;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people wrote, names, numbers and links are legible, also in a narrow window. */
@BrowserTest
class ReadabilityBrowserTest {

    private static final String MANAGER = "manager";

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Autowired
    Comments comments;

    @Test
    void commentsKeepTheirLines() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Lines & Columns");
        comments.add(conversations.taskOf(id), MANAGER, List.of("fasttrack-manager"), "Primero esto.\nLuego aquello.");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements/" + id);
            Assertions.assertThat(pages.section("Historia").innerText()).contains("Primero esto.\nLuego aquello.");

            Tasklist.load(pages.page(), "http://localhost:" + port, conversations.taskOf(id));
            pages.page()
                    .getByText("Caso", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(pages.page().locator(".acm-case")).containsText("Primero esto.");
            Assertions.assertThat(pages.page().locator(".acm-case").innerText())
                    .contains("Primero esto.\nLuego aquello.");
        }
    }

    @Test
    void aNarrowWindowKeepsLinksInRowsAndNamesOnOneLine() {
        new Conversations(engagements, taskService).with("Lakeshore Retailers");
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?q=lakeshore");
            pages.page().setViewportSize(720, 450);

            Assertions.assertThat(pages.page().locator("header nav").boundingBox().height)
                    .as("the links are in a row, not below each other")
                    .isLessThan(100);
            Assertions.assertThat(lines(pages.link("Lakeshore Retailers"))).isOne();
            Assertions.assertThat(pages.flaws()).isEmpty();
        }
    }

    @Test
    void numbersStayInOneLine() {
        UUID id = new Conversations(engagements, taskService).with("Numbers " + "unbroken".repeat(23));
        engagements.changeProfile(
                id, profile -> new Profile(profile.segment(), 10_000_000, profile.services(), profile.entryCriteria()));
        try (Browser browser = Browser.open()) {
            OwnPages pages = open(browser, "/engagements?q=numbers%20unbroken");
            Assertions.assertThat(lines(pages.page().locator("tbody td.number")))
                    .isOne();
        }
    }

    @Test
    void boardFitsOnAPhone() {
        new Conversations(engagements, taskService).with("Pocket " + "unbroken".repeat(23));
        try (Browser browser = Browser.phone()) {
            OwnPages pages = open(browser, "/engagements?view=board&q=pocket%20unbroken");
            Locator board = pages.page().locator(".board");
            assertThat(board).containsText("Pocket");
            Assertions.assertThat((int) board.evaluate("part => part.scrollWidth - part.clientWidth"))
                    .isZero();
        }
    }

    @Test
    void frontPageFitsOnAPhone() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Pocket Books");
        Task task =
                taskService.createTaskQuery().taskId(conversations.taskOf(id)).singleResult();
        task.setAssignee(MANAGER);
        task.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(2))));
        taskService.saveTask(task);
        try (Browser browser = Browser.phone()) {
            OwnPages pages = open(browser, "/");
            for (String part : new String[] {"Mis tareas", "Mis casos"}) {
                Locator table = pages.section(part).locator(".scroll");
                assertThat(table).containsText("Pocket Books");
                Assertions.assertThat((int) table.evaluate("part => part.scrollWidth - part.clientWidth"))
                        .as(part)
                        .isZero();
            }
            Assertions.assertThat(pages.flaws()).isEmpty();
        }
    }

    /** Returns the number of lines that a text takes. */
    private static int lines(Locator text) {
        return (int) text.evaluate("""
                element => {
                  const range = document.createRange();
                  range.selectNodeContents(element);
                  return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size;
                }
                """);
    }

    private OwnPages open(Browser browser, String path) {
        return new OwnPages(browser.loggedIn(service(), MANAGER, path), service());
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
