package org.acmconversation.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.acmconversation.SettableClock;
import org.acmconversation.absence.Absences;
import org.acmconversation.contact.Contact;
import org.acmconversation.contact.Contact.Organization;
import org.acmconversation.contact.ContactData;
import org.acmconversation.contact.ContactDeleted;
import org.acmconversation.contact.ContactReaddressed;
import org.acmconversation.contact.Contacts;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.invitation.Invitations.Colleague;
import org.acmconversation.mail.Mail;
import org.acmconversation.mail.Mail.CalendarPart.Method;
import org.acmconversation.mail.RecordedMails;
import org.acmconversation.person.People;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.Subject;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations to conversations: recipients, content and updates. */
abstract class InvitationContract {

    private static final Instant NOW = Instant.parse("2098-12-01T09:00:00Z");
    private static final Instant FIRST = Instant.parse("2099-12-01T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2099-12-15T09:00:00Z");
    private static final List<Colleague> SCHEDULER =
            List.of(new Colleague("manager", "maria@fasttrack.example", "María Ruiz"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ObjectMapper json;

    @Autowired
    Contacts contacts;

    @Autowired
    Engagements engagements;

    @Autowired
    People people;

    @Autowired
    MessageSource messages;

    @Autowired
    EngagementCalendars calendars;

    @Autowired
    List<PersonalData> personalData;

    @Autowired
    Absences absences;

    @Autowired
    Timeline timeline;

    private RecordedMails outbox;
    private Invitations invitations;
    private InvitationComposer composer;
    private SettableClock time;
    private UUID id;

    @BeforeEach
    void start() {
        var clock = new SettableClock(NOW);
        outbox = new RecordedMails(jdbc, database, json, clock);
        var repository = new InvitationRepository(jdbc);
        var recipients = new Recipients(contacts, people, absences);
        invitations = new Invitations(repository, recipients, outbox.mails(), timeline, clock);
        composer = new InvitationComposer(
                repository,
                recipients,
                new InvitationMails(messages, calendars, clock),
                engagements,
                outbox.mails(),
                clock);
        time = clock;
        id = engagements
                .start(new NewEngagement(
                        "CRM-invite-" + UUID.randomUUID(),
                        new Customer("Contoso", "contoso.example"),
                        Segment.SMB,
                        300,
                        List.of("TEAMS"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(false, true, true, false)))
                .id();
    }

    private Contact contact(String name, String email, Organization organization, String language, String zone) {
        return contacts.add(
                id, new ContactData(name, email, null, organization, null, language, zone, false, false, false));
    }

    private void reschedule(Instant at) {
        invitations.rescheduled(new EngagementEvent.ConversationRescheduled(id, at, FIRST));
    }

    private void withdraw() {
        invitations.withdrawn(new EngagementEvent.Withdrawn(id, "No"));
    }

    private List<Mail> waiting() {
        return outbox.waiting(id, composer);
    }

    private void optOut(Contact contact) {
        contacts.change(
                id,
                contact.id(),
                data -> new ContactData(
                        contact.name(),
                        contact.email(),
                        null,
                        contact.organization(),
                        null,
                        null,
                        null,
                        false,
                        false,
                        true));
    }

    private List<Event> events() {
        return timeline.of(id).stream()
                .map(TimelineEntry::event)
                .filter(event -> event.name().startsWith("CALL_INVITATION"))
                .toList();
    }

    private List<String> addresses() {
        return waiting().stream().map(mail -> mail.to().address()).toList();
    }

    private static VEvent event(Mail mail) throws Exception {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(mail.calendar().content()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getMethod().getValue())
                .isEqualTo(mail.calendar().method().name());
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getProperties("ATTENDEE")).hasSize(1);
        return events.get(0);
    }

    private static String value(VEvent event, String property) {
        Optional<Property> found = event.getProperty(property);
        return found.map(Property::getValue).orElse(null);
    }

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
    void sendsNoUpdatesAfterAnOptOut() {
        Contact ana = contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);
        outbox.send(id);

        optOut(ana);
        reschedule(SECOND);
        assertThat(addresses()).containsExactly("maria@fasttrack.example");
        withdraw();
        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    @Test
    void doesNotSendQueuedMailsAfterAnOptOut() {
        Contact ana = contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);
        assertThat(addresses()).contains("ana@contoso.example");

        optOut(ana);

        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    @Test
    void deletedContactsGetNoMailAndLeaveNoAddress() {
        Contact ana = contact("Ana", "ana@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);
        outbox.refuse(id);

        contacts.delete(id, ana.id());
        invitations.contactDeleted(new ContactDeleted(id, ana.email()));

        assertThat(outbox.kept(id)).containsExactly("maria@fasttrack.example");
        assertThat(database.queryForList(
                        "select address from call_invitation_recipient where engagement_id = ?", String.class, id))
                .containsExactly("maria@fasttrack.example");
    }

    @Test
    void aCorrectedAddressGetsTheInvitationThatWaits() throws Exception {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, SCHEDULER);

        correct(ana, "ana@contoso.example");

        assertThat(addresses()).containsExactly("ana@contoso.example", "maria@fasttrack.example");
        assertThat(value(event(waiting().get(0)), "SEQUENCE")).isEqualTo("0");
        assertThat(invited()).containsExactly("ana@contoso.example", "maria@fasttrack.example");

        correct(ana, "anna@contoso.example");

        assertThat(addresses()).containsExactly("anna@contoso.example", "maria@fasttrack.example");
    }

    @Test
    void aCorrectedAddressReplacesADeadLetter() {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());
        outbox.refuse(id);

        correct(ana, "ana@contoso.example");

        assertThat(addresses()).containsExactly("ana@contoso.example");
        assertThat(outbox.kept(id)).containsExactly("ana@contoso.example");
    }

    @Test
    void anAddressThatAnotherContactHasToStaysInvited() {
        contact("Buzón", "team@contoso.example", Organization.CUSTOMER, null, null);
        Contact ana = contact("Ana", "team@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());

        correct(ana, "ana@contoso.example");

        assertThat(addresses()).containsExactlyInAnyOrder("ana@contoso.example", "team@contoso.example");
    }

    @Test
    void aCorrectedAddressIsNotInvitedWhereThePreviousOneWasNot() {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, false, SCHEDULER);
        correct(ana, "ana@contoso.example");
        assertThat(addresses()).containsExactly("maria@fasttrack.example");

        invitations.scheduled(id, FIRST, true, SCHEDULER);
        withdraw();
        correct(ana, "anna@contoso.example");
        assertThat(addresses()).containsExactly("maria@fasttrack.example");
    }

    /** The row as a change of the contact writes it, whose event reaches the service's own queue. */
    private void correct(Contact contact, String email) {
        String previous = contacts.get(id, contact.id()).email();
        database.update("update contact set email = ? where id = ?", email, contact.id());
        invitations.contactReaddressed(new ContactReaddressed(id, previous, email));
    }

    private List<String> invited() {
        return database.queryForList(
                "select address from call_invitation_recipient where engagement_id = ? order by address",
                String.class,
                id);
    }

    @Test
    void aChangedContactIsInvitedAtTheNewAddress() {
        Contact ana = contact("Ana", "anna@contoso.example", Organization.CUSTOMER, null, null);
        invitations.scheduled(id, FIRST, true, List.of());

        contacts.change(
                id,
                ana.id(),
                data -> new ContactData(
                        "Ana", "ana@contoso.example", null, ana.organization(), null, null, null, false, false, false));

        assertThat(invited()).containsExactly("ana@contoso.example");
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
