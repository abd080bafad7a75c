package org.acmconversation.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.SettableClock;
import org.acmconversation.absence.Absences;
import org.acmconversation.database.StoredJson;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.followup.EngagementFollowUp;
import org.acmconversation.mail.MailFixture;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.preference.People;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.webpage.PeopleNames;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/** Digests that are sent to a mail server, with a clock and tasks that the test sets. */
abstract class DigestFixture {

    static final String ANA = "digestana";

    /** A Thursday, 18:00 in Madrid. */
    static final Instant THURSDAY = Instant.parse("2026-11-26T17:00:00Z");

    static final Duration UNTIL_THE_DIGEST = Duration.ofMinutes(14 * 60 + 30);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StoredJson json;

    @Autowired
    Colleagues colleagues;

    @Autowired
    IdentityService identityService;

    @Autowired
    ITemplateEngine templates;

    @Autowired
    MessageSource messages;

    @Autowired
    PeopleNames names;

    @Autowired
    Engagements engagements;

    @Autowired
    People people;

    @Autowired
    Absences absences;

    @Autowired
    EngagementFollowUp followUps;

    @Autowired
    EngagementCalendars engagementCalendars;

    @Autowired
    SharedWork work;

    @Autowired
    Transactions transactions;

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    final SettableClock clock = new SettableClock(THURSDAY);
    final Holder holder = new Holder();
    NotificationRepository repository;
    NotificationPreferenceStore choices;
    MailFixture mail;
    Digests digests;
    Unsubscribing unsubscribing;
    FollowUpNotices followUp;

    /** Makes Ana the assignee of the tasks that these tests give her. */
    static class Holder implements PersonalTasks {

        final List<PersonalTask> tasks = new ArrayList<>();

        @Override
        public List<PersonalTask> of(String user, int limit) {
            return user.equals(ANA) ? tasks.subList(0, Math.min(limit, tasks.size())) : List.of();
        }

        @Override
        public List<PersonalTask> dated(Collection<String> ids) {
            throw new UnsupportedOperationException("Digests read the tasks of a person");
        }

        @Override
        public List<PersonalTask> unclaimed(String activityId, Collection<UUID> engagements) {
            throw new UnsupportedOperationException("Digests are not about what nobody has claimed");
        }

        @Override
        public Queues queues(Collection<String> groups) {
            throw new UnsupportedOperationException("Digests do not count queues");
        }
    }

    @BeforeEach
    void start() {
        clear();
        User ana = identityService.newUser(ANA);
        ana.setEmail("ana@example.org");
        identityService.saveUser(ana);
        server.start();
        repository = new NotificationRepository(jdbc, clock);
        mail = new MailFixture(jdbc, json, work, clock);
        followUp = new FollowUpNotices(repository, followUps);
        useSettings(new NotificationProperties(URI.create("https://acm.example.org/"), false, Map.of()));
    }

    void useSettings(NotificationProperties properties) {
        choices = new NotificationPreferenceStore(jdbc, properties, transactions);
        unsubscribing = new Unsubscribing(jdbc, choices, transactions);
        digests = new Digests(
                repository,
                choices,
                properties,
                people,
                engagementCalendars,
                holder,
                followUp,
                absences,
                colleagues,
                new DigestText(
                        templates,
                        messages,
                        new NotificationTexts(messages, names),
                        engagements,
                        people,
                        properties,
                        unsubscribing),
                mail.mails(),
                work,
                transactions,
                clock);
    }

    @AfterEach
    void stop() {
        server.stop();
        identityService.deleteUser(ANA);
        endAbsence();
        clear();
    }

    void clear() {
        for (String table : new String[] {
            "mail", "notification", "notification_choice", "notification_quiet_hours", "notification_unsubscribe"
        }) {
            database.update("delete from " + table);
        }
    }

    void give(String task, Kind kind) {
        holder.tasks.add(new PersonalTasks.PersonalTask(task, "Task " + task, "activity", null, null));
        repository.put(new NewNotification(ANA, kind, task, task, null, "Task " + task, "luis", null));
    }

    void queueAndSend() {
        digests.queueWhatIsDue();
        send();
    }

    void send() {
        mail.send(server.getSmtp().getPort(), digests);
    }

    static String part(MimeMessage message, int index) throws Exception {
        var parts = (MimeMultipart) message.getContent();
        return new String(parts.getBodyPart(index).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    void endAbsence() {
        database.update("delete from absence where person = ?", ANA);
    }
}
