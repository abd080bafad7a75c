package org.acmconversation.engine.task;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
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

/**
 * What a model says about the deadline of a user task: due date, priority, reminders and escalations. Callers set the
 * task's execution as the current one, from which expressions and calendars get the engagement.
 */
public class TaskDeadlines {

    private TaskDeadlines() {}

    /** Returns the due date of an expression, counted from the creation of the task; null if it yields none. */
    public static @Nullable Date due(@Nullable Expression expression, TaskEntity task, CommandContext context) {
        Object due = expression == null ? null : expression.getValue(task.getExecution());
        if (due instanceof String text) {
            return context.getProcessEngineConfiguration()
                    .getBusinessCalendarManager()
                    .getBusinessCalendar(DueDateBusinessCalendar.NAME)
                    .resolveDuedate(text, task.getCreateTime());
        }
        return due instanceof Date date ? date : null;
    }

    /** Which of the timers that have fired are in the future again. */
    public enum Restarted {
        NONE,
        SOME,
        ALL
    }

    /** Lowers a priority that timers have raised which are in the future again. */
    public static void lowerPriority(TaskEntity task, Restarted restarted) {
        if (restarted == Restarted.ALL) {
            task.setPriority(priority(task));
        } else if (restarted == Restarted.SOME) {
            // A reminder comes before the deadline, so it still applies.
            task.setPriority(Math.min(task.getPriority(), Math.max(priority(task), TaskPriority.REMINDED)));
        }
    }

    private static int priority(TaskEntity task) {
        Expression expression = task.getTaskDefinition().getPriorityExpression();
        Object priority = expression == null ? null : expression.getValue(task.getExecution());
        return priority == null ? Task.PRIORITY_NORMAL : Integer.parseInt(priority.toString());
    }

    /**
     * Starts the timers that have fired again, if their new time is in the future.
     *
     * @param moved returns the new time of a timer for the one that the model yields
     */
    public static Restarted restartTimers(TaskEntity task, UnaryOperator<Date> moved, CommandContext context) {
        ExecutionEntity execution = task.getExecution();
        Set<String> waiting = new HashSet<>();
        for (JobEntity job : context.getJobManager().findJobsByExecutionId(execution.getId())) {
            waiting.add(job.getJobDefinitionId());
        }
        boolean haveStarted = false;
        boolean isInPast = false;
        for (TimerDeclarationImpl timer : timers(execution)) {
            if (!waiting.contains(timer.getJobDefinitionId())) {
                TimerEntity job = ofModel(timer, task);
                job.setDuedate(moved.apply(job.getDuedate()));
                if (job.getDuedate().after(ClockUtil.getCurrentTime())) {
                    context.getJobManager().schedule(job);
                    haveStarted = true;
                } else {
                    isInPast = true;
                }
            }
        }
        return !haveStarted ? Restarted.NONE : isInPast ? Restarted.SOME : Restarted.ALL;
    }

    /**
     * Moves the timers that have not fired.
     *
     * @param moved returns the new time of a timer for the one that the model yields
     */
    static void moveTimers(TaskEntity task, UnaryOperator<Date> moved, CommandContext context) {
        Map<String, TimerDeclarationImpl> timers = timers(task.getExecution()).stream()
                .collect(Collectors.toMap(
                        TimerDeclarationImpl::getJobDefinitionId, timer -> timer, (one, other) -> one));
        for (JobEntity job : context.getJobManager().findJobsByExecutionId(task.getExecutionId())) {
            TimerDeclarationImpl timer = timers.get(job.getJobDefinitionId());
            if (timer != null) {
                job.setDuedate(moved.apply(ofModel(timer, task).getDuedate()));
            }
        }
    }

    /** Returns a timer, which is not scheduled yet, at the time that the model yields. */
    private static TimerEntity ofModel(TimerDeclarationImpl timer, TaskEntity task) {
        TimerEntity job = timer.createJobInstance(task.getExecution());
        job.setCreateTime(task.getCreateTime());
        timer.resolveAndSetDuedate(task.getExecution(), job, true);
        return job;
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
}
