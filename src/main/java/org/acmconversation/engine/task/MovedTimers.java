package org.acmconversation.engine.task;

import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.acmconversation.engine.deadline.CommandWorkingDays;
import org.acmconversation.engine.task.TaskDeadlines.Restarted;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** Moves the reminders and escalations of a task together with its due date, on which they are based in the models. */
class MovedTimers {

    private MovedTimers() {}

    /**
     * Moves the timers of a task that is about to be saved, and restarts those that have fired. Does nothing without an
     * old and a new due date.
     *
     * @return which of those that have fired were restarted
     */
    static Restarted follow(TaskEntity task, CommandContext context) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.DUE_DATE);
        if (task.getExecutionId() == null
                || change == null
                || !(change.getOrgValue() instanceof Date before)
                || !(change.getNewValue() instanceof Date after)) {
            return Restarted.NONE;
        }
        Context.setExecutionContext(task.getExecution());
        try {
            Date ofModel = TaskDeadlines.due(task.getTaskDefinition().getDueDateExpression(), task, context);
            if (ofModel == null) {
                shift(task, moved(task, after.getTime() - before.getTime(), after, context), context);
                return Restarted.NONE;
            }
            // From the times of the model: a reminder that comes earlier because of a day off does not stay early.
            UnaryOperator<Date> moved = moved(task, after.getTime() - ofModel.getTime(), after, context);
            TaskDeadlines.moveTimers(task, moved, context);
            return TaskDeadlines.restartTimers(task, moved, context);
        } finally {
            Context.removeExecutionContext();
        }
    }

    private static void shift(TaskEntity task, UnaryOperator<Date> moved, CommandContext context) {
        context.getJobManager().findJobsByExecutionId(task.getExecutionId()).stream()
                .filter(job -> job instanceof TimerEntity && job.getDuedate() != null)
                .forEach(timer -> timer.setDuedate(moved.apply(timer.getDuedate())));
    }

    /** Moves a time, unless that makes a reminder fall on a day off: then it comes on the last working day before. */
    private static UnaryOperator<Date> moved(TaskEntity task, long distance, Date due, CommandContext context) {
        return date -> {
            Instant moved = date.toInstant().plusMillis(distance);
            boolean isReminder = moved.isBefore(due.toInstant());
            return Date.from(
                    isReminder
                            ? context.getSession(CommandWorkingDays.class)
                                    .countFor(task.getExecution().getProcessBusinessKey())
                                    .onWorkingDay(moved)
                            : moved);
        };
    }
}
