package org.acmconversation.tasklist.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.engine.CurrentCommand;
import org.acmconversation.engine.task.TaskPriority;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Service task {@code escalateOverdueTasks}: moves the task whose timer raised the escalation to the top of the queues,
 * even if it belongs to a called process. The task stays open.
 */
@Component
class EscalateOverdueTasks implements JavaDelegate {

    private final Timeline timeline;

    EscalateOverdueTasks(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskService taskService = execution.getProcessEngineServices().getTaskService();
        for (Task task : overdue(execution, taskService.createTaskQuery())) {
            if (task.getPriority() < TaskPriority.OVERDUE) {
                taskService.setPriority(task.getId(), TaskPriority.OVERDUE);
                timeline.record(
                        execution.getProcessBusinessKey(),
                        Event.TASK_ESCALATED,
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        Map.of());
            }
        }
    }

    /**
     * Does not compare due dates with the clock, because the timer fires some milliseconds before its task is due,
     * unless a model escalates without a timer or continues in a separate job.
     */
    private static List<Task> overdue(DelegateExecution execution, TaskQuery tasks) {
        Optional<CurrentCommand.Job> timer = CurrentCommand.job();
        Optional<UserTask> expired = timer.flatMap(job -> expired(execution, job));
        if (expired.isPresent()) {
            return tasks.processInstanceId(timer.get().processInstanceId())
                    .taskDefinitionKey(expired.get().getId())
                    .list();
        }
        String businessKey = execution.getProcessBusinessKey();
        TaskQuery own = businessKey == null
                ? tasks.processInstanceId(execution.getProcessInstanceId())
                : tasks.processInstanceBusinessKey(businessKey);
        return own.dueBefore(CurrentCommand.time()).list();
    }

    /** Returns the user task that the job's boundary timer is attached to, from the timer's own model. */
    private static Optional<UserTask> expired(DelegateExecution execution, CurrentCommand.Job job) {
        FlowNode attachedTo = execution
                                .getProcessEngineServices()
                                .getRepositoryService()
                                .getBpmnModelInstance(job.processDefinitionId())
                                .getModelElementById(job.activityId())
                        instanceof BoundaryEvent timer
                ? timer.getAttachedTo()
                : null;
        return attachedTo instanceof UserTask task ? Optional.of(task) : Optional.empty();
    }
}
