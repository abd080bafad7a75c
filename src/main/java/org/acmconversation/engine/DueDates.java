package org.acmconversation.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes the due dates and timers of open tasks anew, from when they were created. */
@Component
public class DueDates {

    private final TaskService taskService;
    private final ProcessEngineConfigurationImpl configuration;

    DueDates(TaskService taskService, ProcessEngineConfigurationImpl configuration) {
        this.taskService = taskService;
        this.configuration = configuration;
    }

    /**
     * Moves the due dates and timers of a case to where its model has them by the calendar as it is now.
     *
     * @param kept ids of tasks whose dates stay
     */
    public void recalculate(String businessKey, Collection<String> kept) {
        List<String> tasks = taskService.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getId)
                .filter(task -> !kept.contains(task))
                .toList();
        configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    context.executeWithOperationLogPrevented(command -> {
                        tasks.forEach(task -> recalculate(task, command));
                        return null;
                    });
                    return null;
                }));
    }

    private void recalculate(String taskId, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getExecution() == null) {
            return;
        }
        ExecutionEntity execution = task.getExecution();
        // Expressions and calendars ask it for the case at hand.
        Context.setExecutionContext(execution);
        try {
            Date due = due(task, execution);
            if (due != null) {
                task.setDueDate(due);
            }
            for (JobEntity job : context.getJobManager().findJobsByExecutionId(execution.getId())) {
                if (job instanceof TimerEntity && job.getExceptionMessage() == null) {
                    new RecalculateJobDuedateCmd(job.getId(), true).execute(context);
                }
            }
        } finally {
            Context.removeExecutionContext();
        }
    }

    private @Nullable Date due(TaskEntity task, ExecutionEntity execution) {
        Expression expression = task.getTaskDefinition().getDueDateExpression();
        Object due = expression == null ? null : expression.getValue(execution);
        return due instanceof String text
                ? configuration
                        .getBusinessCalendarManager()
                        .getBusinessCalendar(DueDateBusinessCalendar.NAME)
                        .resolveDuedate(text, task.getCreateTime())
                : (Date) due;
    }
}
