package org.acmconversation.task.process;

import java.util.List;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** The candidates of open tasks. */
@Component
class TaskCandidates {

    private final TaskService taskService;

    TaskCandidates(TaskService taskService) {
        this.taskService = taskService;
    }

    /**
     * Returns a task's candidates.
     *
     * @throws UnknownTaskException if there is no such task, for example because somebody has just completed it
     */
    List<IdentityLink> of(String taskId) {
        try {
            return taskService.getIdentityLinksForTask(taskId).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .toList();
        } catch (NullValueException gone) {
            throw new UnknownTaskException();
        }
    }
}
