package org.acmconversation.task.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.acmconversation.security.Groups;
import org.acmconversation.task.NextTasks;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the tasks that follow completed ones. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class NextTasksController {

    private final NextTasks nextTasks;

    NextTasksController(NextTasks nextTasks) {
        this.nextTasks = nextTasks;
    }

    @GetMapping("/me/next")
    @Operation(
            summary = "Read what comes after the tasks that you completed within a day",
            description = "The next tasks that you may do, by engagement; the engagement that you worked on last comes"
                    + " first.")
    List<NextTasks.Next> ownNext(Authentication user) {
        return nextTasks.afterLatest(user.getName(), Groups.of(user));
    }

    @GetMapping("/tasks/{taskId}/next")
    @Operation(
            summary = "Read what comes after a task that was completed",
            description = "The engagement's next tasks that you may work on, your own first. While pending is true, the"
                    + " service is still processing and more tasks may follow shortly.")
    NextTasks.Next next(Authentication user, @PathVariable String taskId) {
        return nextTasks.after(taskId, user.getName(), Groups.of(user));
    }
}
