package org.acmconversation.tasklist.process;

import java.util.Map;
import java.util.UUID;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Service task {@code escalateOverdueTasks}: what is overdue in the conversation, called processes included, goes to
 * the top of the queues. The tasks stay open.
 */
@Component
class EscalateOverdueTasks implements JavaDelegate {

    private final Timeline timeline;

    EscalateOverdueTasks(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String businessKey = execution.getProcessBusinessKey();
        TaskService taskService = execution.getProcessEngineServices().getTaskService();
        for (Task task : taskService
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .dueBefore(ClockUtil.getCurrentTime())
                .list()) {
            if (task.getPriority() < TaskPriority.OVERDUE) {
                taskService.setPriority(task.getId(), TaskPriority.OVERDUE);
                timeline.record(
                        UUID.fromString(businessKey),
                        Event.TASK_ESCALATED,
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        Map.of());
            }
        }
    }
}
