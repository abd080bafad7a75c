package org.acmconversation.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.component.VEvent;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.ContactData;
import org.acmconversation.invitation.Invitations.Colleague;
import org.acmconversation.mail.Mail;
import org.acmconversation.mail.Mail.CalendarPart.Method;
import org.acmconversation.personaldata.Subject;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.junit.jupiter.api.Test;

/** Invitations to conversations: recipients, content and updates. */
abstract class InvitationContract extends InvitationSetup {
    @Test
    void invitesFastTrackAndOptionallyTheCustomer() {
        contact("Iván", "ivan@fasttrack.example", Organization.FASTTRACK, null, null);
        contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        contact("Sin correo", null, Organization.CUSTOMER, null, null);
        contact("Socio", "socio@partner.example", Organization.PARTNER, null, null);

        invitations.scheduled(id, FIRST, false, SCHEDULER);
        assertThat(addresses()).containsExactly("ivan@fasttrack.example", "maria@fasttrack.example");

        invitations.scheduled(id, FIRST, true, SCHEDULER);
        assertThat(addresses())
                .containsExactly("ana@contoso.example", "ivan@fasttrack.example", "maria@fasttrack.example");
    }

    @Test
    void invitesEachPersonOnceUnlessTheyOptedOut() {
        contact("María", "Maria@fasttrack.example", Organization.FASTTRACK, null, null);
        contacts.add(
                id,
                new ContactData(
                        "Eva",
                        "eva@contoso.example",
                        null,
                        Organization.CUSTOMER,
                        null,
                        null,
                        null,
                        false,
                        false,
                        true));

        invitations.scheduled(id, FIRST, true, SCHEDULER);

        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    @Test
    void invitationIsAStandardCalendarEvent() throws Exception {
        contact("Ana", "ana@contoso.example", Organization.CUSTOMER, "en-GB", "America/Mexico_City");

        invitations.scheduled(id, FIRST, true, SCHEDULER);

        Mail customers = waiting().get(0);
        VEvent event = event(customers);
        assertThat(customers.calendar().method()).isEqualTo(Method.REQUEST);
        assertThat(value(event, "UID")).isEqualTo("call-" + id + "@acm-conversation");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(FIRST);
        assertThat(Instant.from(event.getDateTimeEnd().getDate())).isEqualTo(FIRST.plus(Duration.ofHours(1)));
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:acm@example.org");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:ana@contoso.example");
        assertThat(customers.subject()).contains("Adoption and change management", "December 2099, 03:00");
        assertThat(customers.text()).contains("Hello Ana", "America/Mexico_City");
        assertThat(customers.toString() + customers.text() + customers.subject())
                .doesNotContain("Contoso,", "CRM-invite");
        Mail ours = waiting().get(1);
        assertThat(ours.subject()).contains("CRM-invite", "martes, 1 de diciembre de 2099, 10:00");
        assertThat(ours.calendar().content()).doesNotContain("ana@contoso.example");
    }

    @Test
    void reschedulingUpdatesAndWithdrawalCancelsTheEvent() throws Exception {
        invitations.scheduled(id, FIRST, false, SCHEDULER);
        outbox.send(id);

        reschedule(SECOND);
        Mail moved = waiting().get(0);
        assertThat(moved.calendar().method()).isEqualTo(Method.REQUEST);
        assertThat(value(event(moved), "SEQUENCE")).isEqualTo("1");
        assertThat(Instant.from(event(moved).getDateTimeStart().getDate())).isEqualTo(SECOND);
        assertThat(moved.subject()).startsWith("Nueva hora");
        outbox.send(id);

        withdraw();
        Mail canceled = waiting().get(0);
        assertThat(canceled.calendar().method()).isEqualTo(Method.CANCEL);
        assertThat(value(event(canceled), "SEQUENCE")).isEqualTo("2");
        assertThat(value(event(canceled), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(canceled), "UID")).isEqualTo(value(event(moved), "UID"));
        outbox.send(id);

        withdraw();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void dropsOutdatedUnsentInvitations() throws Exception {
        invitations.scheduled(id, FIRST, false, SCHEDULER);
        reschedule(SECOND);

        assertThat(waiting()).hasSize(1);
        assertThat(value(event(waiting().get(0)), "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void sendsNoCancellationWithoutAnInvitation() {
        invitations.scheduled(id, FIRST, false, SCHEDULER);

        withdraw();

        assertThat(waiting()).isEmpty();
    }

    @Test
    void doesNotCancelPastCalls() {
        invitations.scheduled(id, NOW.minusSeconds(60), false, SCHEDULER);
        outbox.send(id);

        withdraw();

        assertThat(waiting()).isEmpty();
    }

    @Test
    void doesNotInviteColleaguesWhoHaveLeft() {
        invitations.scheduled(id, FIRST, false, List.of(new Colleague("nobody", "nobody@fasttrack.example", "Nadie")));

        assertThat(addresses()).isEmpty();
    }

    @Test
    void doesNotInviteToPastCalls() {
        invitations.scheduled(id, FIRST, false, SCHEDULER);

        time.advance(Duration.between(NOW, FIRST));

        assertThat(addresses()).isEmpty();
    }

    @Test
    void timelineShowsInvitationsWithTheirRecipientCount() {
        contact("Iván", "ivan@fasttrack.example", Organization.FASTTRACK, null, null);

        invitations.scheduled(id, FIRST, false, SCHEDULER);
        outbox.send(id);
        reschedule(SECOND);
        outbox.send(id);
        withdraw();

        assertThat(events())
                .containsExactly(
                        Event.CALL_INVITATION_SENT, Event.CALL_INVITATION_UPDATED, Event.CALL_INVITATION_CANCELED);
        assertThat(timeline.of(id).stream()
                        .filter(entry -> entry.event() == Event.CALL_INVITATION_SENT)
                        .findFirst())
                .hasValueSatisfying(entry -> {
                    assertThat(entry.detail()).isEqualTo(Map.of("recipients", 2));
                    assertThat(entry.actor()).isEqualTo(Timeline.SYSTEM);
                });
    }

    @Test
    void timelineShowsNoInvitationWithoutRecipients() {
        invitations.scheduled(id, FIRST, false, List.of());

        assertThat(events()).isEmpty();
    }

    @Test
    void namesCannotInjectHeadersPropertiesOrMarkup() throws Exception {
        String name = "Ana\"\r\nATTENDEE:mailto:all@contoso.example;X=\\n <script>alert(1)</script>";
        invitations.scheduled(id, FIRST, false, List.of(new Colleague("manager", "o'neil+x@fasttrack.example", name)));

        Mail mail = waiting().get(0);

        VEvent event = event(mail);
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:o%27neil%2Bx@fasttrack.example");
        assertThat(mail.to().name()).doesNotContain("\r", "\n");
        assertThat(mail.subject()).doesNotContain("\r", "\n");
        assertThat(mail.html()).isNull();
    }

    @Test
    void erasureDeletesRecipients() {
        invitations.scheduled(id, FIRST, false, SCHEDULER);

        int deleted = personalData.stream()
                .filter(data -> data.erased().contains("call_invitation_recipient"))
                .mapToInt(data -> data.erase(new Subject(id, Set.of())).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .sum();

        assertThat(deleted).isEqualTo(1);
        assertThat(database.queryForObject(
                        "select count(*) from call_invitation_recipient where engagement_id = ?", Long.class, id))
                .isZero();
    }
}
