package org.acmconversation.engine.deadline;

import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acmconversation.engine.deadline.WorkingDays.Count;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Handles the notation for working days, and leaves any other to the engine's calendar. */
public class WorkingDayCalendar implements BusinessCalendar {

    private static final Pattern WORKING_DAYS = Pattern.compile("WD(\\d{1,3})");

    private final BusinessCalendar calendar;

    public WorkingDayCalendar(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Date resolveDuedate(String notation) {
        return resolveDuedate(notation, (Date) null);
    }

    /** For a timer, which is created within the execution to which it belongs. */
    @Override
    public Date resolveDuedate(String notation, @Nullable Date start) {
        Matcher days = WORKING_DAYS.matcher(notation);
        return days.matches() ? after(start, days, keyOfExecution()) : calendar.resolveDuedate(notation, start);
    }

    @Override
    public Date resolveDuedate(String notation, Task task) {
        Matcher days = WORKING_DAYS.matcher(notation);
        return days.matches() ? after(null, days, keyOf((TaskEntity) task)) : calendar.resolveDuedate(notation, task);
    }

    private static Date after(@Nullable Date start, Matcher days, @Nullable String businessKey) {
        Date from = start == null ? ClockUtil.getCurrentTime() : start;
        Count count =
                Context.getCommandContext().getSession(CommandWorkingDays.class).countFor(businessKey);
        return Date.from(count.after(from.toInstant(), Integer.parseInt(days.group(1))));
    }

    private static @Nullable String keyOf(TaskEntity task) {
        return task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
    }

    private static @Nullable String keyOfExecution() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        return context == null ? null : context.getExecution().getProcessBusinessKey();
    }
}
