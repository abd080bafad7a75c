package org.acmconversation.task.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.acmconversation.security.Groups;
import org.acmconversation.task.Receiver;
import org.acmconversation.task.ReceiverList;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the people to whom a task can be assigned. */
@RestController
@RequestMapping(path = "/api/tasks/{taskId}/receivers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class ReceiverController {

    private final ReceiverList receivers;

    ReceiverController(ReceiverList receivers) {
        this.receivers = receivers;
    }

    @GetMapping
    @Operation(
            summary = "List the people to whom a task can be assigned",
            description = "The members of its candidate groups, by name, with their open and overdue tasks and whether"
                    + " they are absent today. With OpenID Connect, only those who have logged in"
                    + " within three months. POST /engine-rest/task/{id}/assignee assigns the task to one of them.")
    List<Receiver> receivers(Authentication user, @PathVariable String taskId) {
        return receivers.of(taskId, Groups.of(user));
    }
}
