package org.acmconversation.engine.deadline;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Recomputes the due dates and timers of open tasks from their creation times. */
@Component
public class DueDates {

    private final TaskService taskService;
    private final ProcessEngineConfigurationImpl configuration;

    DueDates(TaskService taskService, ProcessEngineConfigurationImpl configuration) {
        this.taskService = taskService;
        this.configuration = configuration;
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
            Date due = due(task, execution);
            if (due != null) {
                task.setDueDate(due);
            }
            if (moveTimers(task, execution, context)) {
                task.setPriority(priority(task, execution));
            }
        } finally {
            Context.removeExecutionContext();
        }
    }

    /** Resets the priority to the model's, because the reminder or escalation that raised it no longer applies. */
    private static int priority(TaskEntity task, ExecutionEntity execution) {
        Expression expression = task.getTaskDefinition().getPriorityExpression();
        Object priority = expression == null ? null : expression.getValue(execution);
        return priority == null ? Task.PRIORITY_NORMAL : Integer.parseInt(priority.toString());
    }

    /** Restarts timers that have fired if their new time is in the future. Returns whether any was restarted. */
    private static boolean moveTimers(TaskEntity task, ExecutionEntity execution, CommandContext context) {
        Set<String> waiting = new HashSet<>();
        for (JobEntity job : context.getJobManager().findJobsByExecutionId(execution.getId())) {
            waiting.add(job.getJobDefinitionId());
            if (job instanceof TimerEntity && job.getExceptionMessage() == null) {
                new RecalculateJobDuedateCmd(job.getId(), true).execute(context);
            }
        }
        boolean haveStarted = false;
        for (TimerDeclarationImpl timer : timers(execution)) {
            if (!waiting.contains(timer.getJobDefinitionId())) {
                TimerEntity job = timer.createJobInstance(execution);
                job.setCreateTime(task.getCreateTime());
                timer.resolveAndSetDuedate(execution, job, true);
                if (job.getDuedate().after(ClockUtil.getCurrentTime())) {
                    context.getJobManager().schedule(job);
                    haveStarted = true;
                }
            }
        }
        return haveStarted;
    }

    /** The boundary timers of the task, and those of its timeout listeners. */
    private static List<TimerDeclarationImpl> timers(ExecutionEntity execution) {
        ScopeImpl scope = execution.getActivity();
        return Stream.concat(
                        TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream(),
                        TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(scope).values().stream()
                                .flatMap(listeners -> listeners.values().stream()))
                .toList();
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
