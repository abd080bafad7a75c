package org.acmconversation.engine.task;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Recomputes the due dates and timers of open tasks from their creation times. */
@Component
public class DueDates {

    private final TaskService taskService;
    private final ProcessEngineConfigurationImpl configuration;
    private final TaskObservers observers;

    DueDates(TaskService taskService, ProcessEngineConfigurationImpl configuration, TaskObservers observers) {
        this.taskService = taskService;
        this.configuration = configuration;
        this.observers = observers;
    }

    /**
     * Moves the due dates and timers of an engagement to the times that its model and the current calendar yield.
     *
     * @param kept ids of tasks whose dates are kept
     * @throws OptimisticLockingFailureException if somebody changes such a task at the same moment
     */
    public void recalculate(String businessKey, Collection<String> kept) {
        List<String> tasks = taskService.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getId)
                .filter(task -> !kept.contains(task))
                .toList();
        try {
            configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        context.executeWithOperationLogPrevented(command -> {
                            tasks.forEach(task -> recalculate(task, command));
                            return null;
                        });
                        return null;
                    }));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("A task or timer was changed concurrently", e);
        }
    }

    private void recalculate(String taskId, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getExecution() == null) {
            return;
        }
        ExecutionEntity execution = task.getExecution();
        // Expressions and calendars get the current engagement from it.
        Context.setExecutionContext(execution);
        try {
            Date due = TaskDeadlines.due(task.getTaskDefinition().getDueDateExpression(), task, context);
            boolean isMoved = due != null
                    && (task.getDueDate() == null
                            || !due.toInstant().equals(task.getDueDate().toInstant()));
            if (isMoved) {
                // No update event, which would be recorded as somebody's change.
                task.setDueDate(due);
                observers.changed(task);
            }
            moveTimers(execution, context);
            TaskDeadlines.lowerPriority(task, TaskDeadlines.restartTimers(task, UnaryOperator.identity(), context));
        } finally {
            Context.removeExecutionContext();
        }
    }

    private static void moveTimers(ExecutionEntity execution, CommandContext context) {
        for (JobEntity job : context.getJobManager().findJobsByExecutionId(execution.getId())) {
            if (job instanceof TimerEntity && job.getExceptionMessage() == null) {
                new RecalculateJobDuedateCmd(job.getId(), true).execute(context);
            }
        }
    }
}
