package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.SettableClock;
import org.acmconversation.absence.Absences;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engine.Colleagues;
import org.acmconversation.followup.EngagementFollowUp;
import org.acmconversation.followup.NewAction;
import org.acmconversation.mail.MailBench;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.person.People;
import org.acmconversation.task.PersonalTasks;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/** One mail per person and working day, with the notifications that still apply when it is sent. */
abstract class DigestContract {

    private static final String ANA = "digestana";

    /** A Thursday, 18:00 in Madrid. */
    private static final Instant THURSDAY = Instant.parse("2026-11-26T17:00:00Z");

    private static final Duration UNTIL_THE_DIGEST = Duration.ofMinutes(14 * 60 + 30);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ObjectMapper json;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    Colleagues colleagues;

    @Autowired
    IdentityService identityService;

    @Autowired
    ITemplateEngine templates;

    @Autowired
    MessageSource messages;

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

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final SettableClock clock = new SettableClock(THURSDAY);
    private final Holder holder = new Holder();
    private NotificationRepository repository;
    private NotificationChoices choices;
    private MailBench mail;
    private Digests digests;
    private Unsubscribing unsubscribing;
    private FollowUpNotices followUp;

    /** Makes Ana the assignee of the tasks that these tests give her. */
    private static class Holder implements PersonalTasks {

        private final List<PersonalTask> tasks = new ArrayList<>();

        @Override
        public List<PersonalTask> of(String user, int limit) {
            return user.equals(ANA) ? tasks.subList(0, Math.min(limit, tasks.size())) : List.of();
        }

        @Override
        public List<PersonalTask> dated(Collection<String> ids) {
            throw new UnsupportedOperationException("Digests read the tasks of a person");
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
        mail = new MailBench(jdbc, json, work, clock);
        followUp = new FollowUpNotices(repository, followUps);
        useSettings(new NotificationProperties(URI.create("https://acm.example.org/"), false, Map.of()));
    }

    private void useSettings(NotificationProperties properties) {
        choices = new NotificationChoices(jdbc, properties, transactions);
        unsubscribing = new Unsubscribing(jdbc, choices, transactions);
        digests = new Digests(
                repository,
                choices,
                properties,
                people,
                calendars,
                holder,
                followUp,
                absences,
                colleagues,
                new DigestText(
                        templates,
                        messages,
                        new NotificationTexts(messages),
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
        back();
        clear();
    }

    private void clear() {
        for (String table : new String[] {
            "mail", "notification", "notification_choice", "notification_quiet_hours", "notification_unsubscribe"
        }) {
            database.update("delete from " + table);
        }
    }

    private void give(String task, Kind kind) {
        holder.tasks.add(new PersonalTasks.PersonalTask(task, "Task " + task, "activity", null, null));
        repository.put(new NewNotification(ANA, kind, task, task, null, "Task " + task, "luis", null));
    }

    private void queueAndSend() {
        digests.queueWhatIsDue();
        send();
    }

    private void send() {
        mail.send(server.getSmtp().getPort(), digests);
    }

    private static String part(MimeMessage message, int index) throws Exception {
        var parts = (MimeMultipart) message.getContent();
        return new String(parts.getBodyPart(index).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theDigestSaysWhatIsNewInTextAndHtml() throws Exception {
        give("<b>one</b>", Kind.ASSIGNED);
        give("two", Kind.OVERDUE);
        queueAndSend();
        assertThat(server.getReceivedMessages()).isEmpty();

        clock.advance(UNTIL_THE_DIGEST);
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage digest = server.getReceivedMessages()[0];
        assertThat(digest.getSubject()).isEqualTo("ACM: 2 avisos");
        assertThat(digest.getHeader("To", null)).isEqualTo("ana@example.org");
        assertThat(part(digest, 0))
                .contains(
                        "- luis le ha asignado «Task <b>one</b>»",
                        "- «Task two» está vencida",
                        "https://acm.example.org/me/notifications");
        assertThat(part(digest, 1)).contains("Task &lt;b&gt;one&lt;/b&gt;").doesNotContain("<b>one");
    }

    @Test
    void whatTheModelAssignsIsAssignedByNobody() throws Exception {
        holder.tasks.add(new PersonalTasks.PersonalTask("one", "Task one", "activity", null, null));
        repository.put(new NewNotification(ANA, Kind.ASSIGNED, "one", "one", null, "Task one", "system", null));
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(part(server.getReceivedMessages()[0], 0)).contains("- Tiene asignada «Task one»");
    }

    @Test
    void whatIsDoneOrReadBeforeItIsSentIsNotSent() throws Exception {
        give("read", Kind.ASSIGNED);
        repository.markRead(ANA, clock.instant());
        clock.advance(Duration.ofSeconds(1));
        give("done", Kind.ASSIGNED);
        give("open", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        digests.queueWhatIsDue();

        repository.taskClosed("done");
        holder.tasks.removeIf(task -> task.id().equals("done"));
        send();

        assertThat(part(server.getReceivedMessages()[0], 0))
                .contains("Task open")
                .doesNotContain("Task done", "Task read");
    }

    @Test
    void ifAllIsDoneThereIsNoDigest() {
        give("done", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        digests.queueWhatIsDue();

        holder.tasks.clear();
        send();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(database.queryForList("select status from mail", String.class))
                .containsExactly("DROPPED");
    }

    @Test
    void thereIsOneDigestADayAndNothingIsInTwo() throws Exception {
        give("first", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        queueAndSend();
        give("second", Kind.ASSIGNED);
        clock.advance(Duration.ofHours(1));
        queueAndSend();
        assertThat(server.getReceivedMessages()).hasSize(1);

        clock.advance(Duration.ofDays(1));
        queueAndSend();
        assertThat(server.getReceivedMessages()).as("on Saturday").hasSize(1);
        clock.advance(Duration.ofDays(2));
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(part(server.getReceivedMessages()[1], 0))
                .contains("Task second")
                .doesNotContain("Task first");
    }

    @Test
    void aMailServerThatIsDownForADayLosesNothingAndSendsNothingStale() throws Exception {
        give("kept", Kind.ASSIGNED);
        give("done meanwhile", Kind.ASSIGNED);
        int port = server.getSmtp().getPort();
        server.stop();
        clock.advance(UNTIL_THE_DIGEST);
        for (int hour = 0; hour < 24; hour++) {
            digests.queueWhatIsDue();
            mail.send(port, digests);
            clock.advance(Duration.ofHours(1));
        }
        holder.tasks.removeIf(task -> task.id().equals("done meanwhile"));

        server.start();
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(part(server.getReceivedMessages()[0], 0))
                .contains("Task kept")
                .doesNotContain("done meanwhile");
    }

    /** Absences depend on the application's clock. */
    private void absent() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        database.update(
                "insert into absence (id, person, from_day, until_day) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                ANA,
                today.minusDays(2),
                today.plusDays(3));
    }

    private void back() {
        database.update("delete from absence where person = ?", ANA);
    }

    @Test
    void whoIsAbsentGetsTheDigestOnceTheyAreBack() throws Exception {
        give("one", Kind.ASSIGNED);
        absent();
        clock.advance(UNTIL_THE_DIGEST);
        queueAndSend();
        assertThat(server.getReceivedMessages()).isEmpty();

        back();
        clock.advance(Duration.ofDays(3));
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(part(server.getReceivedMessages()[0], 0)).contains("Task one");
    }

    @Test
    void whoIsAbsentByTheTimeTheMailServerTakesItLosesNothing() throws Exception {
        give("one", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        digests.queueWhatIsDue();
        absent();
        send();
        assertThat(server.getReceivedMessages()).isEmpty();

        back();
        clock.advance(Duration.ofDays(3));
        queueAndSend();

        assertThat(part(server.getReceivedMessages()[0], 0)).contains("Task one");
    }

    @Test
    void theOwnerOfANextActionIsToldOfWhatIsOverdueAndNotOfWhatIsDone() throws Exception {
        UUID late = engagement(ANA, LocalDate.of(2000, 1, 1), Instant.parse("2000-01-01T00:00:00Z"));
        UUID noted = engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2000-01-01T00:00:00Z"));
        engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2999-01-01T00:00:00Z"));
        engagement("luis", LocalDate.of(2000, 1, 1), Instant.parse("2000-01-01T00:00:00Z"));

        followUp.lookAt(ANA);
        followUp.lookAt(ANA);
        assertThat(told()).containsExactlyInAnyOrder("NOTE " + late, "ACTION_OVERDUE " + late, "NOTE " + noted);

        clock.advance(UNTIL_THE_DIGEST);
        digests.queueWhatIsDue();
        database.update(
                "update follow_up set noted_at = ? where engagement_id = ?",
                Instant.parse("2999-01-01T00:00:00Z").atOffset(ZoneOffset.UTC),
                noted);
        send();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("ACM: 2 avisos");
        assertThat(part(server.getReceivedMessages()[0], 0))
                .contains("- Hace más de dos semanas que nadie escribe cómo va el caso", "- El próximo paso del caso");

        followUp.lookAt(ANA);
        assertThat(told()).containsExactlyInAnyOrder("NOTE " + late, "ACTION_OVERDUE " + late);
        followUps.plan(late, new NewAction("Llamar", LocalDate.of(2999, 1, 1), "luis"), "luis");
        assertThat(told()).containsExactly("NOTE " + late);
        engagements.withdraw(late, "No");
        assertThat(told()).isEmpty();
    }

    private List<String> told() {
        return database.queryForList(
                "select name || ' ' || engagement_id from notification where person = ?", String.class, ANA);
    }

    private UUID engagement(String owner, LocalDate action, Instant noted) {
        UUID id = engagements
                .start(new NewEngagement(
                        "CRM-digest-" + UUID.randomUUID(),
                        new Customer("Contoso", null),
                        Segment.SMB,
                        300,
                        List.of("TEAMS"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(false, true, true, false)))
                .id();
        database.update(
                "insert into follow_up (engagement_id, action, action_date, action_owner, noted_at)"
                        + " values (?, 'Llamar', ?, ?, ?)",
                id,
                action,
                owner,
                noted.atOffset(ZoneOffset.UTC));
        return id;
    }

    @Test
    void aTaskIsDueTomorrowByTheWorkingDaysOfItsEngagement() {
        UUID id = engagement(ANA, LocalDate.of(2999, 1, 1), Instant.parse("2999-01-01T00:00:00Z"));
        // 2026-11-27 is a Friday; Monday is a day off in Spain only.
        database.update("update engagement set country = 'ES', time_zone = 'Europe/Madrid' where id = ?", id);
        database.update("insert into company_day (country, day_off, name) values ('ES', date '2026-11-30', 'Fiesta')");
        try {
            Instant friday = Instant.parse("2026-11-27T10:00:00Z");
            Instant tuesday = Instant.parse("2026-12-01T17:00:00Z");
            assertThat(DueNotices.kind(tuesday, friday, () -> engagementCalendars.of(id.toString())))
                    .isEqualTo(Kind.DUE_TOMORROW);

            database.update("update engagement set country = 'MX', time_zone = 'America/Mexico_City' where id = ?", id);
            assertThat(DueNotices.kind(tuesday, friday, () -> engagementCalendars.of(id.toString())))
                    .isNull();
        } finally {
            database.update("delete from company_day where name = 'Fiesta'");
        }
    }

    @Test
    void tenThousandTasksAreOneDigest() throws Exception {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String task = "task-" + i;
            holder.tasks.add(new PersonalTasks.PersonalTask(task, task, "activity", null, null));
            rows.add(new Object[] {UUID.randomUUID(), ANA, task, task, task, THURSDAY.atOffset(ZoneOffset.UTC)});
        }
        database.batchUpdate(
                "insert into notification (id, person, kind, matter, task_id, name, created_at)"
                        + " values (?, ?, 'ASSIGNED', ?, ?, ?, ?)",
                rows);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("ACM: 10.000 avisos");
        assertThat(part(server.getReceivedMessages()[0], 0)).contains("- y 9.950 más");
        assertThat(part(server.getReceivedMessages()[0], 1)).contains("y 9.950 más");
    }

    @Test
    void peopleChooseWhatTheDigestHas() {
        choose(Kind.ASSIGNED);
        give("unwanted", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailProgramUnsubscribesWithTheAddressInTheMail() throws Exception {
        give("first", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        queueAndSend();
        MimeMessage digest = server.getReceivedMessages()[0];
        String address = digest.getHeader("List-Unsubscribe", null);
        assertThat(digest.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(address).matches("<https://acm\\.example\\.org/notifications/unsubscribe/[\\w-]{43}>");

        assertThat(unsubscribing.unsubscribe("nobody's")).isFalse();
        assertThat(unsubscribing.unsubscribe(address.substring(address.lastIndexOf('/') + 1, address.length() - 1)))
                .isTrue();
        give("second", Kind.ASSIGNED);
        clock.advance(Duration.ofDays(3));
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(choices.of(ANA).isOn(Kind.ASSIGNED, Channel.BELL)).isTrue();
    }

    private void choose(Kind off) {
        Map<Kind, Set<Channel>> channels = new EnumMap<>(Kind.class);
        Arrays.stream(Kind.values())
                .forEach(kind ->
                        channels.put(kind, kind == off ? EnumSet.of(Channel.BELL) : EnumSet.allOf(Channel.class)));
        choices.choose(ANA, new Choices(channels, null));
    }

    @Test
    void whatAdministratorsFixHoldsWhateverSomebodyHasChosen() {
        choose(Kind.ASSIGNED);
        useSettings(new NotificationProperties(
                URI.create("https://acm.example.org"), false, Map.of(Kind.ASSIGNED, Map.of(Channel.MAIL, true))));
        give("wanted by others", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoeverHasNoAddressGetsNoMail() {
        User ana = identityService.createUserQuery().userId(ANA).singleResult();
        ana.setEmail("ana\r\nBcc: all@example.org");
        identityService.saveUser(ana);
        give("one", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
