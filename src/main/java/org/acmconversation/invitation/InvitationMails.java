package org.acmconversation.invitation;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.icalendar.CalendarEntry;
import org.acmconversation.icalendar.ICalendar;
import org.acmconversation.icalendar.Invitation;
import org.acmconversation.icalendar.Invitation.Person;
import org.acmconversation.mail.Mail;
import org.acmconversation.mail.Mail.CalendarPart;
import org.acmconversation.mail.Mail.CalendarPart.Method;
import org.acmconversation.mail.MailAddress;
import org.acmconversation.operations.Sha256;
import org.acmconversation.problem.PlainLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes invitations as emails, one for each recipient, so that nobody learns who else is invited. The customer's name
 * is in none of them, since mail leaves the organization.
 */
@Component
class InvitationMails {

    private final MessageSource messages;
    private final EngagementCalendars calendars;
    private final Clock clock;

    InvitationMails(MessageSource messages, EngagementCalendars calendars, Clock clock) {
        this.messages = messages;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Returns the key: the same for the same invitation and recipient. */
    static String key(CallInvitation invitation, String address) {
        return "call-%s-%d-%s"
                .formatted(
                        invitation.engagementId(), invitation.sequence(), Sha256.of(address.toLowerCase(Locale.ROOT)));
    }

    Mail of(CallInvitation invitation, Engagement engagement, Recipient recipient, MailAddress sender) {
        Locale language = recipient.language();
        String kind = invitation.canceled() ? "canceled" : invitation.sequence() == 0 ? "new" : "moved";
        ZoneId zone = Objects.requireNonNullElseGet(
                recipient.zone(), () -> calendars.of(engagement).zone());
        String time = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL))
                .appendPattern(", HH:mm")
                .toFormatter(language)
                .withZone(zone)
                .format(invitation.startsAt());
        String title = recipient.isCustomer()
                ? text("invitation.title", language)
                : text("invitation.title.numbered", language, PlainLine.of(engagement.externalId()));
        return new Mail(
                key(invitation, recipient.address()),
                engagement.id(),
                new MailAddress(recipient.address(), recipient.name()),
                text("invitation.subject." + kind, language, title, time),
                text(
                        "invitation.text." + kind,
                        language,
                        PlainLine.of(recipient.name()),
                        title,
                        time,
                        zone.getDisplayName(TextStyle.FULL, language),
                        zone.getId()),
                null,
                new CalendarPart(
                        invitation.canceled() ? Method.CANCEL : Method.REQUEST,
                        calendar(invitation, recipient, sender, title)),
                null);
    }

    private String calendar(CallInvitation invitation, Recipient recipient, MailAddress sender, String title) {
        var organizer = new Person(sender.address(), Objects.requireNonNullElse(sender.name(), sender.address()));
        return ICalendar.of(
                new Invitation(
                        invitation.sequence(),
                        invitation.canceled(),
                        organizer,
                        new Person(recipient.address(), recipient.name())),
                CalendarEntry.ofCall(invitation.engagementId(), invitation.startsAt(), title, null),
                clock.instant());
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
