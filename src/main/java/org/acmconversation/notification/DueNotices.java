package org.acmconversation.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.calendar.WorkingCalendar;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.notification.OpenIncidents.FailedStep;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.security.Role;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies people of tasks that come due and of failed steps. */
@Component
class DueNotices {

    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MAX_TASKS = 1_000;
    /** Longer than any run of days off. */
    private static final Duration FURTHEST = Duration.ofDays(21);

    private static final Set<Kind> KINDS = Set.of(Kind.DUE_TOMORROW, Kind.OVERDUE);

    private final NotificationRepository notifications;
    private final PersonalTasks tasks;
    private final OpenIncidents incidents;
    private final Absences absences;
    private final Colleagues colleagues;
    private final EngagementCalendars calendars;
    private final FollowUpNotices followUp;
    private final SharedWork work;
    private final Clock clock;

    DueNotices(
            NotificationRepository notifications,
            PersonalTasks tasks,
            OpenIncidents incidents,
            Absences absences,
            Colleagues colleagues,
            EngagementCalendars calendars,
            FollowUpNotices followUp,
            SharedWork work,
            Clock clock) {
        this.notifications = notifications;
        this.tasks = tasks;
        this.incidents = incidents;
        this.absences = absences;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.followUp = followUp;
        this.work = work;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(INTERVAL, "notification-due", this::checkAll);
        work.every(
                BETWEEN_CLEAN_UPS,
                "notification-clean-up",
                () -> notifications.deleteBefore(clock.instant().minus(KEPT)));
    }

    /** Returns the matter of a due date; a new date is a new matter. */
    static String matter(String taskId, @Nullable Instant dueAt) {
        return taskId + "/" + dueAt;
    }

    /** Checks everybody's tasks, and incidents. */
    void checkAll() {
        Map<UUID, WorkingCalendar> known = new HashMap<>();
        for (Colleague colleague : absences.colleagues()) {
            check(colleague.id(), known);
            followUp.check(colleague.id());
        }
        lookForIncidents();
    }

    private void check(String person, Map<UUID, WorkingCalendar> calendarsOfEngagements) {
        Instant now = clock.instant();
        Map<PersonalTask, Kind> due = new LinkedHashMap<>();
        for (PersonalTask task : tasks.of(person, MAX_TASKS)) {
            if (task.dueAt() != null && task.dueAt().isBefore(now.plus(FURTHEST))) {
                Kind kind = kind(task.dueAt(), now, () -> calendar(task.engagementId(), calendarsOfEngagements));
                if (kind != null) {
                    due.put(task, kind);
                }
            }
        }
        if (due.isEmpty()) {
            return;
        }
        for (Kind kind : KINDS) {
            Set<String> known = notifications.matters(person, kind);
            due.forEach((task, itsKind) -> {
                if (itsKind == kind && !known.contains(matter(task.id(), task.dueAt()))) {
                    notifications.put(notice(person, kind, task));
                }
            });
        }
    }

    private WorkingCalendar calendar(@Nullable UUID engagement, Map<UUID, WorkingCalendar> known) {
        return engagement == null
                ? calendars.of((String) null)
                : known.computeIfAbsent(engagement, id -> calendars.of(id.toString()));
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

    /**
     * Returns the kind of notification for a due date; null if it is too far away, or today.
     *
     * @param calendar working days of the engagement
     */
    static @Nullable Kind kind(Instant dueAt, Instant now, Supplier<WorkingCalendar> calendar) {
        if (!dueAt.isAfter(now)) {
            return Kind.OVERDUE;
        }
        WorkingCalendar here = calendar.get();
        LocalDate today = LocalDate.ofInstant(now, here.zone());
        LocalDate day = LocalDate.ofInstant(dueAt, here.zone());
        return day.isAfter(today) && !day.isAfter(here.nextWorkingDay(today)) ? Kind.DUE_TOMORROW : null;
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
