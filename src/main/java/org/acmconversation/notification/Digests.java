package org.acmconversation.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.calendar.WorkingCalendar;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.mail.Mail;
import org.acmconversation.mail.MailAddress;
import org.acmconversation.mail.MailComposer;
import org.acmconversation.mail.Mails;
import org.acmconversation.notification.FollowUpNotices.OverdueItem;
import org.acmconversation.operations.Sha256;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.preference.People;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends people one email each working day at 08:30 in their time zone with their unread notifications. A notification
 * is in one digest only. The digest is composed when it is sent, without notifications that no longer apply. A person
 * who is absent gets it when they are back. People's countries are not known: a day counts as a working day if it is
 * one in the configured country, or in the country of any engagement that their notifications are about.
 */
@Component
class Digests implements MailComposer {

    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final LocalTime TIME = LocalTime.of(8, 30);
    private static final int MAX_TASKS = 1_000;

    /** Kinds that matter only while the person holds the task. */
    private static final Set<Kind> OF_HOLDERS = Set.of(Kind.ASSIGNED, Kind.DUE_TOMORROW, Kind.OVERDUE);

    private final NotificationRepository notifications;
    private final NotificationPreferenceStore choices;
    private final NotificationProperties properties;
    private final People people;
    private final EngagementCalendars calendars;
    private final PersonalTasks tasks;
    private final FollowUpNotices followUp;
    private final Absences absences;
    private final Colleagues colleagues;
    private final DigestText text;
    private final Mails mails;
    private final SharedWork work;
    private final Transactions transactions;
    private final Clock clock;

    Digests(
            NotificationRepository notifications,
            NotificationPreferenceStore choices,
            NotificationProperties properties,
            People people,
            EngagementCalendars calendars,
            PersonalTasks tasks,
            FollowUpNotices followUp,
            Absences absences,
            Colleagues colleagues,
            DigestText text,
            Mails mails,
            SharedWork work,
            Transactions transactions,
            Clock clock) {
        this.notifications = notifications;
        this.choices = choices;
        this.properties = properties;
        this.people = people;
        this.calendars = calendars;
        this.tasks = tasks;
        this.followUp = followUp;
        this.absences = absences;
        this.colleagues = colleagues;
        this.text = text;
        this.mails = mails;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        if (mails.isOn() && properties.serviceUrl() != null) {
            work.every(LOOK, "notification-digest", this::queueWhatIsDue);
        }
    }

    /** Queues the digests that are due. */
    void queueWhatIsDue() {
        WorkingCalendar usual = calendars.of((String) null);
        Set<String> absent = absences.current().keySet();
        for (String person : notifications.withoutDigest()) {
            if (absent.contains(person)) {
                continue;
            }
            NotificationPreferences chosen = choices.of(person);
            ZoneId zone = people.preferences(person).timeZone();
            moment(
                            ZonedDateTime.ofInstant(clock.instant(), zone),
                            chosen.quietHours(),
                            day -> usual.isWorkingDay(day) || isWorkingDayOfNews(person, day))
                    .ifPresent(moment -> queue(person, chosen.kinds(Channel.MAIL), moment));
        }
    }

    private boolean isWorkingDayOfNews(String person, LocalDate day) {
        return !WorkingCalendar.isWeekend(day)
                && calendars.isWorkingDayOfAny(notifications.engagementsWithoutDigest(person), day);
    }

    /**
     * Returns when the digest of a day is due; empty if it is not due yet or the day is off.
     *
     * @param now in the person's zone
     */
    static Optional<ZonedDateTime> moment(
            ZonedDateTime now, @Nullable QuietHours quiet, Predicate<LocalDate> isWorkingDay) {
        LocalTime time = quiet != null && quiet.include(TIME) ? quiet.until() : TIME;
        ZonedDateTime moment = now.toLocalDate().atTime(time).atZone(now.getZone());
        boolean isTime = !now.isBefore(moment)
                && (quiet == null || !quiet.include(now.toLocalTime()))
                && isWorkingDay.test(now.toLocalDate());
        return isTime ? Optional.of(moment) : Optional.empty();
    }

    private void queue(String person, List<Kind> kinds, ZonedDateTime moment) {
        String key = "digest/%s/%s".formatted(moment.toLocalDate(), Sha256.of(person));
        transactions.run(() -> {
            if (!mails.isQueued(key) && notifications.putIntoDigest(person, kinds, key, moment.toInstant()) > 0) {
                mails.sendLater(key, null, name(), person);
            }
        });
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public Optional<Mail> compose(String key, @Nullable UUID engagementId, String person) {
        if (absences.current(person).isPresent()) {
            notifications.removeFromDigest(key);
            return Optional.empty();
        }
        List<Notification> news = news(key, person);
        return news.isEmpty()
                ? Optional.empty()
                : colleagues
                        .email(person)
                        .filter(MailAddress::isAddress)
                        .map(address -> text.write(key, person, new MailAddress(address, null), news));
    }

    /** Returns the notifications that still apply. */
    private List<Notification> news(String key, String person) {
        NotificationPreferences chosen = choices.of(person);
        Set<String> held =
                tasks.of(person, MAX_TASKS).stream().map(PersonalTask::id).collect(Collectors.toSet());
        boolean holdsMore = held.size() == MAX_TASKS;
        Set<OverdueItem> overdue = followUp.overdueOf(person);
        return notifications.inDigest(key).stream()
                .filter(notification -> chosen.isOn(notification.kind(), Channel.MAIL))
                .filter(notification -> FollowUpNotices.isAbout(notification)
                        ? overdue.contains(OverdueItem.of(notification))
                        : holdsMore
                                || !OF_HOLDERS.contains(notification.kind())
                                || held.contains(notification.taskId()))
                .toList();
    }
}
