package org.acmconversation.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.calendar.WorkingCalendar;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.engine.Colleague;
import org.acmconversation.engine.Colleagues;
import org.acmconversation.notification.OpenIncidents.FailedStep;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.security.Role;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what time brings: tasks that come due, and steps that fail. */
@Component
class DueNotices {

    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_TASKS = 1_000;
    private static final Set<Kind> KINDS = Set.of(Kind.DUE_TOMORROW, Kind.OVERDUE);

    private final NotificationRepository notifications;
    private final PersonalTasks tasks;
    private final OpenIncidents incidents;
    private final Absences absences;
    private final Colleagues colleagues;
    private final PersonalZones zones;
    private final WorkingCalendars calendars;
    private final SharedWork work;
    private final Clock clock;

    DueNotices(
            NotificationRepository notifications,
            PersonalTasks tasks,
            OpenIncidents incidents,
            Absences absences,
            Colleagues colleagues,
            PersonalZones zones,
            WorkingCalendars calendars,
            SharedWork work,
            Clock clock) {
        this.notifications = notifications;
        this.tasks = tasks;
        this.incidents = incidents;
        this.absences = absences;
        this.colleagues = colleagues;
        this.zones = zones;
        this.calendars = calendars;
        this.work = work;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(LOOK, "notification-due", this::look);
        work.every(
                BETWEEN_CLEAN_UPS,
                "notification-clean-up",
                () -> notifications.deleteBefore(clock.instant().minus(KEPT)));
    }

    /** The matter of a due date: another date is another matter. */
    static String matter(String taskId, @Nullable Instant dueAt) {
        return taskId + "/" + dueAt;
    }

    /** Looks at everybody's tasks, and at incidents. */
    void look() {
        WorkingCalendar calendar = calendars.of(null, null);
        absences.colleagues().forEach(colleague -> lookAt(colleague.id(), calendar));
        lookForIncidents();
    }

    private void lookAt(String person, WorkingCalendar calendar) {
        ZoneId zone = zones.of(person);
        Instant now = clock.instant();
        List<PersonalTask> dueSoon = tasks.of(person, MOST_TASKS).stream()
                .filter(task -> kind(task.dueAt(), now, zone, calendar::isWorkingDay) != null)
                .toList();
        if (dueSoon.isEmpty()) {
            return;
        }
        for (Kind kind : KINDS) {
            Set<String> known = notifications.matters(person, kind);
            dueSoon.stream()
                    .filter(task -> kind(task.dueAt(), now, zone, calendar::isWorkingDay) == kind)
                    .filter(task -> !known.contains(matter(task.id(), task.dueAt())))
                    .forEach(task -> notifications.put(notice(person, kind, task)));
        }
    }

    private static NewNotification notice(String person, Kind kind, PersonalTask task) {
        return new NewNotification(
                person,
                kind,
                matter(task.id(), task.dueAt()),
                task.id(),
                task.engagementId(),
                task.name(),
                null,
                task.dueAt());
    }

    /** What a person is told of a due date; null if it is too far away, or today. */
    static @Nullable Kind kind(@Nullable Instant dueAt, Instant now, ZoneId zone, Predicate<LocalDate> isWorkingDay) {
        if (dueAt == null) {
            return null;
        }
        if (!dueAt.isAfter(now)) {
            return Kind.OVERDUE;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate next = today.plusDays(1);
        while (!isWorkingDay.test(next)) {
            next = next.plusDays(1);
        }
        LocalDate day = LocalDate.ofInstant(dueAt, zone);
        return day.isAfter(today) && !day.isAfter(next) ? Kind.DUE_TOMORROW : null;
    }

    private void lookForIncidents() {
        Set<FailedStep> failed = incidents.steps();
        Set<String> matters = failed.stream().map(DueNotices::matter).collect(Collectors.toSet());
        notifications.keep(Kind.INCIDENT, matters);
        if (failed.isEmpty()) {
            return;
        }
        for (Colleague operator : colleagues.of(Set.of(Role.OPERATOR.group()))) {
            Set<String> known = notifications.matters(operator.id(), Kind.INCIDENT);
            failed.stream()
                    .filter(step -> !known.contains(matter(step)))
                    .forEach(step -> notifications.put(new NewNotification(
                            operator.id(), Kind.INCIDENT, matter(step), null, null, step.activity(), null, null)));
        }
    }

    private static String matter(FailedStep step) {
        return step.process() + "/" + step.activity();
    }
}
