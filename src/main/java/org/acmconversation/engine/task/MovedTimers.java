package org.acmconversation.engine.task;

import java.util.Date;
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
        long distance = after.getTime() - before.getTime();
        context.getJobManager().findJobsByExecutionId(task.getExecutionId()).stream()
                .filter(job -> job instanceof TimerEntity && job.getDuedate() != null)
                .forEach(timer -> timer.setDuedate(new Date(timer.getDuedate().getTime() + distance)));
        return restart(task, after, context);
    }

    private static Restarted restart(TaskEntity task, Date after, CommandContext context) {
        Context.setExecutionContext(task.getExecution());
        try {
            Date ofModel = TaskDeadlines.due(task.getTaskDefinition().getDueDateExpression(), task, context);
            return ofModel == null
                    ? Restarted.NONE
                    : TaskDeadlines.restartTimers(task, after.getTime() - ofModel.getTime(), context);
        } finally {
            Context.removeExecutionContext();
        }
    }
}
