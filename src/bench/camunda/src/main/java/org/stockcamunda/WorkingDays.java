package org.stockcamunda;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Reads the models' {@code WD5} as five days from Monday to Friday; the engine has no such notation. */
@Configuration
public class WorkingDays {

    private static final String NOTATION = "WD\\d+";

    @Bean
    ProcessEnginePlugin workingDayCalendars() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var calendars = new MapBusinessCalendarManager();
                calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar() {
                    @Override
                    public Date resolveDuedate(String duration, Task task) {
                        return resolveDuedate(duration);
                    }

                    @Override
                    public Date resolveDuedate(String duration, Date start) {
                        return duration.matches(NOTATION) ? later(duration) : super.resolveDuedate(duration, start);
                    }
                });
                calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar() {
                    @Override
                    public Date resolveDuedate(String dueDate, Task task) {
                        return resolveDuedate(dueDate);
                    }

                    @Override
                    public Date resolveDuedate(String dueDate, Date start) {
                        return dueDate.matches(NOTATION) ? later(dueDate) : super.resolveDuedate(dueDate, start);
                    }
                });
                calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
                configuration.setBusinessCalendarManager(calendars);
            }
        };
    }

    private static Date later(String workingDays) {
        return Date.from(move(ZonedDateTime.now(ZoneOffset.UTC), Integer.parseInt(workingDays.substring(2)))
                .toInstant());
    }

    private static ZonedDateTime move(ZonedDateTime from, int workingDays) {
        ZonedDateTime moved = from;
        for (int left = Math.abs(workingDays); left > 0; ) {
            moved = moved.plusDays(Integer.signum(workingDays));
            if (moved.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                left--;
            }
        }
        return moved;
    }

    /** What the models call; public, since the expression language calls public classes only. */
    @Component("workdays")
    public static class Workdays {

        public Date before(Object time, int workingDays) {
            Instant from = time instanceof Date date
                    ? date.toInstant()
                    : OffsetDateTime.parse(time.toString()).toInstant();
            return Date.from(move(from.atZone(ZoneOffset.UTC), -workingDays).toInstant());
        }

        public Date sinceStart(String businessKey, int workingDays) {
            return Date.from(move(ZonedDateTime.now(ZoneOffset.UTC), workingDays).toInstant());
        }
    }
}
