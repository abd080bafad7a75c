package org.acmconversation.engine;

import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Handles the notation for working days, and leaves any other to the engine's calendar. */
class WorkingDayCalendar implements BusinessCalendar {

    private static final Pattern WORKING_DAYS = Pattern.compile("WD(\\d{1,3})");

    private final BusinessCalendar calendar;
    private final ObjectProvider<WorkingDays> workingDays;

    /** @param workingDays created after the engine, with which it shares the database */
    WorkingDayCalendar(BusinessCalendar calendar, ObjectProvider<WorkingDays> workingDays) {
        this.calendar = calendar;
        this.workingDays = workingDays;
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

    private Date after(@Nullable Date start, Matcher days, @Nullable String businessKey) {
        Date from = start == null ? ClockUtil.getCurrentTime() : start;
        return Date.from(workingDays.getObject().after(from.toInstant(), Integer.parseInt(days.group(1)), businessKey));
    }

    private static @Nullable String keyOf(TaskEntity task) {
        return task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
    }

    private static @Nullable String keyOfExecution() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        return context == null ? null : context.getExecution().getProcessBusinessKey();
    }
}
