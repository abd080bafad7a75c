package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acmconversation.task.PersonalTasks;
import org.junit.jupiter.api.Test;

/** One email per person and working day, with the notifications that still apply when it is sent. */
abstract class DigestContract extends DigestFixture {

    @Test
    void listsNewNotificationsInTextAndHtml() throws Exception {
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
    void namesNobodyForAssignmentsByTheModel() throws Exception {
        holder.tasks.add(new PersonalTasks.PersonalTask("one", "Task one", "activity", null, null));
        repository.put(new NewNotification(ANA, Kind.ASSIGNED, "one", "one", null, "Task one", "system", null));
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(part(server.getReceivedMessages()[0], 0)).contains("- Tiene asignada «Task one»");
    }

    @Test
    void omitsWhatIsDoneOrReadBeforeSending() throws Exception {
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
    void sendsNoDigestIfEverythingIsDone() {
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
    void sendsOneDigestADayWithoutRepeats() throws Exception {
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
    void sendsCurrentContentAfterADayWithoutAMailServer() throws Exception {
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
    private void startAbsence() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        database.update(
                "insert into absence (id, person, from_day, until_day) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                ANA,
                today.minusDays(2),
                today.plusDays(3));
    }

    @Test
    void absentPeopleGetTheDigestAfterTheirReturn() throws Exception {
        give("one", Kind.ASSIGNED);
        startAbsence();
        clock.advance(UNTIL_THE_DIGEST);
        queueAndSend();
        assertThat(server.getReceivedMessages()).isEmpty();

        endAbsence();
        clock.advance(Duration.ofDays(3));
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(part(server.getReceivedMessages()[0], 0)).contains("Task one");
    }

    @Test
    void postponesQueuedDigestsOfAbsentPeople() throws Exception {
        give("one", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        digests.queueWhatIsDue();
        startAbsence();
        send();
        assertThat(server.getReceivedMessages()).isEmpty();

        endAbsence();
        clock.advance(Duration.ofDays(3));
        queueAndSend();

        assertThat(part(server.getReceivedMessages()[0], 0)).contains("Task one");
    }

    @Test
    void summarizesTenThousandTasks() throws Exception {
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
}
