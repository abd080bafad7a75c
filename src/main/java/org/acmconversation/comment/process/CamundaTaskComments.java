package org.acmconversation.comment.process;

import java.util.UUID;
import org.acmconversation.comment.TaskComments;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Writes comments to the engine. */
@Component
class CamundaTaskComments implements TaskComments {

    private final TaskService taskService;

    CamundaTaskComments(TaskService taskService) {
        this.taskService = taskService;
    }

    @Override
    public UUID add(String taskId, String text) {
        return UUID.fromString(taskService.createComment(taskId, null, text).getId());
    }
}
