package org.acmconversation.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.acmconversation.contact.Contacts;
import org.acmconversation.database.StoredJson;
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
import org.acmconversation.mail.RecordedMails;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.preference.People;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engagement with invitations whose emails are recorded. */
abstract class InvitationSetup {

    static final Instant NOW = Instant.parse("2098-12-01T09:00:00Z");
    static final Instant FIRST = Instant.parse("2099-12-01T09:00:00Z");
    static final Instant SECOND = Instant.parse("2099-12-15T09:00:00Z");
    static final List<Colleague> SCHEDULER = List.of(new Colleague("manager", "maria@fasttrack.example", "María Ruiz"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StoredJson json;

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

    RecordedMails outbox;
    Invitations invitations;
    private InvitationComposer composer;
    SettableClock time;
    UUID id;

    @BeforeEach
    void start() {
        var clock = new SettableClock(NOW);
        outbox = new RecordedMails(jdbc, database, json, clock);
        var repository = new InvitationRepository(jdbc);
        var recipients = new Recipients(contacts, people, absences);
        invitations = new Invitations(mock(), repository, recipients, outbox.mails(), timeline, clock);
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

    Contact contact(String name, String email, Organization organization, String language, String zone) {
        return contacts.add(
                id, new ContactData(name, email, null, organization, null, language, zone, false, false, false));
    }

    void reschedule(Instant at) {
        invitations.rescheduled(new EngagementEvent.ConversationRescheduled(id, at, FIRST));
    }

    void withdraw() {
        invitations.withdrawn(new EngagementEvent.Withdrawn(id, "No"));
    }

    List<Mail> waiting() {
        return outbox.waiting(id, composer);
    }

    void optOut(Contact contact) {
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

    List<Event> events() {
        return timeline.of(id).stream()
                .map(TimelineEntry::event)
                .filter(event -> event.name().startsWith("CALL_INVITATION"))
                .toList();
    }

    List<String> addresses() {
        return waiting().stream().map(mail -> mail.to().address()).toList();
    }

    static VEvent event(Mail mail) throws Exception {
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

    static String value(VEvent event, String property) {
        Optional<Property> found = event.getProperty(property);
        return found.map(Property::getValue).orElse(null);
    }
}
