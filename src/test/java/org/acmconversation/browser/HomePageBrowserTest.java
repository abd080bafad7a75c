package org.acmconversation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.acmconversation.engagement.Engagements;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The front page: a person's tasks and engagements. */
@BrowserTest
class HomePageBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Engagements engagements;

    @Autowired
    TaskService taskService;

    @Test
    void showsOwnEngagementsAndTheirRecentChanges() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Homestead Unlimited");
        taskService.setAssignee(conversations.taskOf(id), "engineer");
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "engineer", "/"), service());

            assertThat(pages.section("Mis casos")).containsText("Homestead Unlimited");
            assertThat(pages.section("Mis casos")).containsText("Programar la conversación");
            assertThat(pages.section("Desde ayer, en mis casos")).containsText("Homestead Unlimited");
            Assertions.assertThat(pages.flaws()).isEmpty();
            Browser.screenshot(pages.page(), "home");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "lead"})
    void showsWhatOneHasStartedWithoutATask(String user) {
        String customer = "Fourth Coffee of the " + user;
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), user, "/"), service());
            start(customer, user);
            start("Fifth Coffee of a system", "crm");

            pages.open("/");
            assertThat(pages.section("Mis casos")).containsText(customer);
            assertThat(pages.section("Mis casos")).not().containsText("Fifth Coffee");
            pages.link("Todos los que inicié").click();
            assertThat(pages.main()).containsText("Iniciados por " + user);
            assertThat(pages.link("Iniciados por mí")).hasAttribute("aria-current", "true");
            assertThat(pages.link(customer)).isVisible();
            assertThat(pages.link("Fifth Coffee of a system")).hasCount(0);
            Assertions.assertThat(pages.flaws()).isEmpty();
        }
    }

    @Test
    void saysThatThereAreMoreTasks() {
        List<Task> tasks = IntStream.range(0, 26)
                .mapToObj(number -> {
                    Task task = taskService.newTask();
                    task.setName("Task " + number);
                    task.setAssignee("partner");
                    taskService.saveTask(task);
                    return task;
                })
                .toList();
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "partner", "/"), service());
            assertThat(pages.section("Mis tareas").locator("tbody tr")).hasCount(25);
            assertThat(pages.link("Estas son las 25 que vencen antes; todas están en Tareas"))
                    .isVisible();
        } finally {
            tasks.forEach(task -> taskService.deleteTask(task.getId(), true));
        }
    }

    @Test
    void showsLeadsOverdueTasks() {
        var conversations = new Conversations(engagements, taskService);
        UUID id = conversations.with("Lakeshore Retail");
        taskService.createTaskQuery().taskId(conversations.taskOf(id)).list().forEach(task -> {
            task.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(2))));
            taskService.saveTask(task);
        });
        try (Browser browser = Browser.open()) {
            OwnPages pages = new OwnPages(browser.loggedIn(service(), "lead", "/"), service());
            pages.section("Por atender")
                    .getByText(Pattern.compile("tareas? vencidas"))
                    .click();
            assertThat(pages.main()).containsText("Lakeshore Retail");
            Assertions.assertThat(pages.page().url()).endsWith("/engagements?due=OVERDUE");
        }
    }

    private void start(String customer, String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        try {
            new Conversations(engagements, taskService).with(customer);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private String service() {
        return "http://localhost:" + port;
    }
}
